package org.diorama.core.sample.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.Statistics;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Counterfactuals;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.junit.jupiter.api.Test;

class FactorSamplerTest {
  private static final Factor WEATHER = discrete("weather", "dry", 3, "rain", 2, "snow", 1);
  private static final Factor TIME = discrete("time", "day", 1, "night", 1);
  private static final Factor NEVER = discrete("never", "on", 1, "off", 0);
  private static final Factor WETNESS =
      new Factor.Continuous(
          "wetness",
          new Parameter<>("factors.wetness", new Distribution.Uniform(0, 1), Scope.SEQUENCE));

  private static Factor discrete(String name, Object... levelsAndWeights) {
    List<Factor.Level> levels = new ArrayList<>();
    for (int i = 0; i < levelsAndWeights.length; i += 2) {
      levels.add(new Factor.Level((String) levelsAndWeights[i], (Integer) levelsAndWeights[i + 1]));
    }
    return new Factor.Discrete(name, levels);
  }

  private static SceneDescription.Builder scene(long seed, Factor... factors) {
    return Scenes.scene(seed, Scenes.object("thing")).toBuilder().factors(List.of(factors));
  }

  private static Map<String, String> levels(SceneDescription scene, long frame) {
    Map<String, String> levels = new HashMap<>();
    new FrameSampler(scene, FixedFacts.BOX)
        .sample(frame)
        .context()
        .factors()
        .forEach(each -> levels.put(each.factor(), each.level()));
    return levels;
  }

  @Test
  void levelsComeByWeightAndFactorsAreIndependent() {
    FactorSampler sampler = new FactorSampler(scene(5, WEATHER, TIME, NEVER).build());
    long[] counts = new long[6];
    for (long sequence = 0; sequence < 60_000; sequence++) {
      Map<String, String> chosen = decide(sampler, 5, sequence).levels();
      int weather = List.of("dry", "rain", "snow").indexOf(chosen.get("weather"));
      counts[weather * 2 + (chosen.get("time").equals("day") ? 0 : 1)]++;
      assertEquals("on", chosen.get("never"), "a level without weight");
    }
    Statistics.assertChiSquare(
        counts, new double[] {1 / 4., 1 / 4., 1 / 6., 1 / 6., 1 / 12., 1 / 12.});
  }

  private static FactorSampler.Decision decide(FactorSampler sampler, long seed, long sequence) {
    FramePosition position = FramePosition.still(sequence);
    return sampler.sample(position, new DrawLog(seed, position));
  }

  @Test
  void balancedFactorsFillEveryBlockExactly() {
    SceneDescription scene =
        scene(9, WEATHER, TIME, NEVER).balance(List.of("weather", "time")).build();
    FactorSampler sampler = new FactorSampler(scene);
    Set<List<String>> orders = new HashSet<>();
    for (long block = 0; block < 200; block++) {
      Map<String, Integer> counts = new HashMap<>();
      List<String> order = new ArrayList<>();
      for (long sequence = block * 12; sequence < (block + 1) * 12; sequence++) {
        Map<String, String> chosen = decide(sampler, 9, sequence).levels();
        String cell = chosen.get("weather") + " " + chosen.get("time");
        counts.merge(cell, 1, Integer::sum);
        order.add(cell);
      }
      assertEquals(
          Map.of(
              "dry day",
              3,
              "dry night",
              3,
              "rain day",
              2,
              "rain night",
              2,
              "snow day",
              1,
              "snow night",
              1),
          counts);
      orders.add(order);
    }
    assertEquals(200, orders.size(), "blocks have orders of their own");
  }

