package org.diorama.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesWhatWasThereAndMakesFolders() throws IOException {
    Path file = folder.resolve("a/b/file");
    for (byte content = 1; content < 3; content++) {
      byte[] bytes = {content, 7};
      String told =
          WholeFile.write(
              file,
              out -> {
                out.write(bytes);
                return "told";
              });
      assertEquals("told", told);
      assertEquals(content, Files.readAllBytes(file)[0]);
    }
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    DioramaException e =
        assertThrows(
            DioramaException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals(ExitStatus.INPUT_OUTPUT, e.status());
    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IllegalStateException("a mistake of ours");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    for (Path target : List.of(file.resolve("below"), folder)) {
      DioramaException e =
          assertThrows(DioramaException.class, () -> WholeFile.write(target, out -> null));
      assertEquals(ExitStatus.CANNOT_CREATE, e.status(), e.getMessage());
    }
    assertEquals(List.of("file"), names());
  }
}
