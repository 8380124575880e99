package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.assets.bake.InputFile;
import org.diorama.assets.source.FolderSource;
import org.diorama.assets.source.RefusedFileException;
import org.diorama.assets.source.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFilesTest {
  @TempDir private Path folder;
  private OpenedFiles files;

  @BeforeEach
  void open() {
    files = new OpenedFiles(new FolderSource(folder));
  }

  @Test
  void everyNameThatWasAskedForIsAnInput() throws IOException {
    Files.writeString(folder.resolve("b.mtl"), "material");
    assertArrayEquals("material".getBytes(), files.read("b.mtl").orElseThrow());
    assertEquals(Optional.empty(), files.read("a.png"));
    files.read("b.mtl");
    assertEquals(
        List.of(
            new InputFile("b.mtl", Optional.of(Sha256.of("material"))),
            new InputFile("a.png", Optional.empty())),
        files.inputs());
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    byte[] first = files.read("a").orElseThrow();
    Files.writeString(file, "after");
    assertSame(first, files.read("a").orElseThrow());
  }

  @Test
  void theFirstRefusalIsKept() {
    assertDoesNotThrow(files::rethrowFailure);
    assertThrows(RefusedFileException.class, () -> files.read("../first"));
    assertThrows(RefusedFileException.class, () -> files.read("../second"));
    IOException kept = assertThrows(IOException.class, files::rethrowFailure);
    assertTrue(kept.getMessage().contains("../first"), kept.getMessage());
  }

  @Test
  void namesAreBounded() throws IOException {
    for (int i = 0; i < 1000; i++) {
      files.read("file" + i);
    }
    assertEquals(Optional.empty(), files.read("file0"), "known names do not count");
    assertThrows(IOException.class, () -> files.read("one more"));
    assertThrows(IOException.class, files::rethrowFailure);
  }
}
