package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named values, joined grids, and what one part of a scene does to the draws of another. */
class SharedDrawsTest {
  private static final String HEAD = "version: 1\nname: s\ncamera: {at: [0, 0, 30]}\n";
  private static final List<String> VALUES =
      List.of(
          "{uniform: [0, 90]}",
          "{normal: [20, 5]}",
          "{log_uniform: [1, 90]}",
          "{sum: [{uniform: [0, 9]}, $shared]}",
          "{value: $own, jitter: 3}",
          "{choice: [$shared, {uniform: [0, 5]}]}",
          "{grid: {min: 0, max: 9, cells: 3}}",
          "{uniform: [0, 90], per: sequence}",
          "$own");

  @TempDir private Path folder;

  @Test
  void aDefinitionIsOneDrawWithManyUses() {
    SampledFrame frame =
        frame(
            HEAD
                + """
                define:
                  turn: {uniform: [0, 90]}
                  twice: {product: [$turn, 2]}
                objects:
                  a: {asset: {primitive: box}, label: none, at: [$turn, $twice, 0]}
                  b: {asset: {primitive: box}, label: none, at: [{sum: [$turn, 1]}, 0, 0]}
                """,
            3);
    double turn = value(frame, "define.turn");
    assertEquals(turn, x(frame, 0));
    assertEquals(2 * turn, frame.nodes().get(0).worldFromObject().atLabelInstant().m13());
    assertEquals(turn + 1, x(frame, 1));
    assertEquals(2 * turn, value(frame, "define.twice"));
    assertEquals(
        1, frame.draws().stream().filter(draw -> draw.path().equals("define.turn")).count());
  }

  @Test
  void aDefinitionPerInstanceIsOneDrawOfEachInstanceOfEachObject() {
    SampledFrame frame =
        frame(
            HEAD
                + """
                define: {size: {uniform: [1, 9], per: instance}}
                objects:
                  a: {asset: {primitive: box}, count: 3, label: none, size: $size, at: [$size, 0, 0]}
                  b: {asset: {primitive: box}, count: 3, label: none, size: $size, at: [$size, 0, 0]}
                """,
            0);
    List<Double> sizes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      assertEquals(
          x(frame, i), frame.nodes().get(i).worldFromObject().atLabelInstant().m00(), 1e-12);
      sizes.add(x(frame, i));
    }
    assertEquals(6, sizes.stream().distinct().count());
    assertTrue(
        frame.draws().stream().anyMatch(draw -> draw.path().equals("define.size@objects.b")));
  }

  @Test
  void joinedGridsVisitEveryCombinationOnceARound() {
    String yaml =
        HEAD
            + """
            categories: {crate: {id: 1}}
            define: {lift: {grid: {values: [0, 1], joint: all}}}
            factors: {light: {bright: {}, dim: {set: {lighting: {sun: none}}}}}
            objects:
              a:
                asset: {primitive: box}
                label: crate
                at:
                  - {grid: {values: [0, 1, 2], joint: all}, per: sequence}
                  - {grid: {min: 0, max: 4, cells: 4, joint: all}, per: sequence}
                  - $lift
            """;
    Map<String, Integer> visits = new TreeMap<>();
    FrameSampler sampler = sampler(yaml);
    for (int frame = 0; frame < 3 * 24; frame++) {
      var pose = sampler.sample(frame).nodes().get(0).worldFromObject().atLabelInstant();
      visits.merge(pose.m03() + " " + Math.floor(pose.m13()) + " " + pose.m23(), 1, Integer::sum);
    }
    assertEquals(24, visits.size());
    assertTrue(visits.values().stream().allMatch(count -> count == 3), visits.toString());
  }

  /** Adding, removing, renaming and reordering other objects leaves an object's draws alone. */
  @Test
  void otherObjectsChangeNoDraw() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      List<String> objects = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        objects.add(object("o" + i, random));
      }
      List<String> others = new ArrayList<>(objects.subList(1, 5));
      others.remove(random.nextInt(4));
      others.add(object("new", random));
      others.set(0, others.get(0).replaceFirst("o[0-9]", "renamed"));
      others.add(objects.get(0));
      Collections.shuffle(others, random);
      int frame = random.nextInt(1000);
      Map<String, String> before = drawsOf("o0", frame(scene(objects), frame));
      Map<String, String> after = drawsOf("o0", frame(scene(others), frame));
      assertEquals(before, after, "seed " + seed + ", round " + round);
      assertNotEquals(Map.of(), before);
    }
  }

  private static String object(String name, Random random) {
    String[] keys = {"yaw", "pitch", "roll"};
    return "  "
        + name
        + ": {asset: {primitive: box}, count: 2, label: none, "
        + Arrays.stream(keys)
            .map(key -> key + ": " + VALUES.get(random.nextInt(VALUES.size())))
            .collect(Collectors.joining(", "))
        + "}\n";
  }

  private static String scene(List<String> objects) {
    return HEAD
        + "define: {shared: {uniform: [1, 2]}, own: {uniform: [3, 4], per: instance}}\nobjects:\n"
        + String.join("", objects);
  }

  /** Of one object, and of the definitions that it uses or that all share. */
  private static Map<String, String> drawsOf(String object, SampledFrame frame) {
    return frame.draws().stream()
        .filter(draw -> draw.path().matches("(define\\..*@)?objects\\." + object + "\\b.*"))
        .collect(
            Collectors.toMap(
                draw -> draw.path() + " " + draw.instance(),
                DrawnValue::value,
                (one, other) -> one,
                TreeMap::new));
  }

  private static double x(SampledFrame frame, int node) {
    SampledNode each = frame.nodes().get(node);
    return each.worldFromObject().atLabelInstant().m03();
  }

  private static double value(SampledFrame frame, String path) {
    return frame.draws().stream()
        .filter(draw -> draw.path().equals(path))
        .mapToDouble(draw -> Double.parseDouble(draw.value()))
        .findFirst()
        .orElseThrow();
  }

  private SampledFrame frame(String yaml, long number) {
    return sampler(yaml).sample(number);
  }

  private FrameSampler sampler(String yaml) {
    return new FrameSampler(SceneText.scene(folder, yaml), new SizedFacts());
  }
}
