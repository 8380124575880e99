package org.diorama.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
  @TempDir private Path temporary;

  private DatasetFolder open() {
    return DatasetFolder.open(new DiskOperations(), temporary.resolve("a/b"));
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws IOException {
    try (DatasetFolder folder = open()) {
      byte[] content = "content".getBytes(StandardCharsets.UTF_8);
      try (StagedFile file = folder.stage("x/y.txt")) {
        file.write(content);
        assertThrows(IllegalStateException.class, () -> folder.publish(file));
        RecordedFile recorded = file.end();
        assertEquals(new RecordedFile("x/y.txt", 7, Sha256.of(content)), recorded);
        assertFalse(Files.exists(folder.resolve("x/y.txt")));
        folder.publish(file);
      }
      assertEquals("content", Files.readString(folder.resolve("x/y.txt")));
      try (StagedFile file = folder.stage("x/never.txt")) {
        file.write(content);
      }
      assertFalse(Files.exists(folder.resolve("x/never.txt")));
      assertEquals(List.of("x"), DatasetFolder.names(folder.root()));
    }
    assertFalse(Files.exists(temporary.resolve("a/b/.staging")));
  }

  @Test
  void aFolderThatWasRemovedIsMadeAgain() throws IOException {
    try (DatasetFolder folder = open()) {
      folder.write("x/y.txt", new byte[1]);
      folder.delete("x/y.txt");
      folder.delete("x");
      folder.write("x/y.txt", new byte[2]);
      assertEquals(2, Files.size(folder.resolve("x/y.txt")));
    }
  }

  @Test
  void writersHaveSlotsOfTheirOwn() throws IOException {
    Path staging = temporary.resolve("a/b/.staging");
    try (DatasetFolder first = open()) {
      StagedFile staged = first.stage("first");
      try (DatasetFolder second = open()) {
        assertEquals(
            List.of(staging.resolve("0"), staging.resolve("1")), DatasetFolder.entries(staging));
        second.write("second", new byte[1]);
      }
      assertEquals(List.of(staging.resolve("0")), DatasetFolder.entries(staging));
      staged.end();
      first.publish(staged);
    }
    assertTrue(Files.exists(temporary.resolve("a/b/first")));
  }

  @Test
  void whatDeadWritersLeftIsSwept() throws IOException {
    Path dead = Files.createDirectories(temporary.resolve("a/b/.staging/7"));
    Files.writeString(dead.resolve("12"), "half");
    Path stranger = Files.createDirectory(temporary.resolve("a/b/.staging/notes"));
    try (DatasetFolder folder = open()) {
      assertEquals(
          List.of(folder.root().resolve(".staging/0"), stranger),
          DatasetFolder.entries(folder.root().resolve(".staging")));
    }
  }

  @Test
  void aLockIsHeldByOne() throws IOException {
    Path file = temporary.resolve("lock");
    try (FolderLocks first = new FolderLocks(file);
        FolderLocks second = new FolderLocks(file)) {
      assertTrue(first.keep(FolderLocks.slot(0)));
      assertFalse(second.keep(FolderLocks.slot(0)));
      assertTrue(second.keep(FolderLocks.slot(1)));
      boolean[] ran = new boolean[1];
      first.holding(
          FolderLocks.frame(5),
          () -> {
            assertFalse(second.ifFree(FolderLocks.frame(5), () -> ran[0] = true));
            assertTrue(second.ifFree(FolderLocks.frame(6), () -> {}));
            assertTrue(second.ifFree(FolderLocks.block(5), () -> {}));
          });
      assertFalse(ran[0]);
      assertTrue(second.ifFree(FolderLocks.frame(5), () -> ran[0] = true));
      assertTrue(ran[0]);
    }
  }

  @Test
  void aLockIsGivenBackAfterAFailure() throws IOException {
    try (FolderLocks locks = new FolderLocks(temporary.resolve("lock"))) {
      assertThrows(
          IOException.class,
          () ->
              locks.holding(
                  FolderLocks.SETUP,
                  () -> {
                    throw new IOException("failed");
                  }));
      assertTrue(locks.ifFree(FolderLocks.SETUP, () -> {}));
    }
  }

  @Test
  void listsFilesInOrder() throws IOException {
    try (DatasetFolder folder = open()) {
      folder.write("scene/b.yaml", new byte[1]);
      folder.write("scene/a/z.yaml", new byte[1]);
      Path scene = folder.resolve("scene");
      assertEquals(
          List.of(scene.resolve("a/z.yaml"), scene.resolve("b.yaml")),
          DatasetFolder.filesBelow(scene));
      assertEquals(List.of(), DatasetFolder.filesBelow(folder.resolve("none")));
    }
  }
}
