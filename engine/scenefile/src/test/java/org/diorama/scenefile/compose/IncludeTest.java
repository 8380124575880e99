package org.diorama.scenefile.compose;

import static org.diorama.scenefile.compose.SceneFiles.REST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.diagnostic.Location;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {
  private static final String BOX = "{asset: {primitive: box}, label: none, yaw: %s}";

  @TempDir private Path folder;
  private SceneFiles files;

  @BeforeEach
  void start() {
    files = new SceneFiles(folder);
  }

  private static String box(int yaw) {
    return BOX.formatted(yaw);
  }

  private static double yaw(ObjectDescription object) {
    return ((Distribution.Constant<Double>) object.yaw().distribution()).value();
  }

  private static List<String> names(SceneDescription scene) {
    return scene.objects().stream().map(ObjectDescription::name).toList();
  }

  @Test
  void laterFilesAndTheSceneItselfWin() {
    files.with(
        "lib/one.yaml", "seed: 1\nframes: 1\nobjects: {a: " + box(1) + ", b: " + box(1) + "}");
    files.with("lib/two.yaml", "seed: 2\nframes: 2\nobjects: {c: " + box(2) + ", b: {yaw: 2}}");
    files.with(
        "scene.yaml",
        "include: [lib/one.yaml, lib/two.yaml]\nseed: 3\n"
            + REST
            + "objects: {c: {yaw: 3}, d: "
            + box(3)
            + "}");
    SceneDescription scene = files.read("scene.yaml").sceneOrThrow();
    assertEquals(3, scene.seed());
    assertEquals(2, scene.frames());
    assertEquals(List.of("a", "b", "c", "d"), names(scene));
    assertEquals(
        List.of(1.0, 2.0, 3.0, 3.0), scene.objects().stream().map(IncludeTest::yaw).toList());
  }

  @Test
  void aSceneOfManyFilesIsTheSceneOfOne() {
    files.with("base.yaml", "objects: {a: " + box(1) + "}\nimage: {width: 32}");
    files.with("scene.yaml", "include: base.yaml\n" + REST + "image: {height: 16}");
    files.with("one.yaml", REST + "objects: {a: " + box(1) + "}\nimage: {width: 32, height: 16}");
    assertEquals(files.read("one.yaml").sceneOrThrow(), files.read("scene.yaml").sceneOrThrow());
    assertEquals(files.read("one.yaml").resolvedKeys(), files.read("scene.yaml").resolvedKeys());
  }

  @Test
  void everyValueKnowsItsFile() {
    files.with("lib/base.yaml", "image:\n  width: 32\n  height: 32\nobjects: {}");
    files.with("scene.yaml", "include: [lib/base.yaml]\n" + REST + "image: {height: 16}");
    SceneReading reading = files.read("scene.yaml");
    String base = folder.resolve("lib/base.yaml").toString();
    String scene = folder.resolve("scene.yaml").toString();
    assertEquals(new Location(base, 2, 10), reading.locations().get("image.width"));
    assertEquals(new Location(scene, 5, 17), reading.locations().get("image.height"));
  }

  @Test
  void problemsNameTheFileTheyAreIn() {
    files.with("lib/base.yaml", "image: {widht: 32}\nobjects: {a: {yaw: x}}");
    files.with("scene.yaml", "include: [lib/base.yaml]\n" + REST + "objects: {a: {roll: y}}");
    assertEquals(
        List.of(
            "lib/base.yaml:1:9: image: unknown key widht. Did you mean width?",
            "lib/base.yaml:2:20: objects.a.yaw: found x. Write a number from -3600 to 3600"
                + " (degrees) or a distribution.",
            "scene.yaml:5:14: objects.a: none of asset, children, surfaces, interior is there. Add"
                + " one of these keys.",
            "scene.yaml:5:21: objects.a.roll: found y. Write a number from -3600 to 3600 (degrees)"
                + " or a distribution."),
        files.says("scene.yaml"));
  }

  /** a and b both stand on base: what a changed there stays, base is not laid over it again. */
  @Test
  void aFileNamedTwiceCountsOnce() {
    files.with("lib/base.yaml", "seed: 1\nframes: 1\nobjects: {}");
    files.with("lib/a.yaml", "include: base.yaml\nseed: 2");
    files.with("lib/b.yaml", "include: ../lib/./base.yaml\nframes: 2");
    files.with("scene.yaml", "include: [lib/a.yaml, lib/b.yaml, lib/a.yaml]\n" + REST);
    SceneReading reading = files.read("scene.yaml");
    assertEquals(2, reading.sceneOrThrow().seed());
    assertEquals(2, reading.sceneOrThrow().frames());
    assertEquals(
        List.of("scene.yaml", "lib/base.yaml", "lib/a.yaml", "lib/b.yaml"),
        reading.sources().stream().map(SourceFile::name).toList());
    assertArrayEquals(
        "include: base.yaml\nseed: 2".getBytes(StandardCharsets.UTF_8),
        reading.sources().get(2).bytes());
  }

  @Test
  void theCommandLineChangesWhatWasJoined() {
    files.with("base.yaml", "objects: {a: " + box(1) + ", b: {like: a, yaw: 2}}");
    files.with("scene.yaml", "include: base.yaml\n" + REST);
    SceneDescription scene =
        files
            .read(
                "scene.yaml",
                SceneOverride.set("objects.a.yaw", "7"),
                SceneOverride.set("objects.c.like", "a"))
            .sceneOrThrow();
    assertEquals(List.of(7.0, 2.0, 7.0), scene.objects().stream().map(IncludeTest::yaw).toList());
    assertEquals(
        List.of("--set include: include: files are joined before this. Write it in a scene file."),
        files.says("scene.yaml", SceneOverride.set("include", "other.yaml")));
    assertEquals(
        List.of(
            "--set objects.c.like: objects: no entry beside it is named d. Write one of a, b, c."),
        files.says("scene.yaml", SceneOverride.set("objects.c.like", "d")));
  }

  @Test
  void removesAndExtends() {
    files.with(
        "base.yaml",
        "categories: {vehicle: {id: 1, from: [car, bus]}}\nobjects: {a: "
            + box(1)
            + ", b: "
            + box(2)
            + "}");
    files.with(
        "scene.yaml",
        "include: base.yaml\n"
            + REST
            + "categories: {vehicle: {from: {extend: [van]}}}\nobjects: {a: null}");
    SceneDescription scene = files.read("scene.yaml").sceneOrThrow();
    assertEquals(List.of("b"), names(scene));
    assertEquals(List.of("bus", "car", "van"), scene.categories().get(0).from());
  }

  /** The name of a dataset's folder is not inherited: two scenes would share one. */
  @Test
  void anotherSceneIsABaseButForItsName() {
    files.with("first.yaml", REST + "objects: {}\nseed: 5");
    files.with("second.yaml", "include: first.yaml\nname: second");
    assertEquals("second", files.read("second.yaml").sceneOrThrow().name());
    assertEquals(5, files.read("second.yaml").sceneOrThrow().seed());
    files.with("third.yaml", "include: first.yaml");
    assertEquals(
        List.of(
            "third.yaml:1:1: key name is missing. Add name: a name of letters, digits, dots, dashes,"
                + " underscores."),
        files.says("third.yaml"));
  }

  @Test
  void modelsStartWhereTheirFileIs() throws IOException {
    Files.createDirectories(folder.resolve("lib/parts"));
    Files.writeString(folder.resolve("lib/parts/a.glb"), "model");
    Files.writeString(folder.resolve("b.glb"), "model");
    files.with(
        "lib/base.yaml",
        "objects: {a: {asset: {file: parts/a.glb}, label: none}, b: {asset: {file: ../b.glb}, label: none}, c: {asset: {file: b.glb}, label: none}}");
    files.with(
        "scene.yaml", "include: lib/base.yaml\n" + REST + "objects: {c: {asset: {file: b.glb}}}");
    List<String> models =
        files.read("scene.yaml").sceneOrThrow().objects().stream()
            .map(object -> ((AssetReference.ModelFile) object.asset().orElseThrow()).path())
            .toList();
    assertEquals(List.of("lib/parts/a.glb", "b.glb", "b.glb"), models);
  }

  @Test
  void libraries() {
    files.with(
        "lib/part.yaml", "library: true\nobjects: {a: {yaw: 5, label: car}, b: null}\nseed: 3");
    SceneReading library = files.read("lib/part.yaml");
    assertEquals(List.of(), library.diagnostics());
    assertTrue(library.library() && library.scene().isEmpty());
    DioramaException refusal =
        Assertions.assertThrows(DioramaException.class, library::sceneOrThrow);
    assertEquals(
        folder.resolve("lib/part.yaml")
            + ":1:1: this is a library, no scene. Include it in a scene.",
        refusal.getMessage());
    files.with("lib/bad.yaml", "library: true\nobjects: {a: {yaw: x, at: 5}}\nsed: 3");
    assertEquals(3, files.says("lib/bad.yaml").size(), files.says("lib/bad.yaml").toString());
    files.with("scene.yaml", "library: false\n" + REST + "objects: {}");
    assertFalse(files.read("scene.yaml").library());
    files.with("scene.yaml", "library: maybe\n" + REST + "objects: {}");
    assertEquals(
        List.of("scene.yaml:1:10: library: found maybe. Write true or false."),
        files.says("scene.yaml"));
  }

  @Test
  void everyShippedLibraryCanBeIncludedFromAnywhere() {
    for (String name : ShippedLibraries.FILES) {
      files.with(
          "scene.yaml",
          "include: [diorama/" + name + "]\nversion: 1\nname: a\nobjects: {b: " + box(1) + "}");
      SceneReading reading = files.read("scene.yaml");
      assertEquals(List.of(), reading.diagnostics(), name);
      assertEquals("diorama/" + name, reading.sources().get(1).name());
      assertEquals(
          "b", names(reading.sceneOrThrow()).get(names(reading.sceneOrThrow()).size() - 1));
    }
  }

  @Test
  void theShippedLibrariesAreThoseOfTheFolder() throws IOException {
    try (Stream<Path> found = Files.list(Path.of("../../scenes/lib"))) {
      assertEquals(
          ShippedLibraries.FILES,
          found.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void whatIsMissingHidesNothingElse() {
    files.with(
        "scene.yaml",
        "include: [a_missing_part.yaml]\nversion: 1\nname: a\nseed: x\nobjects: {a: {yaw: 1, label: car}}");
    assertEquals(
        List.of(
            "scene.yaml:1:11: include: no file a_missing_part.yaml. Write a name relative to this file.",
            "scene.yaml:4:7: seed: found x. Write a whole number of 64 bits."),
        files.says("scene.yaml"));
  }
}
