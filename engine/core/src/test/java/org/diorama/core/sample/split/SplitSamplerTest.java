package org.diorama.core.sample.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  @Test
  void stepsAndTwinsStayTogether() {
    Factor factor =
        new Factor.Continuous(
            "wet", new Parameter<>("factors.wet", new Distribution.Uniform(0, 1), Scope.SEQUENCE));
    SceneDescription scene =
        scene(SplitDescription.Unit.FRAME, Scenes.object("thing")).toBuilder()
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
  }

  @Test
  void anAssetAppearsInOnePartOnly() {
    FixedFacts facts = facts(60);
    SceneDescription scene =
        scene(SplitDescription.Unit.ASSET, cars(), Scenes.object("unlabelled"));
    FrameSampler sampler = new FrameSampler(scene, facts);
    Map<String, Set<String>> partsOf = new HashMap<>();
    for (long frame = 0; frame < 1500; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      for (SampledNode node : sampled.nodes()) {
        partsOf
            .computeIfAbsent(node.assetId(), absent -> new HashSet<>())
            .add(sampled.context().split().orElseThrow());
      }
    }
    assertEquals(Set.copyOf(PARTS), partsOf.remove("box"), "what has no label is in all");
    assertEquals(60, partsOf.size(), "every asset is in a part");
    Set<String> used = new HashSet<>();
    partsOf
        .values()
        .forEach(
            parts -> {
              assertEquals(1, parts.size());
              used.addAll(parts);
            });
    assertEquals(Set.copyOf(PARTS), used);
  }

  @Test
  void assetsComeByShareAndMoreOfThemMoveNone() {
    SplitSampler split = new SplitSampler(scene(SplitDescription.Unit.ASSET, cars()));
    List<String> few = facts(3000).candidates(new AssetReference.AnyOf(List.of("car")));
    List<String> more = facts(4000).candidates(new AssetReference.AnyOf(List.of("car")));
    long[] counts = new long[3];
    Set<String> seen = new HashSet<>();
    for (String part : split.partsOf(cars())) {
      List<String> within = split.within(part, cars(), few);
      counts[PARTS.indexOf(part)] = within.size();
      assertTrue(seen.addAll(within));
      assertTrue(split.within(part, cars(), more).containsAll(within));
    }
    assertEquals(3000, seen.size());
    Statistics.assertChiSquare(counts, new double[] {0.7, 0.2, 0.1});
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
    assertEquals(
        List.of(), new SplitSampler(scene(SplitDescription.Unit.ASSET, shape)).partsOf(shape));
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
