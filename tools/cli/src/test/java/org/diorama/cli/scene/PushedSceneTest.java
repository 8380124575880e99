package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves through a sequence pushes and carries what falls in it, and what yields. */
class PushedSceneTest {
  /** A cart of 0.5 m comes along the x axis at 1 m/s; its front is at x = t - 1.75. */
  private static final String CART =
      """
      version: 1
      name: pushed
      image: {width: 64, height: 48}
      camera: {at: [0, -6, 2], look_at: [0, 0, 0]}
      sequence: {length: 31, fps: 10, shutter: 0.01}
      objects:
        floor: {asset: {primitive: plane}, size: [20, 20, 1], label: none}
        cart: {asset: {primitive: box}, at: [-2, 0, 0], size: 0.5, label: none,
               motion: {velocity: [1, 0, 0]}}
        crate: {asset: {primitive: box}, at: [0, 0, 0], size: 0.3, label: none,
                settle: SETTLE}
      """;

  /** Where a thing at x = 0.75 is seen, or nearly. */
  private static final String WISH = "in_image: {x: 0.603}";

  @TempDir private Path folder;

  private List<SampledFrame> frames(String yaml, int... steps) throws IOException {
    Path file = Files.writeString(folder.resolve("scene.yaml"), yaml);
    try (LoadedScene scene = LoadedScene.load(file, List.of(), List.of())) {
      FrameSampler sampler = scene.sampler();
      return Arrays.stream(steps).mapToObj(sampler::sample).toList();
    }
  }

  private static Vec3 place(SampledFrame frame, String group) {
    return frame.nodes().stream()
        .filter(node -> node.group().equals(group))
        .findFirst()
        .orElseThrow()
        .worldFromObject()
        .atLabelInstant()
        .translation();
  }

  private List<SampledFrame> cart(String settle, int... steps) throws IOException {
    return frames(CART.replace("SETTLE", settle), steps);
  }

  @Test
  void aCartPushesWhatIsInItsWay() throws IOException {
    for (String settle :
        List.of("{physics: {drop: 0, yields: true}}", "{physics: {shown: true}}")) {
      List<SampledFrame> frames = cart(settle, 14, 30);
      assertEquals(0, place(frames.get(0), "crate").x(), 0.005, settle);
      assertEquals(1.25 + 0.15, place(frames.get(1), "crate").x(), 0.02, settle);
      assertEquals(0, place(frames.get(1), "crate").z(), 0.005, settle);
      assertEquals(1, place(frames.get(1), "cart").x(), 1e-12, settle);
    }
  }

  @Test
  void whatNeitherFallsNorYieldsStaysWhereItRests() throws IOException {
    List<SampledFrame> frames = cart("{physics: {drop: 0}}", 0, 30);
    assertEquals(place(frames.get(0), "crate"), place(frames.get(1), "crate"));
  }

  /** A target would have it start elsewhere than the crate was pushed from. */
  @Test
  void whatPushesStaysWhereItPushedFrom() throws IOException {
    String yaml =
        CART.replace("SETTLE", "{physics: {drop: 0, yields: true}}")
            .replace("at: [-2, 0, 0], size", "at: [{uniform: [-2.5, -1.5]}, 0, 0], size")
            .replace("motion: {velocity: [1, 0, 0]}", "motion: {velocity: [1, 0, 0]}, " + WISH);
    List<SampledFrame> frames = frames(yaml, 0, 30);
    assertEquals(
        "what falls in the sequence meets it", frames.get(0).targets().get(0).cause(), yaml);
    double front = place(frames.get(1), "cart").x() + 0.25;
    assertEquals(front + 0.15, place(frames.get(1), "crate").x(), 0.02);
  }

  /** The crate passes from x = -0.15 to 1.55: a post may be moved there beside it only. */
  @Test
  void nothingIsMovedIntoTheWayOfWhatIsPushed() throws IOException {
    for (String y : List.of("{uniform: [-0.01, 0.01]}", "{uniform: [1, 1.01]}")) {
      String post =
          "  post: {asset: {primitive: box}, at: [{uniform: [0.5, 4]}, "
              + y
              + ", 0], size: 0.1, label: none, "
              + WISH
              + "}\n";
      String cart = CART.replace("SETTLE", "{physics: {drop: 0, yields: true}}");
      boolean beside = y.contains("[1,");
      for (SampledFrame frame : frames(cart + post, 0, 31, 62)) {
        assertEquals(beside, frame.targets().get(0).met(), y);
      }
    }
  }

  /** Until something comes, a sequence finds the same rest whether or not things yield to it. */
  @Test
  void whatYieldsBeginsWhereItCameToRest() throws IOException {
    SampledFrame rests = cart("{physics: {drop: 0.2}}", 0).get(0);
    SampledFrame yields = cart("{physics: {drop: 0.2, yields: true}}", 0).get(0);
    assertEquals(place(rests, "crate"), place(yields, "crate"));
    assertNotEquals(
        place(rests, "crate"), place(cart("{physics: {shown: true}}", 0).get(0), "crate"));
  }

  @Test
  void stillFramesKnowNoYielding() throws IOException {
    String still =
        CART.replaceFirst("sequence: .*\n", "").replaceFirst("(?s),\\s*motion: [^\n]*", "}");
    assertEquals(
        frames(still.replace("SETTLE", "physics"), 0).get(0).nodes(),
        frames(still.replace("SETTLE", "{physics: {yields: true}}"), 0).get(0).nodes());
  }

  /** The draws of one step are those of another: any step alone says what all of them say. */
  @Test
  void anyStepAloneSaysTheSame() throws IOException {
    String settle = "{physics: {yields: true}}";
    assertEquals(cart(settle, 0, 30).get(1), cart(settle, 30).get(0));
  }

  /** A child on a truck that drives off below it: friction takes it along. */
  @Test
  void whatLiesOnATruckDrivesWithIt() throws IOException {
    String truck =
        """
        version: 1
        name: truck
        image: {width: 64, height: 48}
        camera: {at: [0, -6, 2], look_at: [0, 0, 0]}
        sequence: {length: 21, fps: 10}
        objects:
          floor: {asset: {primitive: plane}, size: [20, 20, 1], label: none}
          truck:
            asset: {primitive: box}
            size: [3, 1, 0.5]
            at: [0, 0, 0]
            label: none
            motion: {velocity: [0.5, 0, 0]}
            children:
              load: {asset: {primitive: box}, at: [0, 0, 0.5], size: 0.3, label: none,
                     settle: {physics: {drop: 0, yields: true}}}
        """;
    List<SampledFrame> frames = frames(truck, 0, 10, 20);
    assertEquals(0, place(frames.get(0), "truck.load").x(), 0.002);
    // It slips for v / (mu g), half of which it stays behind.
    double slip = 0.5 * 0.5 / (2 * 0.6 * 9.80665);
    assertEquals(0.5 - slip, place(frames.get(1), "truck.load").x(), 0.02);
    assertEquals(1 - slip, place(frames.get(2), "truck.load").x(), 0.02);
    assertTrue(Math.abs(place(frames.get(2), "truck.load").z() - 0.5) < 0.01);
  }
}
