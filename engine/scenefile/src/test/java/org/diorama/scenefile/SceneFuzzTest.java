package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@link SceneFuzz}, whose {@code main} is the long one. */
class SceneFuzzTest {
  private static final long SEED = 20261122;
  private static final int MUTANTS = 3000;

  /** No measurement: a mutant that never ends must end the test. */
  private static final Duration FOREVER = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void damageEndsInDiagnosticsNeverInACrash() {
    long sound =
        assertTimeoutPreemptively(FOREVER, () -> new SceneFuzz(folder, 4).run(SEED, MUTANTS));
    assertTrue(sound > MUTANTS / 100, "only " + sound + " mutants were sound");
    assertTrue(sound < MUTANTS * 3 / 4, sound + " of " + MUTANTS + " were sound");
  }
}
