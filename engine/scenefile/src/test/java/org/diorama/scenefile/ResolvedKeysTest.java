package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canonical keys decide whether two datasets are of one configuration. */
class ResolvedKeysTest {
  private static final String SCENE =
      """
      version: 1
      name: keys
      categories: {car: {id: 1}, bus: {id: 2, from: [bus, coach]}}
      camera: {at: [0, 0, 1.5], fov: {uniform: [50, 60]}}
      objects:
        a: {asset: {primitive: box}, label: car, count: {choice: {1: 2, 3: 1}}, yaw: 90}
        b: {asset: {category: [car, bus]}, material: {base_color: '#ff0000'}}
      """;

  @TempDir private Path folder;

  @Test
  void spellingOrderAndCommentsMeanNothing() {
    String other =
        """
        # The same scene, written otherwise.
        name: "keys"
        frames: 99
        version: 1
        labels: {annotators: [normals, contrast]}     # asks for more, changes nothing
        seed: 0                     # the default
        objects:
          a:
            yaw: 9.0e+1
            label: 'car'
            count:
              choice: {3.0: 1, 1: 2.00}
            asset: {segments: 64, primitive: box}
          b:
            asset: {category: [bus, car, car]}
            material:
              base_color: [1, 0, -0.0]
        camera:
          fov: {per: sequence, uniform: {max: 60, min: 50.0}}
          at: [+0, -0, 15e-1]
        categories:
          bus: {from: [coach, bus], id: 2, supercategory: bus}
          car: {id: 1}
        lighting: {sun: {}, sky: {illuminance: 20e3}}
        """;
    assertEquals(keys(SCENE), keys(other));
  }

  @Test
  void everyOtherChangeShows() {
    Map<String, String> original = keys(SCENE);
    String[][] changes = {
      {"name: keys", "name: keyz"},
      {"id: 1", "id: 3"},
      {"[bus, coach]", "[bus]"},
      {"1.5]", "1.6]"},
      {"[50, 60]}", "[50, 60], per: dataset}"},
      {"uniform: [50, 60]", "uniform_int: [50, 60]"},
      {"{1: 2, 3: 1}", "{1: 2, 3: 2}"},
      {"primitive: box", "primitive: cone"},
      {"label: car", "label: none"},
      {"yaw: 90", "yaw: 91"},
      {"[car, bus]", "[car]"},
      {"#ff0000", "#fe0000"},
      {"yaw: 90", "yaw: 90, at: [0, 0, 1]"},
      {"version: 1", "version: 1\nseed: 1"},
      {"version: 1", "version: 1\nlabels: {depth: {max: 66}}"},
      {"version: 1", "version: 1\nlabels: {float_files: exr}"},
      {"version: 1", "version: 1\nlighting: {sun: none}"},
    };
    for (String[] change : changes) {
      String changed = SCENE.replace(change[0], change[1]);
      assertNotEquals(SCENE, changed, change[0]);
      assertNotEquals(original, keys(changed), change[1]);
    }
  }

  @Test
  void theOrderOfObjectsShows() {
    String first = "  a: {asset: {primitive: box}, label: none}\n";
    String second = "  b: {asset: {primitive: box}, label: none}\n";
    String head = SceneText.MINIMAL.replace("objects: {}", "objects:");
    assertNotEquals(keys(head + first + second), keys(head + second + first));
  }

  @Test
  void defaultsAreIncludedAndFramesAreNot() {
    Map<String, String> keys = keys(SceneText.MINIMAL);
    assertEquals("640", keys.get("image.width"));
    assertEquals("0", keys.get("seed"));
    assertEquals("5500", keys.get("lighting.sun.temperature"));
    assertEquals("", keys.get("objects"));
    assertFalse(keys.containsKey("frames"));
  }

  private Map<String, String> keys(String yaml) {
    SceneReading reading = SceneText.read(folder, yaml);
    reading.sceneOrThrow();
    return reading.resolvedKeys();
  }
}
