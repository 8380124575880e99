package org.diorama.assets.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourceTest {
  @TempDir Path folder;

  private Path archive() throws IOException {
    Path file = folder.resolve("pack.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"maker/chair/chair.obj", "maker/other.txt"}) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes());
        out.closeEntry();
      }
    }
    return file;
  }

  @Test
  void readsEntriesOfItsFolderInPlace() throws IOException {
    try (ArchiveSource source = new ArchiveSource(archive(), "digest", "maker/chair")) {
      assertArrayEquals(
          "maker/chair/chair.obj".getBytes(), source.read("./chair.obj").orElseThrow());
      assertTrue(source.read("none.obj").isEmpty());
    }
  }

  @Test
  void dotsDoNotLeadOut() throws IOException {
    try (ArchiveSource source = new ArchiveSource(archive(), "digest", "maker/chair")) {
      assertThrows(RefusedFileException.class, () -> source.read("../other.txt"));
      assertThrows(RefusedFileException.class, () -> source.digest("a/../../other.txt"));
    }
  }

  @Test
  void digestsFollowTheArchiveAndTheName() throws IOException {
    Path file = archive();
    try (ArchiveSource first = new ArchiveSource(file, "one", "maker/chair");
        ArchiveSource second = new ArchiveSource(file, "two", "maker/chair")) {
      assertEquals(first.digest("chair.obj"), first.digest("./chair.obj"));
      assertNotEquals(first.digest("chair.obj"), first.digest("chair.mtl"));
      assertNotEquals(first.digest("chair.obj"), second.digest("chair.obj"));
    }
  }
}
