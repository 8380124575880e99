package org.diorama.scenefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One corpus of good and bad files, each read and held against the schema: they accept the same,
 * and refuse the same save for what JSON Schema has no words for.
 */
class SchemaCorpusTest {
  private static final Path SCENES = Path.of("../../scenes");

  /** What the spellings of {@link GoodValuesTest} stand at, by its methods. */
  private static final Map<String, String> PLACES =
      Map.of(
          "numbers", "yaw: %s",
          "colors", "material: {base_color: %s}",
          "counts", "count: %s",
          "points", "at: %s",
          "rotations", "rotation: %s");

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    Files.copy(SCENES.resolve("parts/bracket.stl"), parts.resolve("bracket.stl"));
    Files.copy(SCENES.resolve("parts/studio.hdr"), parts.resolve("studio.hdr"));
    Files.createDirectory(folder.resolve("lib"));
    try (Stream<Path> files = Files.walk(SCENES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        Files.copy(file, folder.resolve(SCENES.relativize(file)));
      }
    }
  }

  @BeforeEach
  void writeBase() throws IOException {
    Files.writeString(
        folder.resolve("base.yaml"),
        """
        version: 1
        library: true
        camera: {at: [0, 0, 1]}
        sequence: {length: 2}
        categories: {crate: {id: 1}, car: {id: 2}}
        factors: {weather: {dry: {}, rain: {}}}
        paths: {lane: {points: [[0, 0], [9, 0]]}}
        objects: {n: {asset: {primitive: box}, label: none}}
        """);
  }

  @Test
  void readerAndSchemaAgreeOnEveryFile() throws IOException {
    Map<String, String> good = good();
    good.forEach(
        (name, yaml) -> {
          assertEquals(List.of(), SceneText.read(folder, yaml).diagnostics(), name);
          assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml), name);
        });
    List<BadScenesTest.Case> bad = BadScenesTest.cases().toList();
    bad.forEach(this::isRefused);
    long examples =
        examples(SceneKeys.KIND, "", "\n", 4)
            .map(entry -> "version: 1\nname: examples\ninclude: base.yaml\n" + entry)
            .distinct()
            .filter(this::isAcceptedByBoth)
            .count();
    assertTrue(good.size() + examples >= 150, good.size() + " good files, " + examples);
    assertTrue(good.size() + examples + bad.size() >= 200, bad.size() + " bad files");
  }

  /** What goes with a key that is not there may keep its example from being a scene. */
  private boolean isAcceptedByBoth(String yaml) {
    boolean accepted = SceneText.read(folder, yaml.getBytes(UTF_8)).diagnostics().isEmpty();
    Optional<Map<String, String>> schema = SchemaJudge.judge(yaml);
    assertTrue(!accepted || schema.equals(Optional.of(Map.of())), yaml + schema);
    return accepted;
  }

  private void isRefused(BadScenesTest.Case bad) {
    List<Diagnostic> reader = SceneText.read(folder, bad.yaml()).diagnostics();
    assertTrue(reader.size() > 0, bad.name());
    boolean expressible =
        reader.stream().anyMatch(each -> !SceneSchemaTest.isBeyondSchema(bad.name(), each.path()));
    boolean refused = !SchemaJudge.judge(bad.yaml()).equals(Optional.of(Map.of()));
    assertTrue(refused || !expressible, bad.name() + ": the schema accepts it");
  }

  private static Map<String, String> good() throws IOException {
    Map<String, String> good = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(SCENES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        good.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    for (var method : GoodValuesTest.class.getDeclaredMethods()) {
      CsvSource values = method.getAnnotation(CsvSource.class);
      for (String line : values == null ? new String[0] : values.value()) {
        String value =
            line.substring(
                0, line.lastIndexOf(" | ") < 0 ? line.indexOf(" |") : line.lastIndexOf(" | "));
        good.put(method.getName() + " " + value, object(PLACES.get(method.getName()), value));
      }
    }
    newestKeys().forEach(each -> good.put(each, each));
    return good;
  }

  /** The example of each key, laid over a scene that has what most of them go with. */
  private static Stream<String> examples(Kind<?> kind, String before, String after, int depth) {
    Stream<String> here =
        kind.keys().stream()
            .flatMap(
                key ->
                    Stream.concat(
                        key.example().stream()
                            .map(yaml -> before + key.name() + ": " + yaml + after),
                        depth == 0
                            ? Stream.of()
                            : examples(
                                key.kind(), before + key.name() + ": {", "}" + after, depth - 1)));
    Stream<String> named =
        kind.named().filter(item -> depth > 0).stream()
            .flatMap(item -> examples(item, before + "n: {", "}" + after, depth - 1));
    return Stream.concat(here, named);
  }

  private static String object(String place, String value) {
    return SceneText.MINIMAL.replace(
        "objects: {}",
        "objects: {a: {asset: {primitive: box}, label: none, " + place.formatted(value) + "}}");
  }

  private static List<String> newestKeys() {
    List<String> scenes = new ArrayList<>();
    for (String entry :
        List.of(
            "settle: physics",
            "settle: {physics: {seconds: 2, friction: 0.5, restitution: 0.1}}",
            "pixels: {uniform: [20, 90]}",
            "surfaces: {top: {z: 1, x: [0, 1], y: [0, 1]}}",
            "place: {along: lane, gap: 3}",
            "motion: {velocity: [1, 0, 0]}")) {
      scenes.add(
          object("%s", entry)
              + "paths: {lane: {points: [[0, 0], [9, 0]]}}\nsequence: {length: 3}\n");
    }
    scenes.add(
        SceneText.MINIMAL.replace(
            "camera: {at: [0, 0, 1]}", "cameras: {a: {at: [0, 0, 1]}, b: {at: [1, 0, 1]}}"));
    scenes.add(
        SceneText.MINIMAL
            + "factors: {w: {a: {}, b: {set: {lighting: {sun: none}}}}}\nbalance: [w]\n");
    scenes.add(SceneText.MINIMAL + "factors: {w: {a: {}, b: {}}}\ncounterfactuals: {vary: [w]}\n");
    scenes.add(SceneText.MINIMAL + "split: {train: 0.5, val: 0.5, by: sequence}\n");
    scenes.add(SceneText.MINIMAL + "palettes: {mine: ['#102030']}\ndefine: {c: {palette: mine}}\n");
    scenes.add(
        SceneText.MINIMAL.replace("objects: {}", "objects: {a: {asset: $$id, label: none}}"));
    return scenes;
  }
}
