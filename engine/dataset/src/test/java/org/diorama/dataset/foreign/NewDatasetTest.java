package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are file systems that files have one name in. */
class NewDatasetTest {
  @TempDir private Path folder;
  private Path image;

  @BeforeEach
  void write() throws IOException {
    image = Files.writeString(folder.resolve("a.png"), "pixels");
  }

  private FileSystem archive() throws IOException {
    return FileSystems.newFileSystem(
        URI.create("jar:" + folder.resolve("a.zip").toUri()), Map.of("create", "true"));
  }

  private static String written(FileSystem archive, String end) throws IOException {
    try (Stream<Path> all = Files.walk(archive.getPath("/"))) {
      Path file = all.filter(path -> path.toString().endsWith(end)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }

  @Test
  void whatIsCopiedIsCopiedAgainWhereThereAreNoLinks() throws IOException {
    try (FileSystem archive = archive();
        NewDataset dataset = NewDataset.begin(archive.getPath("/out"), Placing.COPY)) {
      assertTrue(dataset.place(image, "sources/one/images/a.png"));
      assertTrue(dataset.again("sources/one/images/a.png", "images/one/a.png"));
      assertFalse(dataset.again("sources/one/images/a.png", "images/one/a.png"), "taken");
      assertEquals("pixels", written(archive, "/images/one/a.png"));
    }
  }

  @Test
  void linksThatAreAskedForAreNotReplacedByCopies() throws IOException {
    try (FileSystem archive = archive();
        NewDataset dataset = NewDataset.begin(archive.getPath("/out"), Placing.LINK)) {
      DioramaException refused =
          assertThrows(DioramaException.class, () -> dataset.place(image, "images/a.png"));
      assertEquals(ExitStatus.CANNOT_CREATE, refused.status());
      assertTrue(refused.getMessage().contains("use --copy"), refused.getMessage());
    }
  }
}
