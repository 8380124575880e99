package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No problem of a scene hides another one: whatever is told of two alone is told of both. */
class TwoFaultsTest {
  private static final String CAMERA = "camera: {at: [0, 0, 1]}\n";

  @TempDir private Path folder;

  /**
   * Lines that make a sound scene a bad one.
   *
   * @param keys of the scene
   * @param object one more object
   */
  private record Fault(String keys, String object) {}

  private static final List<Fault> FAULTS =
      List.of(
          key("cameras: {left: {at: [0, 0, 1]}}"),
          key("rigs: {pair: {stereo: {baseline: 0.1}, at: [0, 0, 1]}}"),
          key("image: {width: 0, height: 480}"),
          key("colour: 1"),
          key("lighting: {sun: {elevation: 100}}"),
          key("weather: {visibility: -1}"),
          key("lamps: {a: {point: {}, at: [0, 0, 1], lumen: 1, candela: 1}}"),
          key("labels: {drop: {min_pixels: -1}}"),
          key("frames: -1"),
          key("define: {x: $y}"),
          key("balance: [light]"),
          key("split: {train: 0}"),
          key("counterfactuals: {vary: [light], twins: 1}"),
          key("paths: {way: {points: [[0, 0]]}}"),
          key("sequence: {length: 0, fps: 10}"),
          object("a: {asset: {primitive: box}, label: none, attach: nobody}"),
          object("b: {asset: {primitive: box}, label: nothing}"),
          object("c: {asset: {primitive: box}, label: none, at: [0, 0, 0], area: {x: 1, y: 1}}"),
          object("d: {asset: {primitive: cube}, label: none}"),
          object("e: {asset: {primitive: box}, label: none, yaw: {uniform: [2, 1]}}"),
          object("f: {asset: {primitive: box}, label: none, place: {along: no_way}}"),
          object("g: {asset: {primitive: box}, label: none, at: [1, 2, 3], scale: 2, size: bad}"));

  /** What the scene comes to: objects that are bad in something else count too. */
  private static final Fault MANY =
      new Fault(
          "",
          "m: {asset: {primitive: box}, label: none, count: 40000}\n"
              + "  n: {asset: {primitive: box}, label: none, count: 40000}");

  private static final Fault PER_FRAME =
      new Fault(
          "sequence: {length: 3, fps: 10}",
          "p: {asset: {primitive: box}, label: none, yaw: {uniform: [0, 9], per: frame}}");

  private static final Fault DISPARITY = new Fault("labels: {annotators: [disparity]}", "");

  private static Fault key(String text) {
    return new Fault(text, "");
  }

  private static Fault object(String text) {
    return new Fault("", text);
  }

  @Test
  void bothAreTold() {
    List<Set<String>> alone = FAULTS.stream().map(this::said).toList();
    for (int i = 0; i < FAULTS.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertTold(FAULTS.get(j), alone.get(j), FAULTS.get(i), alone.get(i));
      }
    }
  }

  @Test
  void neitherIsWhatTheSceneComesToAsAWhole() {
    for (Fault late : List.of(MANY, PER_FRAME, DISPARITY)) {
      Set<String> alone = said(late);
      for (Fault each : FAULTS) {
        if (!writesSameKey(each, late) && !(late == DISPARITY && writesCameras(each))) {
          assertTold(each, said(each), late, alone);
        }
      }
    }
  }

  private static boolean writesSameKey(Fault one, Fault other) {
    return one.keys()
        .lines()
        .map(line -> line.replaceFirst(":.*", ":"))
        .anyMatch(key -> other.keys().lines().anyMatch(line -> line.startsWith(key)));
  }

  /** Two ways to write cameras, and which of them is meant is not known. */
  private static boolean writesCameras(Fault fault) {
    return fault.keys().startsWith("cameras") || fault.keys().startsWith("rigs");
  }

  /** What can be told of one key is, though something else below it is bad. */
  @Test
  void faultsBelowOneKeyHideNoOthers() {
    assertSaid(
        "labels: {drop: {min_pixels: 0}, annotators: [disparity]}\n" + CAMERA,
        "labels.annotators: disparity is that of two cameras");
    String many =
        IntStream.range(0, 14)
            .mapToObj(i -> "c" + i + ": {at: [0, 0, 1]}")
            .collect(Collectors.joining(", ", "frames: 10000000000\ncameras: {", "}\n"));
    for (String spoiled : List.of(many.replace("c7: {", "c7: {colour: 1, "), many + "seed: x\n")) {
      assertSaid(
          spoiled, "frames: 10000000000 frames of 14 cameras have more images than there are ids");
    }
    assertSaid(
        "colour: 1\ncameras: {a: {at: [0, 0, 1]}, A: {at: [0, 0, 1]}}\n",
        "cameras.A: there is also the camera a of cameras.a");
    assertSaid(
        CAMERA
            + "objects:\n"
            + "  a:\n"
            + "    asset: {primitive: box}\n"
            + "    yaw: x\n"
            + "    count: {uniform_int: [1, 300]}\n"
            + "    children: {b: {asset: {primitive: box}, label: none, count: 300, size: x}}\n",
        "objects.a.children.b.count: a frame can come to 90300 instances");
    assertSaid(
        CAMERA
            + "objects:\n"
            + "  a: {asset: {primitive: box}, label: none, count: 65000, place: {grid: 1}}\n"
            + "  b: {asset: {primitive: box}, label: none, place: {grid: {rows: 300, columns: 300, spacing: 1}}}\n"
            + "  c: {asset: {primitive: box}, count: 600}\n",
        "objects.a.count: a frame can come to 65600 instances");
  }

  private void assertSaid(String keys, String problem) {
    List<String> lines =
        SceneText.says(
            folder,
            SceneText.read(
                folder,
                "version: 1\nname: bad\n"
                    + keys
                    + (keys.contains("objects:") ? "" : "objects: {}\n")));
    assertTrue(lines.size() > 1, lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(": " + problem)), String.join("\n", lines));
  }

  private void assertTold(Fault one, Set<String> saidOfOne, Fault other, Set<String> saidOfOther) {
    Set<String> expected = new TreeSet<>(saidOfOne);
    expected.addAll(saidOfOther);
    expected.removeAll(said(one, other));
    assertEquals(Set.of(), expected, one + " hides, or is hidden by, " + other);
  }

  /** Without places and advice, which tells of names that are there. */
  private Set<String> said(Fault... faults) {
    StringBuilder yaml = new StringBuilder("version: 1\nname: bad\n" + CAMERA);
    Stream.of(faults).forEach(each -> yaml.append(each.keys()).append('\n'));
    yaml.append("objects:\n  sound: {asset: {primitive: box}, label: none}\n");
    Stream.of(faults)
        .filter(each -> !each.object().isEmpty())
        .forEach(each -> yaml.append("  ").append(each.object()).append('\n'));
    List<String> lines = SceneText.says(folder, SceneText.read(folder, yaml.toString()));
    assertFalse(lines.isEmpty(), yaml.toString());
    return lines.stream()
        .map(line -> line.replaceFirst("^[^ ]*:[0-9]+:[0-9]+: ", "").replaceFirst("\\. .*", "."))
        // One more object is one more instance.
        .map(line -> line.replaceFirst("come to [0-9]+", "come to many"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
