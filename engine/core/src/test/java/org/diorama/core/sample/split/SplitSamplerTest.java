package org.diorama.core.sample.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.Statistics;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Counterfactuals;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.SplitDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitSamplerTest {
  private static final List<String> PARTS = List.of("train", "val", "test");

  private static SplitDescription shares(SplitDescription.Unit unit) {
    return new SplitDescription(
        List.of(
            new SplitDescription.Share("train", 0.7),
            new SplitDescription.Share("val", 0.2),
            new SplitDescription.Share("test", 0.1)),
        unit);
  }

  private static SceneDescription scene(SplitDescription.Unit unit, ObjectDescription... objects) {
    return Scenes.scene(11, objects).toBuilder().split(shares(unit)).build();
  }

  private static String part(SceneDescription scene, long sequence) {
    FramePosition position = FramePosition.still(sequence);
    return new SplitSampler(scene).sample(position, new DrawLog(11, position)).orElseThrow();
  }

  @Test
  void framesComeByShare() {
    SceneDescription scene = scene(SplitDescription.Unit.FRAME, Scenes.object("thing"));
    long[] counts = new long[3];
    for (long frame = 0; frame < 50_000; frame++) {
      counts[PARTS.indexOf(part(scene, frame))]++;
    }
    Statistics.assertChiSquare(counts, new double[] {0.7, 0.2, 0.1});
  }

  @Test
  void nothingIsSplitWhereNobodyAsked() {
    SceneDescription scene = Scenes.scene(11, Scenes.object("thing"));
    assertTrue(new FrameSampler(scene, FixedFacts.BOX).sample(0).context().split().isEmpty());
  }

  /** By frame as by sequence: the two words put each frame into the same part. */
  @ParameterizedTest
  @EnumSource(SplitDescription.Unit.class)
  void stepsAndTwinsStayTogether(SplitDescription.Unit unit) {
    Factor factor =
        new Factor.Continuous(
            "wet", new Parameter<>("factors.wet", new Distribution.Uniform(0, 1), Scope.SEQUENCE));
    SceneDescription scene =
        scene(unit, Scenes.object("thing")).toBuilder()
            .sequence(new SequenceDescription(3, 10, 0))
            .factors(List.of(factor))
            .counterfactuals(new Counterfactuals(List.of("wet"), 1))
            .build();
    FrameSampler sampler = new FrameSampler(scene, FixedFacts.BOX);
    Map<Long, Set<String>> parts = new HashMap<>();
    for (long frame = 0; frame < 600; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      parts
          .computeIfAbsent(frame / 6, absent -> new HashSet<>())
          .add(sampled.context().split().orElseThrow());
    }
    Set<Set<String>> kinds = new HashSet<>(parts.values());
    assertEquals(Set.of(Set.of("train"), Set.of("val"), Set.of("test")), kinds);
    SceneDescription byFrame = scene(SplitDescription.Unit.FRAME, Scenes.object("thing"));
    parts.forEach((sequence, its) -> assertEquals(Set.of(part(byFrame, sequence)), its));
  }

  @Test
  void anAssetAppearsInOnePartOnly() {
    FixedFacts facts = facts(60);
    ObjectDescription shown =
        Scenes.made(
            Scenes.object("parked"),
            new AssetReference.AnyOf(List.of("car")),
            new LabelChoice.None());
    SceneDescription scene =
        scene(SplitDescription.Unit.ASSET, cars(), shown, Scenes.object("unlabelled"));
    FrameSampler sampler = new FrameSampler(scene, facts);
    Map<String, Set<String>> partsOf = new HashMap<>();
    Map<String, Set<String>> groupsOf = new HashMap<>();
    for (long frame = 0; frame < 3000; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      for (SampledNode node : sampled.nodes()) {
        partsOf
            .computeIfAbsent(node.assetId(), absent -> new HashSet<>())
            .add(sampled.context().split().orElseThrow());
        groupsOf.computeIfAbsent(node.assetId(), absent -> new HashSet<>()).add(node.group());
      }
    }
    assertEquals(Set.copyOf(PARTS), partsOf.remove("box"), "what nobody labels is in all");
    groupsOf.remove("box");
    assertEquals(60, partsOf.size(), "every asset is in a part");
    assertEquals(Set.of(Set.of("cars", "parked")), Set.copyOf(groupsOf.values()));
    Set<String> used = new HashSet<>();
    partsOf
        .values()
        .forEach(
            parts -> {
              assertEquals(1, parts.size(), "with a label or without");
              used.addAll(parts);
            });
    assertEquals(Set.copyOf(PARTS), used);
  }

  @Test
  void assetsComeByShareAndMoreOfThemMoveNone() {
    Candidates few = new Candidates(scene(SplitDescription.Unit.ASSET, cars()), facts(3000));
    Candidates more = new Candidates(scene(SplitDescription.Unit.ASSET, cars()), facts(4000));
    long[] counts = new long[3];
    Set<String> seen = new HashSet<>();
    for (String part : PARTS) {
      List<String> within = few.in(Optional.of(part)).get("objects.cars");
      counts[PARTS.indexOf(part)] = within.size();
      assertTrue(seen.addAll(within));
      assertTrue(more.in(Optional.of(part)).get("objects.cars").containsAll(within));
    }
    assertEquals(3000, seen.size());
    Statistics.assertChiSquare(counts, new double[] {0.7, 0.2, 0.1});
  }

  /** Read in millimeters and in meters it is one model still. */
  @Test
  void aModelFileIsInOnePartHoweverItIsRead() {
    FixedFacts facts = new FixedFacts();
    List<AssetReference> read = new ArrayList<>();
    for (int file = 0; file < 40; file++) {
      for (double unit : new double[] {0.001, 1}) {
        String path = file + ".stl";
        facts.with(path + " " + unit, "", Vec3.ONE, 0);
        read.add(new AssetReference.ModelFile(path, unit, AssetReference.UpAxis.Z));
      }
    }
    ObjectDescription parts =
        Scenes.made(
            Scenes.object("parts"), new AssetReference.OneOf(read), new LabelChoice.As("thing"));
    Candidates candidates = new Candidates(scene(SplitDescription.Unit.ASSET, parts), facts);
    int found = 0;
    for (String part : PARTS) {
      List<String> within = candidates.in(Optional.of(part)).get("objects.parts");
      found += within.size();
      for (String id : within) {
        assertTrue(
            within.contains(id.replaceFirst(" .*", id.endsWith(" 1.0") ? " 0.001" : " 1.0")));
      }
    }
    assertEquals(80, found);
  }

  @Test
  void aPartWithoutAssetsIsNamed() {
    SceneDescription scene = scene(SplitDescription.Unit.ASSET, cars());
    DioramaException refused =
        assertThrows(DioramaException.class, () -> new FrameSampler(scene, facts(1)));
    assertTrue(
        refused.getMessage().startsWith("objects.cars: the split leaves it no asset for "),
        refused.getMessage());
  }

  @Test
  void aLoneShapeIsInEveryPart() {
    ObjectDescription shape =
        Scenes.made(
            Scenes.object("ball"),
            new AssetReference.Primitive("sphere", 8),
            new LabelChoice.As("thing"));
    Candidates candidates =
        new Candidates(
            scene(SplitDescription.Unit.ASSET, shape),
            new FixedFacts().with("sphere", "", Vec3.ONE, 0));
    assertEquals(List.of(), candidates.lacks());
    assertEquals(candidates.in(Optional.empty()), candidates.in(Optional.of("val")));
  }

  private static ObjectDescription cars() {
    return Scenes.made(
        Scenes.object("cars"),
        new AssetReference.AnyOf(List.of("car")),
        new LabelChoice.FromAsset());
  }

  private static FixedFacts facts(int cars) {
    FixedFacts facts = new FixedFacts().with("box", "", Vec3.ONE, 0);
    for (int i = 0; i < cars; i++) {
      facts.with("car_" + i, "car", Vec3.ONE, 0);
    }
    return facts;
  }
}
