package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneOverrideTest {
  private static final String SCENE =
      """
      version: 1
      name: original
      camera: {at: [1, 2, 3]}
      objects:
        cars: {asset: {primitive: box}, label: none, count: {uniform_int: [1, 4]}, yaw: 5}
      """;

  @TempDir private Path folder;

  @Test
  void replacesAValueOfAnyShape() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            SCENE,
            SceneOverride.set("name", "other"),
            SceneOverride.set("objects.cars.count", "3"),
            SceneOverride.set("objects.cars.yaw", "{uniform: [0, 90]}"));
    assertEquals("other", scene.name());
    assertEquals(
        new Distribution.Constant<>(3.0),
        scene.objects().get(0).count().orElseThrow().distribution());
    assertEquals(new Distribution.Uniform(0, 90), scene.objects().get(0).yaw().distribution());
  }

  @Test
  void addsWhatIsMissingAndReachesIntoLists() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            SCENE,
            SceneOverride.set("image.width", "32"),
            SceneOverride.set("camera.at.1", "7"),
            SceneOverride.set("camera.at.z", "9"),
            SceneOverride.set("objects.cars.yaw.normal", "[0, 1]"),
            SceneOverride.set("objects.extra", "{asset: {primitive: cone}, label: none}"));
    assertEquals(32, scene.cameras().get(0).image().width());
    CameraPose.At pose = (CameraPose.At) scene.cameras().get(0).mount().pose();
    VectorParameter.Axes position = (VectorParameter.Axes) pose.position();
    assertEquals(new Distribution.Constant<>(7.0), position.y().distribution());
    assertEquals(new Distribution.Constant<>(9.0), position.z().distribution());
    assertEquals(
        new Distribution.Normal(0, 1, -3600, 3600), scene.objects().get(0).yaw().distribution());
    assertEquals("extra", scene.objects().get(1).name());
  }

  @Test
  void theLastOneWins() {
    SceneDescription scene =
        SceneText.scene(
            folder,
            SCENE,
            SceneOverride.set("seed", "1"),
            new SceneOverride("seed", "0", "--seed"));
    assertEquals(0, scene.seed());
  }

  @Test
  void problemsNameTheOption() {
    assertSays(
        "--set objects.cars.cuont: objects.cars: unknown key cuont. Did you mean count?",
        SceneOverride.set("objects.cars.cuont", "3"));
    assertSays(
        "--set objects.cars.count: objects.cars.count: -3 is out of range. Write a whole number"
            + " from 0 to 65534 or a distribution.",
        SceneOverride.set("objects.cars.count", "-3"));
    assertSays(
        "--seed: seed: found x. Write a whole number of 64 bits.",
        new SceneOverride("seed", "x", "--seed"));
    assertSays(
        "--set seed: seed: no value given. Write path=value.", SceneOverride.set("seed", " "));
    assertSays(
        "--set seed: seed: not YAML: while parsing a flow sequence, expected ',' or ']', but got"
            + " <stream end>. Check indentation, quotes, colons and brackets here.",
        SceneOverride.set("seed", "[1"));
    assertSays(
        "--set seed: seed: a second document starts here. Keep one scene in a file.",
        SceneOverride.set("seed", "1\n---\n2"));
    assertSays(
        "--set " + "a.".repeat(40) + "a: the path is too long. Name a key of the scene.",
        SceneOverride.set("a.".repeat(40) + "a", "1"));
  }

  @Test
  void indicesBeyondTheListAreNoPlace() {
    assertSays(
        "--set camera.at.3: camera.at: unknown key 3. Write one of box, shell, disk, polygon, path,"
            + " choice, sequence, grid, sum, value.",
        SceneOverride.set("camera.at.3", "1"));
  }

  private void assertSays(String expected, SceneOverride override) {
    assertEquals(
        List.of(expected), SceneText.says(folder, SceneText.read(folder, SCENE, override)));
  }
}
