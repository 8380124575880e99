package org.diorama.scenefile.compose;

import static org.diorama.scenefile.compose.SceneFiles.REST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.diagnostic.Location;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeTest {
  @TempDir private Path folder;
  private SceneFiles files;

  @BeforeEach
  void start() {
    files = new SceneFiles(folder);
  }

  /** Both ways of writing a scene give the same scene. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: {asset: {primitive: box}, label: none, yaw: 1}, b: {like: a, yaw: 2}}"
            + "|{a: {asset: {primitive: box}, label: none, yaw: 1},"
            + " b: {asset: {primitive: box}, label: none, yaw: 2}}",
        // Chains, in any order.
        "{c: {like: b, roll: 3}, b: {like: a, yaw: 2},"
            + " a: {asset: {primitive: box}, label: none, yaw: 1}}"
            + "|{c: {asset: {primitive: box}, label: none, yaw: 2, roll: 3},"
            + " b: {asset: {primitive: box}, label: none, yaw: 2},"
            + " a: {asset: {primitive: box}, label: none, yaw: 1}}",
        // The rules of overriding.
        "{a: {asset: {primitive: box}, label: none, area: {x: 1, y: 2}}, b: {like: a, at: [1, 2, 3]}}"
            + "|{a: {asset: {primitive: box}, label: none, area: {x: 1, y: 2}},"
            + " b: {asset: {primitive: box}, label: none, at: [1, 2, 3]}}",
        "{a: {asset: [c, d], label: none, yaw: 4}, b: {like: a, asset: {extend: [e]}, yaw: null}}"
            + "|{a: {asset: [c, d], label: none, yaw: 4}, b: {asset: [c, d, e], label: none}}",
        // An entry of that name is an entry.
        "{like: {asset: {primitive: box}, label: none}, b: {like: like}}"
            + "|{like: {asset: {primitive: box}, label: none}, b: {asset: {primitive: box}, label: none}}",
      })
  void copies(String written, String meant) {
    files.with("written.yaml", REST + "objects: " + written);
    files.with("meant.yaml", REST + "objects: " + meant);
    assertEquals(
        files.read("meant.yaml").sceneOrThrow(), files.read("written.yaml").sceneOrThrow());
    assertEquals(
        files.read("meant.yaml").resolvedKeys(), files.read("written.yaml").resolvedKeys());
  }

  @Test
  void categoriesCopyToo() {
    files.with(
        "scene.yaml",
        REST
            + "objects: {}\ncategories: {car: {id: 1, supercategory: vehicle}, bus: {like: car, id: 2}}");
    assertEquals(
        "vehicle", files.read("scene.yaml").sceneOrThrow().categories().get(1).supercategory());
  }

  @Test
  void reachesAcrossFiles() {
    files.with("base.yaml", "objects: {a: {asset: {primitive: box}, label: none}, c: {like: b}}");
    files.with("scene.yaml", "include: base.yaml\n" + REST + "objects: {b: {like: a, yaw: 9}}");
    SceneReading reading = files.read("scene.yaml");
    assertEquals(
        List.of("a", "c", "b"),
        reading.sceneOrThrow().objects().stream().map(ObjectDescription::name).toList());
    assertEquals(
        new Location(folder.resolve("base.yaml").toString(), 1, 22),
        reading.locations().get("objects.b.asset"));
    assertEquals(
        new Location(folder.resolve("scene.yaml").toString(), 5, 29),
        reading.locations().get("objects.c.yaw"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{crate: {asset: {primitive: box}, label: none}, b: {like: craet}}"
            + "|59: objects: no entry beside it is named craet. Did you mean crate?",
        "{a: {like: a}}|12: objects: copies of themselves: a is like a. Break the circle.",
        "{a: {like: b}, b: {like: c}, c: {like: b}}"
            + "|41: objects: copies of themselves: a is like b is like c is like b. Break the circle.",
        "{a: {like: [b]}}"
            + "|21: objects: found a list. Write the name of an entry beside this one.",
        "{a: {like: null}}"
            + "|21: objects: found nothing. Write the name of an entry beside this one.",
      })
  void refuses(String objects, String problem) {
    files.with("scene.yaml", REST + "objects: " + objects);
    assertEquals(1, files.says("scene.yaml").size(), files.says("scene.yaml").toString());
    String said = files.says("scene.yaml").get(0);
    assertTrue(said.endsWith(problem.substring(problem.indexOf(':'))), said);
  }

  @Test
  void whatCannotCopySaysSo() {
    files.with("scene.yaml", REST + "objects: {}\nlighting: {like: x}");
    assertEquals(
        List.of(
            "scene.yaml:5:12: lighting: unknown key like. Write one of sun, moon, clouds, sky, occlusion, bounce."),
        files.says("scene.yaml"));
  }

  /** Ten thousand copies of copies are no stack and no bomb. */
  @Test
  void longChains() {
    StringBuilder objects = new StringBuilder("objects:\n");
    for (int i = 0; i < 9_000; i++) {
      objects.append("  o%d: {like: o%d}\n".formatted(i, i + 1));
    }
    objects.append("  o9000: {asset: {primitive: box}, label: none}\n");
    files.with("scene.yaml", REST + objects);
    assertEquals(9_001, files.read("scene.yaml").sceneOrThrow().objects().size());
  }

  @Test
  void bombs() {
    StringBuilder big = new StringBuilder("objects:\n  a: {asset: [");
    big.append("x, ".repeat(2_000)).append("y]}\n");
    for (int i = 0; i < 100; i++) {
      big.append("  b%d: {like: a}\n".formatted(i));
    }
    files.with("scene.yaml", REST + big);
    assertEquals(1, files.says("scene.yaml").size());
    assertTrue(
        files.says("scene.yaml").get(0).contains("the copies have more than 100000 values"),
        files.says("scene.yaml").get(0));
  }
}
