package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run that dies between any two steps on the file system, or within one, and is started again
 * leaves what an undisturbed run leaves.
 */
class InterruptionTest {
  private final SyntheticFrames frames = SyntheticFrames.small();
  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"FLAT||4-5", "BLOCKS||999-1000", "FLAT|0|0-1", "BLOCKS|998|998-999"})
  void afterAnyStep(Layout layout, String before, String wanted) throws IOException {
    Path undisturbed = temporary.resolve("undisturbed");
    Runs.all(undisturbed, frames, wanted, layout);
    SortedMap<String, String> expected = FolderContent.of(undisturbed);
    Random random = new Random(4);
    boolean died = true;
    int deaths = 0;
    for (int step = 0; died; step++) {
      Path root = temporary.resolve("step" + step);
      if (before != null) {
        Runs.all(root, frames, before, layout);
      }
      died = dies(root, wanted, layout, step);
      if (step % 4 == 0) {
        // The second start may die, too.
        dies(root, wanted, layout, random.nextInt(step + 1));
      }
      Runs.all(root, frames, wanted, layout);
      FolderContent.assertSame(expected, FolderContent.of(root), "died after step " + step);
      remove(root);
      deaths += died ? 1 : 0;
    }
    assertTrue(deaths > 60, "only " + deaths + " places to die");
  }

  private boolean dies(Path root, String wanted, Layout layout, int step) {
    DyingOperations operations = new DyingOperations(step);
    try {
      Runs.all(operations, root, frames, wanted, layout);
    } catch (DyingOperations.Death death) {
      return true;
    }
    return false;
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
