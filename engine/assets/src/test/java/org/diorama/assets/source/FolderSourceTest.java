package org.diorama.assets.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
  @TempDir Path outside;
  private Path folder;
  private FolderSource source;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(outside.resolve("model"));
    Files.createDirectories(folder.resolve("textures"));
    Files.writeString(folder.resolve("textures/wood.png"), "wood");
    Files.writeString(outside.resolve("secret.txt"), "secret");
    source = new FolderSource(folder);
  }

  @Test
  void readsFilesBelowTheFolder() throws IOException {
    assertArrayEquals("wood".getBytes(), source.read("textures/wood.png").orElseThrow());
    assertArrayEquals("wood".getBytes(), source.read("textures\\wood.png").orElseThrow());
    assertArrayEquals(
        "wood".getBytes(), source.read("textures/../textures/wood.png").orElseThrow());
    assertEquals(Sha256.of("wood"), source.digest("textures/wood.png").orElseThrow());
  }

  @Test
  void absentFilesAndFoldersAreEmpty() throws IOException {
    assertTrue(source.read("none.png").isEmpty());
    assertTrue(source.digest("none.png").isEmpty());
    assertTrue(source.read("textures").isEmpty());
    assertTrue(source.read("a\0b").isEmpty());
  }

  @Test
  void dotsAndAbsolutePathsDoNotLeadOut() {
    for (String name : new String[] {"../secret.txt", "textures/../../secret.txt", "/etc/passwd"}) {
      RefusedFileException e =
          assertThrows(RefusedFileException.class, () -> source.read(name), name);
      assertTrue(e.getMessage().contains(name), e.getMessage());
      assertThrows(RefusedFileException.class, () -> source.digest(name));
    }
  }

  @Test
  void linksDoNotLeadOut() throws IOException {
    Files.createSymbolicLink(folder.resolve("file.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("up"), outside);
    Files.createSymbolicLink(folder.resolve("fine"), folder.resolve("textures"));
    assertThrows(RefusedFileException.class, () -> source.read("file.txt"));
    assertThrows(RefusedFileException.class, () -> source.read("up/secret.txt"));
    assertArrayEquals("wood".getBytes(), source.read("fine/wood.png").orElseThrow());
  }

  @Test
  void aFolderReachedByALinkIsItself() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("link"), folder);
    assertTrue(new FolderSource(link).read("textures/wood.png").isPresent());
  }

  @Test
  void devicesAreNoFiles() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    assertThrows(RefusedFileException.class, () -> source.read("zero"));
    Files.delete(link);
  }
}
