package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is added to a scene, taken from it, renamed or moved within it changes nothing that is drawn
 * for the rest: random scenes of every kind of part, far enough from one another that none takes
 * another's room.
 */
class UnrelatedPartsTest {
  private static final String HEAD =
      """
      version: 1
      name: parts
      sequence: {length: 3, fps: 10}
      camera: {at: [0, {uniform: [-9, -8]}, 30], look_at: [0, 0, 0]}
      categories: {thing: {id: 1}}
      """;

  /** Objects by what they show; NAME is the object's name and X where it is, meters. */
  private static final List<String> OBJECTS =
      List.of(
          "{asset: {primitive: box}, label: thing, count: {uniform_int: [1, 4]}, "
              + "area: {x: {uniform: [X.0, X.5]}, y: {normal: [0, 3]}}, size: {uniform: [0.1, 0.3]}}",
          "{asset: {primitive: box}, label: thing, count: 3, yaw: {uniform: [0, 360]}, "
              + "area: {x: {uniform: [X.0, X.5]}, y: {uniform: [-2, 2]}, clearance: 0.1}, size: 0.2}",
          "{asset: {primitive: sphere}, label: thing, at: [X, {grid: {values: [1, 2, 3]}}, 0], "
              + "motion: {velocity: [{uniform: [0, 1]}, 0, 0], turn_rate: 30}}",
          "{asset: {primitive: box}, label: thing, at: [X, 0, 0], size: [2, 2, 1], children: "
              + "{lower: {asset: {primitive: box}, label: none, count: {uniform_int: [1, 3]}, "
              + "place: {on: top}, size: {uniform: [0.1, 0.3], per: parent}, children: "
              + "{upper: {asset: {primitive: sphere}, label: thing, at: [0, 0, "
              + "{uniform: [1, 2]}], size: 0.1}}}}, "
              + "surfaces: {top: {x: [-1, 1], y: [-1, 1], z: 1}}}",
          "{asset: {primitive: cylinder}, label: thing, count: {uniform_int: [2, 5]}, "
              + "place: {along: NAME, gap: {uniform: [0.1, 0.5]}}, size: 0.3}",
          "{asset: {primitive: cone}, label: thing, size: 0.2, place: "
              + "{at: [X, 0, 0], grid: {rows: 2, columns: 2, spacing: [0.5, 0.5, 0], jitter: 0.1}}}",
          "{asset: {primitive: box}, label: thing, count: 3, size: 0.2, "
              + "place: {at: [X, 0, 0], row: {gap: {uniform: [0.1, 0.3]}}}, "
              + "material: {base_color: {palette: car_paints}, roughness: $NAME}}",
          "{asset: {primitive: box}, label: thing, size: 0.2, "
              + "rotation: uniform_so3, at: {box: {min: [X, 0, 0], max: [X.5, 1, 1]}}}");

  @TempDir private Path folder;

  /** A part of a scene: an object with the path, definition and factor that go by its name. */
  private record PartOfScene(String name, int kind, int place) {
    String text() {
      return "  "
          + name
          + ": "
          + OBJECTS
              .get(kind)
              .replace("NAME", name)
              .replaceAll("\\bX\\b", Integer.toString(1000 * place))
          + "\n";
    }

    PartOfScene named(String other) {
      return new PartOfScene(other, kind, place);
    }
  }

  private static String scene(List<PartOfScene> parts) {
    StringBuilder paths = new StringBuilder("paths:\n");
    StringBuilder values = new StringBuilder("define:\n");
    StringBuilder factors = new StringBuilder("factors:\n");
    StringBuilder objects = new StringBuilder("objects:\n");
    for (PartOfScene part : parts) {
      int x = 1000 * part.place();
      paths.append("  %s: {points: [[%d, -5, 0], [%d, 5, 0]]}\n".formatted(part.name(), x, x));
      values.append("  %s: {uniform: [0.2, 0.9], per: instance}\n".formatted(part.name()));
      factors.append(
          "  f_%s: {one: {}, two: {weight: 2, set: {objects: {%s: {roll: 5}}}}}\n"
              .formatted(part.name(), part.name()));
      objects.append(part.text());
    }
    return HEAD + paths + values + factors + objects;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void changeNothingOfTheRest(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      List<PartOfScene> parts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        parts.add(new PartOfScene("o" + i, random.nextInt(OBJECTS.size()), i + 1));
      }
      List<PartOfScene> others = new ArrayList<>(parts);
      others.remove(3);
      others.set(2, others.get(2).named("renamed"));
      others.add(new PartOfScene("new", random.nextInt(OBJECTS.size()), 9));
      Collections.shuffle(others, random);
      int number = random.nextInt(300);
      SampledFrame before = frame(scene(parts), number);
      SampledFrame after = frame(scene(others), number);
      String message = "seed " + seed + ", round " + round + ", frame " + number + "\n";
      for (String kept : List.of("o0", "o1")) {
        assertEquals(drawsOf(kept, before), drawsOf(kept, after), message + scene(others));
        assertEquals(nodesOf(kept, before), nodesOf(kept, after), message + scene(others));
        assertNotEquals(List.of(), nodesOf(kept, before), message);
      }
      assertEquals(drawsOf("camera", before), drawsOf("camera", after), message);
    }
  }

  /** What is compared does tell frames apart: here by another seed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anotherSeedIsSeen(long seed) {
    String one = HEAD + "objects:\n" + new PartOfScene("o0", 0, 1).text();
    SampledFrame plain = frame(one, seed);
    SampledFrame seeded = frame(one.replace("name: parts", "name: parts\nseed: 5"), seed);
    assertNotEquals(drawsOf("o0", plain), drawsOf("o0", seeded));
    assertNotEquals(nodesOf("o0", plain), nodesOf("o0", seeded));
  }

  /** By path and instance, of what is named after a part. */
  private static Map<String, String> drawsOf(String name, SampledFrame frame) {
    Map<String, String> draws = new TreeMap<>();
    for (DrawnValue draw : frame.draws()) {
      if (draw.path().matches("(.*[.@_])?" + name + "\\b.*")) {
        draws.put(draw.path() + " " + draw.instance(), draw.value());
      }
    }
    return draws;
  }

  /** All of a node but the numbers that count through the whole frame. */
  private static List<String> nodesOf(String name, SampledFrame frame) {
    return frame.nodes().stream()
        .filter(node -> node.group().matches(name + "\\b.*"))
        .map(UnrelatedPartsTest::text)
        .toList();
  }

  private static String text(SampledNode node) {
    return node.group()
        + " "
        + node.index()
        + " track "
        + node.trackId()
        + " "
        + node.assetId()
        + " "
        + node.worldFromObject()
        + " "
        + node.material();
  }

  private SampledFrame frame(String yaml, long number) {
    SceneReading reading = SceneText.read(folder, yaml);
    return new FrameSampler(reading.variantsOrThrow(), new SizedFacts()).sample(number);
  }
}
