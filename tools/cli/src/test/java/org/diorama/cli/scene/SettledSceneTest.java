package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.dataset.record.FrameRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code settle: physics}, from the scene's words to the decided frame. */
class SettledSceneTest {
  private static final Path BIN = Path.of("../../scenes/settle.yaml");

  @TempDir private Path folder;

  @Test
  void thingsInTheBinLieOnItsBottomOrHigherTheSameInAnyOrder() {
    try (LoadedScene scene = LoadedScene.load(BIN, List.of(), List.of())) {
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

  private static final String FALLING =
      """
      version: 1
      name: falling
      image: {width: 64, height: 48}
      camera: {at: [0, -6, 2], look_at: [0, 0, 1]}
      sequence: {length: 8, fps: 20, shutter: 0.01}
      objects:
        floor: {asset: {primitive: plane}, size: [20, 20, 1], label: none}
        lower: {asset: {primitive: sphere}, at: [0, 0, 1.2], size: 0.2, label: none,
                settle: {physics: {drop: 0, shown: true, restitution: 0.4}}}
        upper: {asset: {primitive: box}, at: [0.02, 0, 1.6], size: 0.2, label: none,
                settle: {physics: {drop: 0, shown: true, restitution: 0.4}}}
        shelf: {asset: {primitive: box}, at: [0, 0, 0.5], size: [3, 3, 0.2], label: none}
      """;

  /**
   * Both fall 0.5 m onto a shelf that comes after them in the file, the upper one 0.2 m above the
   * lower one until that one lands: alone in the air, each falls g t² / 2.
   */
  @Test
  void allThatASequenceShowsFallsTogetherAmongAllThatStands() throws Exception {
    List<SampledFrame> frames = frames(FALLING);
    double landing = Math.sqrt(2 * 0.5 / 9.80665);
    for (SampledFrame frame : frames) {
      double seconds = frame.context().position().step() / 20.0;
      double lower = height(frame, "lower");
      double upper = height(frame, "upper");
      if (seconds < landing - 0.01) {
        assertEquals(1.3 - 9.80665 * seconds * seconds / 2, lower, 0.01);
        assertEquals(1.7 - 9.80665 * seconds * seconds / 2, upper, 0.01);
      } else {
        assertTrue(lower > 0.79 && upper > lower, lower + " under " + upper);
      }
    }
    // It bounced, which no body does that is left where it landed.
    assertTrue(height(frames.get(7), "lower") > 0.805);
  }

  @Test
  void theStatesOfAFallFollowOneAnotherToTheLastBit() throws Exception {
    List<SampledFrame> frames = frames(FALLING);
    for (int step = 0; step < frames.size(); step++) {
      for (int i = 1; i < 3; i++) {
        SampledNode node = frames.get(step).nodes().get(i);
        List<Affine3> states = node.worldFromObject().states();
        assertEquals(5, states.size());
        assertEquals(frames.get(0).nodes().get(i).trackId(), node.trackId());
        if (step > 0) {
          List<Affine3> before = frames.get(step - 1).nodes().get(i).worldFromObject().states();
          assertEquals(before.get(2), states.get(0));
          assertEquals(before.get(4), states.get(2));
          assertTrue(before.get(3).m23() != states.get(1).m23());
        }
      }
    }
  }

  /** A replay samples nothing: the record holds what the simulation gave. */
  @Test
  void aReplayOfAFallNeedsNoPhysics() throws Exception {
    SampledFrame frame = frames(FALLING).get(5);
    Path out = folder.resolve("out");
    Path again = folder.resolve("again");
    CommandRun.of(
            "render",
            folder.resolve("scene.yaml"),
            "--renderer",
            "reference",
            "--frames",
            5,
            "--out",
            out)
        .expect(0);
    Path record = out.resolve("records/00000005.json");
    assertEquals(frame, FrameRecords.read(record).frame());
    CommandRun.of("render", "--replay", record, "--renderer", "reference", "--out", again)
        .expect(0);
    assertEquals(Trees.digests(out.resolve("images")), Trees.digests(again.resolve("images")));
    assertEquals(Trees.digests(out.resolve("records")), Trees.digests(again.resolve("records")));
  }

  private List<SampledFrame> frames(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("scene.yaml"), yaml);
    try (LoadedScene scene = LoadedScene.load(file, List.of(), List.of())) {
      FrameSampler sampler = scene.sampler();
      List<SampledFrame> frames = new ArrayList<>();
      for (int step = 0; step < 8; step++) {
        frames.add(sampler.sample(step));
        assertEquals(frames.get(step), scene.sampler().sample(step), "in any order");
      }
      return frames;
    }
  }

  /** Of the center: shapes stand on their origin. */
  private static double height(SampledFrame frame, String group) {
    return frame.nodes().stream()
        .filter(node -> node.group().equals(group))
        .findFirst()
        .orElseThrow()
        .worldFromObject()
        .atLabelInstant()
        .transformPoint(new Vec3(0, 0, 0.5))
        .z();
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
    try (LoadedScene scene = LoadedScene.load(file, List.of(), List.of())) {
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
