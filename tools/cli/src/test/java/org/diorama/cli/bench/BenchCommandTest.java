package org.diorama.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  /** Every feature is a row, those apart that the scene has not and cannot be given. */
  @Test
  void printsOneRowAFeatureAndFile() throws IOException {
    CommandRun run =
        CommandRun.of(
                "bench",
                TestScene.write(folder),
                "--features",
                "--json",
                "--frames=1",
                "--rounds=1",
                "--width=64",
                "--height=48",
                "--renderer=opengl")
            .expect(0);
    BenchCommand.Report report =
        StrictJson.instance().readValue(run.out(), BenchCommand.Report.class);
    assertEquals(64, report.width());
    assertEquals(48, report.height());
    assertTrue(report.milliseconds() > 0, run.out());
    List<String> expected =
        Feature.all().stream()
            .map(Feature::name)
            .filter(name -> !name.startsWith("lamp") && !name.startsWith("atmosphere"))
            .toList();
    assertEquals(expected, report.features().stream().map(FeatureCost::feature).toList());
    Set<String> given =
        report.features().stream()
            .filter(cost -> !cost.inScene())
            .map(FeatureCost::feature)
            .collect(Collectors.toSet());
    assertTrue(given.containsAll(Set.of("fog", "rain", "snowfall", "glare")), given.toString());
    assertFalse(given.contains("sun shadows"), given.toString());
    assertEquals(6, report.files().size());
  }

  @Test
  void wrongNumbersAreAWrongCommandLine() throws IOException {
    Path scene = TestScene.write(folder);
    CommandRun run = CommandRun.of("bench", scene, "--features", "--frames=0").expect(2);
    assertTrue(run.err().contains("start at 1"), run.err());
    CommandRun.of("bench", scene).expect(2);
  }

  @Test
  void quartilesLieBetweenTheSortedValues() {
    FeatureCost cost = FeatureCost.of("x", true, List.of(9.0, 1.0, 3.0, 5.0));
    assertEquals(4, cost.milliseconds());
    assertEquals(2.5, cost.lowQuartile());
    assertEquals(6, cost.highQuartile());
  }
}