  @Test
  void everyOrderOfAnyBlockIsEquallyLikely() {
    long[] counts = new long[24];
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int block = 0; block < 24_000; block++) {
      List<Integer> order = new ArrayList<>();
      for (int place = 0; place < 4; place++) {
        StreamPath path = StreamPath.of("balance");
        order.add(RandomOrder.at(place, 4, new RandomStream(1, path, block, -1)));
      }
      assertEquals(Set.of(0, 1, 2, 3), Set.copyOf(order));
      counts[known.computeIfAbsent(order, absent -> known.size())]++;
    }
    double[] even = new double[24];
    Arrays.fill(even, 1 / 24.);
    Statistics.assertChiSquare(counts, even);
  }

  @Test
  void twinsTakeTheOtherCellsOnceEachAndShareTheRest() {
    SceneDescription scene =
        scene(2, WEATHER, TIME, NEVER, WETNESS)
            .counterfactuals(new Counterfactuals(List.of("weather", "time"), 5))
            .build();
    for (long sequence = 0; sequence < 30; sequence++) {
      Set<String> cells = new HashSet<>();
      Map<String, String> first = levels(scene, sequence * 6);
      for (long frame = sequence * 6; frame < sequence * 6 + 6; frame++) {
        Map<String, String> levels = levels(scene, frame);
        cells.add(levels.get("weather") + levels.get("time"));
        assertEquals(first.get("never"), levels.get("never"));
        assertEquals(first.get("wetness"), levels.get("wetness"));
      }
      assertEquals(6, cells.size());
    }
  }

  @Test
  void aTwinChangesNoDrawButItsFactors() {
    SceneDescription one =
        Scenes.scene(4, Scenes.scattered("group", 5, 50, true, 0.5)).toBuilder()
            .factors(List.of(WEATHER, TIME, WETNESS))
            .counterfactuals(new Counterfactuals(List.of("weather", "wetness"), 2))
            .build();
    FrameSampler sampler = new FrameSampler(one, FixedFacts.BOX);
    for (long frame = 0; frame < 60; frame += 3) {
      SampledFrame first = sampler.sample(frame);
      for (int twin = 1; twin <= 2; twin++) {
        SampledFrame other = sampler.sample(frame + twin);
        assertEquals(twin, other.context().position().twin());
        assertEquals(first.nodes(), other.nodes());
        assertEquals(without(first), without(other));
        assertNotEquals(first.context().factors(), other.context().factors());
      }
    }
  }

  private static List<DrawnValue> without(SampledFrame frame) {
    return frame.draws().stream()
        .filter(draw -> !draw.path().matches("factors\\.(weather|wetness)"))
        .toList();
  }

  @Test
  void continuousFactorsAreDrawnAnewForEachTwinAndSeenByWhatRefersToThem() {
    Parameter<Double> wetness = ((Factor.Continuous) WETNESS).value();
    Parameter<Double> yaw =
        new Parameter<>("objects.thing.yaw", new Distribution.Reference<>(wetness), Scope.INSTANCE);
    SceneDescription scene =
        Scenes.scene(4, Scenes.object("thing").toBuilder().yaw(yaw).build()).toBuilder()
            .factors(List.of(WETNESS))
            .counterfactuals(new Counterfactuals(List.of("wetness"), 1))
            .build();
    FrameSampler sampler = new FrameSampler(scene, FixedFacts.BOX);
    double[] values = new double[2000];
    Set<Object> poses = new HashSet<>();
    for (int frame = 0; frame < values.length; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      values[frame] = Double.parseDouble(sampled.context().factors().get(0).level());
      poses.add(sampled.nodes().get(0).worldFromObject());
      assertEquals(
          1, sampled.draws().stream().filter(d -> d.path().equals("factors.wetness")).count());
    }
    assertEquals(values.length, poses.size(), "each value has its pose");
    Statistics.assertKolmogorov(values, x -> x);
  }

  @Test
  void levelsStandInTheRecordOfWhatWasDrawn() {
    SampledFrame frame =
        new FrameSampler(scene(3, WEATHER, WETNESS).build(), FixedFacts.BOX).sample(7);
    List<FactorLevel> factors = frame.context().factors();
    assertEquals(List.of("weather", "wetness"), factors.stream().map(FactorLevel::factor).toList());
    for (FactorLevel factor : factors) {
      assertTrue(
          frame.draws().contains(DrawnValue.of("factors." + factor.factor(), -1, factor.level())));
    }
  }

  @Test
  void stepsOfASequenceHaveOneLevel() {
    SceneDescription scene =
        scene(3, WEATHER, WETNESS).sequence(new SequenceDescription(5, 10, 0)).build();
    Set<Map<String, String>> all = new HashSet<>();
    for (long sequence = 0; sequence < 10; sequence++) {
      long start = sequence * 5;
      Set<Map<String, String>> levels = new HashSet<>();
      LongStream.range(start, start + 5).forEach(frame -> levels.add(levels(scene, frame)));
      assertEquals(1, levels.size());
      all.addAll(levels);
    }
    assertEquals(10, all.size());
  }

  @Test
  void anotherFactorChangesNoLevel() {
    SceneDescription few = scene(3, TIME).balance(List.of("time")).build();
    SceneDescription more = scene(3, WEATHER, TIME, WETNESS).balance(List.of("time")).build();
    for (long frame = 0; frame < 50; frame++) {
      assertEquals(levels(few, frame).get("time"), levels(more, frame).get("time"));
    }
  }
}
