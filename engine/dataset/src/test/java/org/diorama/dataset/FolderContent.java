package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.Sha256;

/** All files of a folder by relative path, with their hashes. */
final class FolderContent {
  private FolderContent() {}

  static SortedMap<String, String> of(Path root) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : DatasetFolder.filesBelow(root)) {
      files.put(root.relativize(file).toString(), Sha256.of(file));
    }
    return files;
  }

  /** Names first: their difference says more than that of two maps. */
  static void assertSame(
      SortedMap<String, String> expected, SortedMap<String, String> actual, String when) {
    assertEquals(String.join("\n", expected.keySet()), String.join("\n", actual.keySet()), when);
    TreeSet<String> different = new TreeSet<>(expected.keySet());
    different.removeIf(path -> expected.get(path).equals(actual.get(path)));
    assertEquals(new TreeSet<>(), different, when);
  }
}
