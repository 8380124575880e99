package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.scenefile.diagnostic.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenes as large as the limits allow end with a few located lines; {@link HostileTiming} times.
 */
class HostileTextsTest {
  /** No measurement: where every name is held against every other this takes hours. */
  private static final Duration FOREVER = Duration.ofSeconds(60);

  @TempDir private Path folder;

  static Stream<String> names() {
    return HostileTexts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void endWithAFewLocatedLines(String name) {
    byte[] bytes = HostileTexts.all().get(name).get().getBytes(StandardCharsets.UTF_8);
    assertTrue(bytes.length <= 1 << 20, name + " has " + bytes.length + " bytes");
    Findings findings =
        assertTimeoutPreemptively(
            FOREVER, () -> SceneChecks.check(SceneText.read(folder, bytes), new SizedFacts()));
    List<String> lines = findings.lines();
    assertTrue(lines.size() <= Findings.MOST_SHOWN + 1, name);
    for (String line : lines) {
      assertTrue(line.startsWith(folder + "/scene.yaml:"), line);
      assertTrue(line.length() < 3000, line);
    }
  }

  @Test
  void ofManyProblemsTheFirstAreShownAndTheOthersCounted() {
    // Written from the last to the first: the order of the file decides, not that of the reading.
    String yaml = SceneText.MINIMAL + "define: {xx: {y: 1}}\n";
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      keys.append("k").append(i).append(": 1\n");
    }
    List<String> lines =
        SceneText.read(folder, (keys + yaml).getBytes(StandardCharsets.UTF_8)).findings().lines();
    assertEquals(101, lines.size());
    for (int i = 0; i < 100; i++) {
      assertTrue(
          lines
              .get(i)
              .startsWith(folder + "/scene.yaml:" + (i + 1) + ":1: unknown key k" + i + "."),
          lines.get(i));
    }
    assertEquals(
        folder + "/scene.yaml: 151 more problems are not shown. Mend these first.", lines.get(100));
  }
}
