package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.cli.TestScene;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code settle: physics}, from the scene's words to the decided frame. */
class SettledSceneTest {
  private static final Path BIN = Path.of("../../scenes/settle.yaml");

  @TempDir private Path folder;

  @Test
  void thingsInTheBinLieOnItsBottomOrHigherTheSameInAnyOrder() {
    try (LoadedScene scene = LoadedScene.load(BIN, List.of())) {
      SampledFrame first = scene.sampler().sample(0);
      var other = scene.sampler();
      other.sample(1);
      assertEquals(first, other.sample(0));
      for (SampledNode node : first.nodes()) {
        if (node.categoryId() != 0 && !node.group().startsWith("bin")) {
          Affine3 pose = node.worldFromObject().atLabelInstant();
          boolean inside = Math.abs(pose.m03()) < 0.2 && Math.abs(pose.m13()) < 0.15;
          assertTrue(!inside || pose.m23() > 0.755 && pose.m23() < 0.95, node + "");
        }
      }
      for (GroupVerdict group : first.groups()) {
        int missing = group.missing().stream().mapToInt(GroupVerdict.Missing::count).sum();
        assertEquals(group.wanted(), group.placed() + missing, group.group());
      }
    }
  }

  @Test
  void whatFallsOutOfTheWorldIsLeftOutAndReported() throws Exception {
    SampledFrame frame = sample("at: [30, 0, 1]\n    settle: physics", 0);
    assertEquals(0, frame.nodes().stream().filter(n -> n.group().equals("falling")).count());
    GroupVerdict verdict = verdict(frame);
    assertEquals(2, verdict.wanted());
    assertEquals(0, verdict.placed());
    assertEquals(List.of(new GroupVerdict.Missing(NoPlace.FELL, 2)), verdict.missing());
  }

  /** Both are asked for the same place: the second starts above the first, and both find rest. */
  @Test
  void whatWouldShareRoomStartsAbove() throws Exception {
    SampledFrame frame = sample("at: [0, 0, 2]\n    settle: physics", 0);
    assertEquals(2, verdict(frame).placed());
    List<Double> heights =
        frame.nodes().stream()
            .filter(node -> node.group().equals("falling"))
            .map(node -> node.worldFromObject().atLabelInstant().m23())
            .toList();
    assertTrue(heights.get(1) > heights.get(0) + 0.05 || heights.get(1) < 1, heights + "");
  }

  @Test
  void aSequenceShowsTheFallOrFindsItDone() throws Exception {
    String sequence = "sequence: {length: 4, fps: 10}\n";
    String place = "at: [0, 0, 3]\n    settle: ";
    SampledNode shown = last(sample(place + "{physics: {shown: true}}", 1, sequence));
    List<Affine3> states = shown.worldFromObject().states();
    assertEquals(5, states.size());
    // From frame 0 to 2, at 0.1 s each, before anything is met.
    double fallen = states.get(0).m23() - states.get(4).m23();
    assertEquals(9.80665 * 0.2 * 0.2 / 2, fallen, 0.02);
    assertEquals(1, last(sample(place + "physics", 1, sequence)).worldFromObject().states().size());
  }

  private SampledFrame sample(String entry, long number) throws Exception {
    return sample(entry, number, "");
  }

  private SampledFrame sample(String entry, long number, String more) throws Exception {
    String falling =
        """
          falling:
            asset: {primitive: box}
            count: 2
            size: 0.2
            label: block
        """;
    Path file = folder.resolve("falling.yaml");
    Files.writeString(file, TestScene.YAML + falling + "    " + entry + "\n" + more);
    try (LoadedScene scene = LoadedScene.load(file, List.of())) {
      return scene.sampler().sample(number);
    }
  }

  private static GroupVerdict verdict(SampledFrame frame) {
    return frame.groups().stream()
        .filter(group -> group.group().equals("falling"))
        .findFirst()
        .orElseThrow();
  }

  private static SampledNode last(SampledFrame frame) {
    return frame.nodes().get(frame.nodes().size() - 1);
  }
}
