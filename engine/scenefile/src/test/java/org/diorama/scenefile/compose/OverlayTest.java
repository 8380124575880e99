package org.diorama.scenefile.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Maps of keys merge, and maps of names.
        "{frames: 3, seed: 1}|{seed: 2}|{frames: 3, seed: 2}",
        "{lighting: {sun: {azimuth: 1, elevation: 2}}}|{lighting: {sun: {azimuth: 3}}}"
            + "|{lighting: {sun: {azimuth: 3, elevation: 2}}}",
        "{objects: {a: {yaw: 1}}}|{objects: {a: {roll: 2}}}|{objects: {a: {yaw: 1, roll: 2}}}",
        // An overriding object keeps the place of the first, new ones follow.
        "{objects: {a: {yaw: 1}, b: {yaw: 1}}}|{objects: {c: {yaw: 3}, a: {yaw: 2}}}"
            + "|{objects: {a: {yaw: 2}, b: {yaw: 1}, c: {yaw: 3}}}",
        // Distributions, lists and vectors are one value.
        "{camera: {fov: {uniform: [1, 2], per: dataset}}}|{camera: {fov: {normal: [3, 1]}}}"
            + "|{camera: {fov: {normal: [3, 1]}}}",
        "{objects: {a: {yaw: {choice: {1: 2}}}}}|{objects: {a: {yaw: {choice: {3: 1}}}}}"
            + "|{objects: {a: {yaw: {choice: {3: 1}}}}}",
        "{camera: {at: [1, 2, 3]}}|{camera: {at: [4, 5, 6]}}|{camera: {at: [4, 5, 6]}}",
        // Another shape of the same key.
        "{lighting: {sun: {azimuth: 1}}}|{lighting: {sun: none}}|{lighting: {sun: none}}",
        "{lighting: {sun: none}}|{lighting: {sun: {azimuth: 1}}}|{lighting: {sun: {azimuth: 1}}}",
        "{categories: coco}|{categories: {a: {id: 1}}}|{categories: {a: {id: 1}}}",
        // Rivals give way.
        "{objects: {a: {area: {x: 1, y: 2}, yaw: 3}}}|{objects: {a: {at: [1, 2, 3]}}}"
            + "|{objects: {a: {yaw: 3, at: [1, 2, 3]}}}",
        "{camera: {at: [1, 2, 3], look_at: [0, 0, 0], fov: 5}}|{camera: {shell: {radius: 1}}}"
            + "|{camera: {fov: 5, shell: {radius: 1}}}",
        "{camera: {shell: {radius: 1}, yaw: 4}}|{camera: {at: [1, 2, 3], look_at: [0, 0, 0]}}"
            + "|{camera: {yaw: 4, at: [1, 2, 3], look_at: [0, 0, 0]}}",
        "{objects: {a: {asset: {file: a.stl, units: mm, up: z}}}}"
            + "|{objects: {a: {asset: {primitive: box}}}}"
            + "|{objects: {a: {asset: {primitive: box}}}}",
        "{objects: {a: {asset: {file: a.stl, units: mm}}}}|{objects: {a: {asset: {file: b.stl}}}}"
            + "|{objects: {a: {asset: {file: b.stl, units: mm}}}}",
        "{objects: {a: {place: {along: p, gap: 1, start: 0}}}}|{objects: {a: {place: {on: t}}}}"
            + "|{objects: {a: {place: {on: t}}}}",
        "{objects: {a: {place: {along: p, gap: 1, start: 0}}}}"
            + "|{objects: {a: {place: {along: q}}}}"
            + "|{objects: {a: {place: {along: q, gap: 1, start: 0}}}}",
        // Marks.
        "{objects: {a: {yaw: 1}, b: {yaw: 2}}}|{objects: {a: null}}|{objects: {b: {yaw: 2}}}",
        "{objects: {a: {yaw: 1, roll: 2}}}|{objects: {a: {yaw: ~}}}|{objects: {a: {roll: 2}}}",
        "{categories: {a: {id: 1, from: [b, c]}}}|{categories: {a: {from: {extend: [d]}}}}"
            + "|{categories: {a: {id: 1, from: [b, c, d]}}}",
        // An author's own name is no mark.
        "{objects: {a: {yaw: 1}}}|{objects: {extend: {yaw: 2}}}"
            + "|{objects: {a: {yaw: 1}, extend: {yaw: 2}}}",
        "{objects: {a: {yaw: 1}}}|{objects: {extend: [1]}}"
            + "|{objects: {a: {yaw: 1}, extend: [1]}}",
        // A forgotten value removes nothing, and an unknown key is left to the reader of the
        // result.
        "{frames: 3}|{frames: }|{frames: }",
        "{wether: {a: 1}}|{wether: {b: 2}}|{wether: {b: 2}}",
      })
  void laysOver(String earlier, String later, String expected) {
    assertEquals(text(tree("x", expected)), text(over(earlier, later)));
    assertEquals(List.of(), problems.findings().lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{objects: {crate: {yaw: 1}}}|{objects: {craet: null}}"
            + "|later:1:12: objects: there is no craet to remove. Did you mean crate?",
        "{frames: 1}|{objects: {a: {yaw: 1}}, seed: null}"
            + "|later:1:26: there is no seed to remove. Write one of frames.",
        "{objects: {a: {yaw: 1}}}|{objects: {a: {asset: {extend: [b]}}}}"
            + "|later:1:32: objects.a.asset: there is no list here to extend. Write the list"
            + " itself.",
        "{objects: {a: {asset: c}}}|{objects: {a: {asset: {extend: [b]}}}}"
            + "|later:1:32: objects.a.asset: there is no list here to extend. Write the list"
            + " itself.",
      })
  void marksOfNothingAreProblems(String earlier, String later, String expected) {
    over(earlier, later);
    assertEquals(
        List.of(expected), problems.findings().shown().stream().map(Diagnostic::toString).toList());
  }

  @Test
  void everyNodeKeepsThePlaceWhereItWasWritten() {
    YamlNode.Mapping camera =
        (YamlNode.Mapping)
            ((YamlNode.Mapping) over("{camera: {fov: 1, roll: 2}}", "\n{camera: {fov: 3}}"))
                .find("camera")
                .orElseThrow()
                .value();
    assertEquals(new Location("later", 2, 10), camera.location());
    YamlNode.Entry fov = camera.find("fov").orElseThrow();
    assertEquals(new Location("later", 2, 11), fov.location());
    assertEquals(new Location("later", 2, 16), fov.value().location());
    assertEquals(
        new Location("earlier", 1, 25), camera.find("roll").orElseThrow().value().location());
  }

  @Test
  void aMapOverNothingIsTheMap() {
    YamlNode scene = tree("later", "{objects: {a: {yaw: {uniform: [1, 2]}}}}");
    assertEquals(scene, Overlay.overScene(tree("earlier", "{}"), scene, problems));
    assertSame(scene, Overlay.overScene(scene, scene, problems));
  }

  /** Parts that touch different objects may come in any grouping: (a, b), c is a, (b, c). */
  @Test
  void groupingMeansNothing() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      YamlNode a = random(random, "a");
      YamlNode b = random(random, "b");
      YamlNode c = random(random, "c");
      YamlNode left = Overlay.overScene(Overlay.overScene(a, b, problems), c, problems);
      YamlNode right = Overlay.overScene(a, Overlay.overScene(b, c, problems), problems);
      assertEquals(text(left), text(right), "seed " + seed);
    }
    assertEquals(List.of(), problems.findings().lines());
  }

  private YamlNode random(Random random, String source) {
    String[] keys = {"yaw", "pitch", "roll"};
    String[] values = {"1", "{uniform: [1, 2]}", "{normal: [3, 4], per: frame}"};
    StringBuilder yaml = new StringBuilder("objects:\n");
    int first = random.nextInt(5);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      yaml.append("  n").append((first + i) % 5).append(": {");
      yaml.append(keys[random.nextInt(3)]).append(": ").append(values[random.nextInt(3)]);
      yaml.append("}\n");
    }
    return tree(source, yaml.toString());
  }

  private YamlNode over(String earlier, String later) {
    return Overlay.overScene(tree("earlier", earlier), tree("later", later), problems);
  }

  private YamlNode tree(String source, String yaml) {
    return YamlTreeReader.read(source, yaml.getBytes(StandardCharsets.UTF_8), problems)
        .orElseThrow();
  }

  /** The tree without places. */
  private static String text(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> entry.key() + ": " + text(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream()
          .map(OverlayTest::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((YamlNode.Scalar) node).text();
  }
}
