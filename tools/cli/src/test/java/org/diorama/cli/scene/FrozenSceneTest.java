package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.cli.ShippedScenes;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code explain --frame} prints has the frame's record, but for what tells of drawing. */
class FrozenSceneTest {
  /** Frames within sequences, and twins, among them. */
  private static final List<Integer> FRAMES = List.of(0, 3, 10);

  @TempDir private Path folder;

  /** Models stay where they are from the scene's folder. */
  @BeforeEach
  void copyModels() throws IOException {
    Files.createDirectories(folder.resolve("scenes"));
    Path parts = Files.createDirectories(folder.resolve("scenes/parts"));
    try (Stream<Path> files = Files.list(ShippedScenes.file("parts"))) {
      for (Path file : files.toList()) {
        Files.copy(file, parts.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void everySceneThatShipsIsThereAgain(String name) throws IOException {
    try (LoadedScene scene = ShippedScenes.load(name, List.of())) {
      assertFrozen(scene, FRAMES);
    }
  }

  /** Every way in which something moves, stands on something, and is missing. */
  private static final String MOVING =
      """
      version: 1
      name: moving
      seed: 3
      sequence: {length: 4, fps: 1}
      image: {width: 64, height: 48}
      categories: {thing: {id: 4}}
      cameras:
        on_way: {trajectory: {points: [[-5, -5, 2], [5, -5, 2]], speed: 1}, look_at: [0, 0, 0]}
        riding: {attach: {to: carts.box, instance: 1}, at: [0, 0, 1], yaw: {uniform: [0, 9], per: frame}}
        still: {at: [0, -8, 2], look_at: [0, 0, 1]}
      lamps:
        beacons: {spot: {angle: 30}, attach: carts.box, at: [0.3, 0, 0.1], pitch: -20, candela: 900}
        fixed: {point: {}, at: [0, 0, 5], lumen: 500}
      paths: {round: {points: [[-2, -2], [2, -2], [2, 2], [-2, 2]], closed: true}}
      objects:
        on_table: {asset: {primitive: cone}, count: 3, place: {on: table.top}, size: 0.2, label: thing}
        floor: {asset: {primitive: plane}, size: [40, 40, 1], label: none}
        table:
          asset: {primitive: box}
          at: [0, 5, 0]
          size: [2, 1, 0.7]
          label: none
          surfaces: {top: {x: [-1, 1], y: [-0.5, 0.5], z: 0.7}}
          motion: {velocity: [0.3, 0.1, 0], turn_rate: 20}
        full: {asset: {primitive: box}, count: 40, area: {x: [6, 8], y: [0, 2]}, size: 0.7, label: thing}
        carts:
          count: 3
          place: {along: round, gap: 1.5}
          motion: {along: {speed: {uniform: [0.5, 1]}}}
          children:
            box:
              asset: [{primitive: box}, {primitive: sphere}]
              count: {uniform_int: [1, 3], per: parent}
              at: [0, {uniform: [-0.2, 0.2]}, {uniform: [0.1, 0.3]}]
              roll: {uniform: [0, 40]}
              size: [0.5, 0.3, 0.2]
              label: thing
              motion: {orbit: {period: 5}}
              material: {base_color: {uniform: ['#203040', '#ffeedd']}, metallic: 0.25}
        exact:
          asset: {primitive: box}
          label: thing
          transform: [0, -2, 0, 3, 1, 0, 0, -3, 0, 0, 0.5, 0]
          motion: {way: {points: [[0, 0, 1], [0, 2, 1]], times: [1, 2.5], smooth: true}}
          children: {knob: {asset: {primitive: sphere}, at: [0, 0, 0.5], size: 0.3, label: none}}
        tied: {asset: {primitive: box}, attach: {to: exact.knob}, at: [0, 0, 1], size: 0.2, label: none}
        heap:
          asset: {primitive: box}
          count: 3
          area: {x: [-1, 0], y: [-1, 0], z: 1}
          size: 0.3
          label: thing
          settle: {physics: {shown: true}}
        pushed:
          asset: {primitive: box}
          at: [-0.5, 2, 0]
          size: 0.3
          label: thing
          settle: {physics: {yields: true}}
      """;

  @Test
  void motionHierarchiesAndGapsAreThereAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("moving.yaml"), MOVING);
    SampledFrame frozen;
    try (LoadedScene scene = LoadedScene.load(file, List.of(), List.of())) {
      frozen = assertFrozen(scene, List.of(0, 1, 3, 6));
    }
    List<MotionStates> moving =
        frozen.nodes().stream()
            .map(SampledNode::worldFromObject)
            .filter(states -> states.states().size() == 5)
            .toList();
    assertTrue(moving.size() >= 12, moving.size() + " move");
    List<Integer> full =
        frozen.nodes().stream()
            .filter(node -> node.group().equals("full"))
            .map(SampledNode::index)
            .toList();
    assertTrue(full.get(full.size() - 1) >= full.size(), "those without a place leave gaps");
  }

  @Test
  void manyInstancesAreThereAgainFromFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("moving.yaml"), MOVING);
    try (LoadedScene scene = LoadedScene.load(file, List.of(), List.of())) {
      assertFrozen(scene, List.of(0, 6), 1);
    }
    try (Stream<Path> files = Files.list(folder.resolve("scenes"))) {
      long many = files.filter(each -> each.toString().endsWith(".jsonl")).count();
      assertTrue(many >= 8, many + " files");
    }
  }

