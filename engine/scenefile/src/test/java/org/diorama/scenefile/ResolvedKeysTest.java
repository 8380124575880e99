package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Every number but the first occurs once, and is no default. */
  private static final String MANY =
      """
      version: 1
      name: many
      categories: {crate: {id: 61}, car: {id: 62, into: crate}}
      camera:
        at: [0.11, -4.12, 1.13]
        look_at: {shell: {around: [0.14, 0.15, 0.16], radius: [0.17, 0.18], elevation: [1.9, 2.01]}}
        intrinsics: {fx: 700.2, fy: 701.3, cx: 50.4, cy: 20.5}
        constraints: {min_visible: {crate: 63}, clearance: 0.19}
        image: {width: 101, height: 52}
      paths: {lane: {points: [[0.21, 0.22], [1.23, 2.24, 3.25]], radius: 2.26}}
      split: {train: 0.375, val: 0.625}
      palettes: {rust: {'#8b4513': 64, '#a0522d': 65}}
      factors: {wet: {uniform: [0.27, 0.28]}}
      labels: {drop: {min_pixels: 66, min_piece_share: 0.29}, depth: {max: 60.3}}
      sequence: {length: 67, fps: 5.31, shutter: 0.032}
      lamps:
        tube:
          tube: {length: 1.33, diameter: 0.034}
          at: [1.35, 2.36, 3.37]
          lumen: 838
          on: {sun_below: 3.39}
      objects:
        cove: {asset: {cove: {size: [6.41, 5.42, 3.43], radius: 0.944}}, label: none}
        room:
          asset:
            room:
              size: [6.45, 5.46, 2.74]
              wall_thickness: 0.247
              windows: {w: {wall: back, at: 0.548, sill: 0.849, width: 1.051, height: 1.152, frame: 0.053}}
          label: none
        ground: {asset: {ground: {radius: 5054, hills: 3.55, variant: 68}}, label: none}
        ring: {asset: {horizon: {outline: trees, distance: 280.56, height: 14.57, variant: 69}}, label: none}
        carrier:
          asset: {primitive: box, segments: 70}
          transform: [-1.581, 0, 0, 2.59, 0, -1.582, 0, 3.592, 0, 0, 1.583, 4.593]
          label: crate
          keypoints: {l: [0.161, 0.162, 0.163], r: [0.264, 0.265, 0.266]}
          surfaces: {top: {polygon: [[0.167, 0.168], [2.169, 0.171], [2.172, 1.173]], z: 0.574}}
          interior: {x: [-1.175, 1.176], y: [-1.577, 1.578], z: [0.179, 1.281]}
        mover:
          asset: {primitive: box}
          at: {polygon: {points: [[0.282, 0.283], [4.284, 0.285], [0.286, 3.287]], z: 0.188}}
          label: crate
          motion: {orbit: {around: [1.289, 2.291, 0.292], period: 4.293}}
          occlusion: {visible_fraction: {normal: [0.594, 0.195]}, by: carrier}
          material: {base_color: {palette: rust}, emission: {luminance: 3.296}}
        things:
          asset: [{primitive: box}, {primitive: cone, segments: 71}]
          rotation: {cone: {angle: 15.297}}
          place: {on: carrier.top, poisson: {distance: 0.398}, inset: 0.0299}
          count: 72
          label: car
          pixels: {log_uniform: [40.301, 400.302]}
          in_image: {x: 0.503}
        queue:
          asset: {primitive: box}
          label: crate
          place: {along: lane, gap: {uniform: [1.304, 2.305]}, start: {value: 2.306, jitter: 0.507}}
          settle: {physics: {drop: 0.108, density: {choice: {109: 73, 211: 74}}, seconds: 4.312}}
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
  void everyNumberShows() {
    Set<String> shown = new HashSet<>();
    keys(MANY).values().forEach(value -> numbers(value).forEach(shown::add));
    List<String> written = numbers(MANY.replaceAll("'#[0-9a-f]*'", "")).toList();
    assertEquals(
        List.of(),
        written.stream().filter(number -> !shown.contains(number)).toList(),
        shown.toString());
    assertTrue(written.size() > 100);
  }

  private static Stream<String> numbers(String text) {
    return Pattern.compile("[0-9]+(\\.[0-9]+)?").matcher(text).results().map(MatchResult::group);
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
