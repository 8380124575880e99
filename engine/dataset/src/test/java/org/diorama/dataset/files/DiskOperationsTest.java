package org.diorama.dataset.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskOperationsTest {
  private final DiskOperations disk = new DiskOperations();
  @TempDir private Path folder;

  @Test
  void movesOverAnOlderFile() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "old");
    try (OutputStream out = disk.create(folder.resolve("new"))) {
      out.write(new byte[] {1, 2});
    }
    disk.move(folder.resolve("new"), old);
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(old));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void anOlderFileLosesItsContent() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a long old content");
    disk.create(file).close();
    assertEquals(0, Files.size(file));
  }

  @Test
  void deletingNothingIsNoError() throws IOException {
    disk.delete(folder.resolve("nothing"));
    disk.createFolders(folder.resolve("a/b"));
    disk.delete(folder.resolve("a/b"));
    assertFalse(Files.exists(folder.resolve("a/b")));
  }

  @Test
  void settlesAFolderWithItsFiles() throws IOException {
    disk.createFolders(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/file"), "content");
    Path file = folder.resolve("a/b/file");
    disk.settle(List.of(file, folder.resolve("a/b"), folder));
    disk.settle(List.of());
    assertEquals("content", Files.readString(file));
  }

  @Test
  void failuresAreTheSystems() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThrows(FileAlreadyExistsException.class, () -> disk.createFolders(file));
    assertThrows(NoSuchFileException.class, () -> disk.create(folder.resolve("no/file")));
    assertThrows(
        NoSuchFileException.class, () -> disk.settle(List.of(file, folder.resolve("none"))));
    assertThrows(NoSuchFileException.class, () -> disk.move(folder.resolve("none"), file));
    assertEquals("x", Files.readString(file));
  }
}