  private SampledFrame assertFrozen(LoadedScene scene, List<Integer> frames) throws IOException {
    return assertFrozen(scene, frames, Integer.MAX_VALUE);
  }

  /**
   * Gives the last one.
   *
   * @param most instances of an object that stand in no file
   */
  private SampledFrame assertFrozen(LoadedScene scene, List<Integer> frames, int most)
      throws IOException {
    SampledFrame last = null;
    for (int number : frames) {
      var decided = scene.sampler().decided(number);
      Path frozen = folder.resolve("scenes/frozen-" + number + ".yaml");
      FrozenText text =
          FrozenScene.text(
              scene.description(), decided, scene.shapesAndFiles(), "many" + number, most);
      Files.write(frozen, text.lines());
      for (Map.Entry<String, List<String>> each : text.instanceFiles().entrySet()) {
        Files.write(frozen.resolveSibling(each.getKey()), each.getValue());
      }
      try (LoadedScene again = LoadedScene.load(frozen, List.of(), List.of())) {
        last = again.sampler().sample(0);
        assertSame(scene.sampler().sample(number), last);
        assertTrue(
            last.draws().stream().allMatch(draw -> draw.path().matches("split|factors[.].*")),
            "nothing else is drawn: " + last.draws());
      }
    }
    return last;
  }

  private static void assertSame(SampledFrame expected, SampledFrame actual) {
    assertEquals(unsigned(expected.nodes()), unsigned(actual.nodes()));
    assertEquals(unsigned(expected.cameras()), unsigned(actual.cameras()));
    assertLamps(expected.lighting().lamps(), actual.lighting().lamps());
    assertEquals(
        Map.of(
            "light", expected.lighting().with(List.of()),
            "weather", expected.weather(),
            "categories", expected.categories(),
            "labels", expected.labels(),
            "factors", expected.context().factors(),
            "split", expected.context().split(),
            "seed", expected.key().seed()),
        Map.of(
            "light", actual.lighting().with(List.of()),
            "weather", actual.weather(),
            "categories", actual.categories(),
            "labels", actual.labels(),
            "factors", actual.context().factors(),
            "split", actual.context().split(),
            "seed", actual.key().seed()));
  }

  /** Each is one of its own, by name and number, wherever it is. */
  private static void assertLamps(List<SampledLamp> expected, List<SampledLamp> actual) {
    assertEquals(FrozenLamps.names(expected), actual.stream().map(SampledLamp::name).toList());
    for (int i = 0; i < expected.size(); i++) {
      SampledLamp lamp = expected.get(i);
      SampledLamp again = actual.get(i);
      assertEquals(
          unsigned(lamp.worldFromLamp().states()), unsigned(again.worldFromLamp().states()));
      assertEquals(lamp.visible(), again.visible());
      assertEquals(lamp.shape().getClass(), again.shape().getClass());
      assertEquals(lamp.shape().area(), again.shape().area());
      assertEquals(lamp.intensity(), again.intensity());
      // A spot's angles are degrees in a scene.
      double lumens = lamp.shape().lumensOfCandela();
      assertEquals(lumens, again.shape().lumensOfCandela(), 1e-14 * lumens);
    }
  }

  /** To the last bit, save that a scene file has one zero. */
  private static String unsigned(List<?> records) {
    return records.toString().replaceAll("-0\\.0(?![0-9])", "0.0");
  }
}
