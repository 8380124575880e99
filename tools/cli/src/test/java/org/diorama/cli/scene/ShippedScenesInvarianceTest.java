package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.scenefile.SceneOverride;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With all that the shipped scenes use: a frame depends on the scene and its number alone. */
class ShippedScenesInvarianceTest {
  private static final Path SCENES = Path.of("../../scenes");
  private static final int FRAMES = 8;
  private static final long SEED = 20261128;

  static List<String> scenes() throws IOException {
    try (Stream<Path> files = Files.list(SCENES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  /** Workers, shards and resumed runs ask for frames in any order, from samplers of their own. */
  @ParameterizedTest
  @MethodSource("scenes")
  void noOrderAndNoNeighborChangesAFrame(String scene) throws Exception {
    try (LoadedScene loaded = load(scene)) {
      FrameSampler inOrder = loaded.sampler();
      List<SampledFrame> expected = IntStream.range(0, FRAMES).mapToObj(inOrder::sample).toList();
      List<Integer> shuffled = new ArrayList<>(IntStream.range(0, FRAMES).boxed().toList());
      Collections.shuffle(shuffled, new Random(SEED));
      ExecutorService workers = Executors.newFixedThreadPool(3);
      try {
        FrameSampler shared = loaded.sampler();
        List<Future<SampledFrame>> sampled =
            shuffled.stream().map(frame -> workers.submit(() -> shared.sample(frame))).toList();
        for (int i = 0; i < FRAMES; i++) {
          assertEquals(
              expected.get(shuffled.get(i)),
              sampled.get(i).get(),
              scene + ", frame " + shuffled.get(i) + " among others, seed " + SEED);
        }
      } finally {
        workers.shutdownNow();
      }
      int last = FRAMES - 1;
      assertEquals(expected.get(last), loaded.sampler().sample(last), scene + ", a frame alone");
    }
  }

  /**
   * Something far away that takes no room, with a child and draws of its own; added as one name and
   * as another. Bodies that fall may bounce otherwise where the world holds more: their poses are
   * left out.
   */
  @ParameterizedTest
  @MethodSource("scenes")
  void anUnrelatedObjectChangesNoDraw(String scene) {
    for (String name : List.of("aaa", "unrelated")) {
      SceneOverride added =
          SceneOverride.set(
              "objects." + name,
              "{asset: {primitive: cone}, at: [5000, {uniform: [5000, 5100]}, {normal: [500, 1]}],"
                  + " label: none, yaw: {uniform: [0, 360]}, size: {uniform: [0.1, 0.2]}, children:"
                  + " {part: {asset: {primitive: box}, label: none, at: [0, 0,"
                  + " {uniform: [1, 2], per: parent}]}}}");
      try (LoadedScene plain = load(scene);
          LoadedScene more = load(scene, added)) {
        FrameSampler plainSampler = plain.sampler();
        FrameSampler moreSampler = more.sampler();
        for (int number : new int[] {0, 3, 17}) {
          SampledFrame before = plainSampler.sample(number);
          SampledFrame after = moreSampler.sample(number);
          String message = scene + " with " + name + ", frame " + number;
          assertEquals(draws(before, name), draws(after, name), message);
          assertEquals(before.cameras(), after.cameras(), message);
          assertEquals(before.lighting(), after.lighting(), message);
          assertEquals(before.context(), after.context(), message);
          assertEquals(nodes(before, name, plain), nodes(after, name, plain), message);
          assertEquals(before.nodes().size() + 2, after.nodes().size(), message + ": it is there");
        }
      }
    }
  }

  /** By path and instance, without those of one object. */
  private static Map<String, String> draws(SampledFrame frame, String without) {
    Map<String, String> draws = new TreeMap<>();
    for (DrawnValue draw : frame.draws()) {
      if (!draw.path().startsWith("objects." + without + ".")) {
        draws.put(draw.path() + " " + draw.instance(), draw.value());
      }
    }
    return draws;
  }

  private static List<String> nodes(SampledFrame frame, String without, LoadedScene scene) {
    boolean falls =
        scene.description().allObjects().anyMatch(object -> object.settling().isPresent());
    return frame.nodes().stream()
        .filter(node -> !node.group().matches(without + "\\b.*"))
        .map(node -> text(node, falls))
        .toList();
  }

  private static String text(SampledNode node, boolean falls) {
    return String.join(
        " ",
        node.group(),
        "" + node.index(),
        "" + node.trackId(),
        node.assetId(),
        falls ? "" : "" + node.worldFromObject(),
        "" + node.material());
  }

  /** Skips what needs a pack that this machine lacks. */
  private static LoadedScene load(String scene, SceneOverride... overrides) {
    try {
      return LoadedScene.load(SCENES.resolve(scene), List.of(overrides), List.of());
    } catch (DioramaException e) {
      assumeTrue(!e.getMessage().contains("assets install"), scene + " needs a pack");
      throw e;
    }
  }
}
