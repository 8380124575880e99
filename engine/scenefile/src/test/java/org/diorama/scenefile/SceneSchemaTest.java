package org.diorama.scenefile;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.grammar.SceneReference;
import org.diorama.scenefile.grammar.SceneSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use: it is the one of the reader, and the two agree. */
class SceneSchemaTest {
  private static final Path SHIPPED = Path.of("../../tools/schema/scene.schema.json");

  /**
   * Problems of the corpus, by case and path, that JSON Schema has no words for, with the reason.
   */
  private static final Map<String, String> BEYOND_JSON_SCHEMA =
      Map.ofEntries(
          entry("lamps that cannot shine: lamps.i.attach", "refers to a name"),
          entry("a copy of what is not there hides nothing else: balance.0", "refers to a name"),
          entry(
              "a copy of what is not there hides nothing else: lamps.hung.attach",
              "refers to a name"),
          entry(
              "a copy of what is not there hides nothing else: objects.saucer.camera",
              "refers to a name"),
          entry(
              "a copy of what is not there hides nothing else: objects.spoon.place.on",
              "refers to a name"),
          entry(
              "a copy of what is not there hides nothing else: objects.table.label",
              "refers to a name"),
          entry(
              "what falls yields: objects.a.settle.physics.yields", "two flags that are both true"),
          entry("categories that go into what is none: categories.car.into", "refers to a name"),
          entry("categories that go into what is none: categories.van.into", "refers to a name"),
          entry("categories that go into what is none: categories.tram.into", "refers to a name"),
          entry("rooms that cannot be built: objects.b.asset.room", "adds a place and a width"),
          entry("rooms that cannot be built: objects.c.asset.room", "compares two entries"),
          entry(
              "rooms that cannot be built: objects.e.asset.room.windows.w.frame",
              "compares two values"),
          entry("rooms that cannot be built: objects.f.asset.cove", "compares two values"),
          entry("surfaces that are none: objects.f.materials", "refers to what the asset has"),
          entry("numbers spelled the old way: frames", "YAML 1.2 reads 012 as 12"),
          entry("min above max: camera.fov.uniform", "compares two values"),
          entry("min above max: objects.a.count.uniform_int", "compares two values"),
          entry("min above max: objects.a.area.x", "compares two values"),
          entry(
              "combinations that leave their range: camera.exposure.product",
              "adds and multiplies bounds"),
          entry(
              "combinations that leave their range: camera.fov.sum", "adds and multiplies bounds"),
          entry("combinations that leave their range: camera.pitch", "adds and multiplies bounds"),
          entry(
              "combinations that leave their range: objects.a.count.sum",
              "adds and multiplies bounds"),
          entry(
              "combinations that leave their range: objects.a.yaw.product",
              "adds and multiplies bounds"),
          entry("combinations that leave their range: objects.b.at", "adds and multiplies bounds"),
          entry(
              "combinations that leave their range: objects.b.count.sum",
              "adds and multiplies bounds"),
          entry(
              "combinations that leave their range: objects.b.roll.sum",
              "adds and multiplies bounds"),
          entry("definitions that don't fit: camera.at.z", "refers to a value elsewhere"),
          entry("definitions that don't fit: camera.exposure", "refers to a value elsewhere"),
          entry("definitions that don't fit: camera.fov", "refers to a value elsewhere"),
          entry("definitions that don't fit: lighting.sun.azimuth", "refers to a value elsewhere"),
          entry(
              "definitions that don't fit: lighting.sun.elevation", "refers to a value elsewhere"),
          entry("definitions that don't fit: objects.a.count", "refers to a value elsewhere"),
          entry(
              "definitions that don't fit: objects.a.material.base_color",
              "refers to a value elsewhere"),
          entry("definitions that don't fit: objects.a.yaw", "refers to a value elsewhere"),
          entry("definitions that don't fit: objects.b.at", "refers to a value elsewhere"),
          entry("definitions that don't fit: objects.b.scale", "refers to a value elsewhere"),
          entry("definitions that don't fit: objects.b.yaw", "refers to a value elsewhere"),
          entry(
              "distributions of colors that can't be: lighting.sky.ground.palette",
              "refers to a palette, or multiplies bounds"),
          entry(
              "distributions of colors that can't be: lighting.sky.horizon",
              "refers to a palette, or multiplies bounds"),
          entry(
              "distributions of colors that can't be: lighting.sky.zenith.palette",
              "refers to a palette, or multiplies bounds"),
          entry(
              "distributions of colors that can't be: objects.c.material.base_color",
              "refers to a palette, or multiplies bounds"),
          entry(
              "distributions of numbers that can't be: camera.exposure.normal.min",
              "compares values"),
          entry(
              "distributions of numbers that can't be: objects.a.yaw.normal.min",
              "compares values"),
          entry("distributions of points that can't be: camera.at.box.min", "compares values"),
          entry(
              "distributions of points that can't be: camera.look_at.disk.normal",
              "compares values"),
          entry(
              "distributions of points that can't be: objects.a.at.polygon.points",
              "compares values"),
          entry("distributions of points that can't be: objects.b.at.path", "compares values"),
          entry(
              "distributions of points that can't be: objects.c.at.shell.radius",
              "compares values"),
          entry("distributions of points that can't be: objects.e.at.shell", "compares values"),
          entry("grids that can't be joined: camera.fov.grid", "compares two entries"),
          entry("grids that can't be joined: lighting.sun.azimuth.grid", "compares two entries"),
          entry("names that stand for nothing: camera.at.z", "refers to a name elsewhere"),
          entry(
              "names that stand for nothing: camera.exposure.sum.1", "refers to a name elsewhere"),
          entry(
              "a skeleton of points that are not there: objects.a.skeleton.0",
              "refers to a name elsewhere"),
          entry(
              "a skeleton of points that are not there: objects.a.skeleton.1",
              "compares two entries"),
          entry("a day too many: lighting.sun.date.day", "compares two entries"),
          entry("a moon over a gradient: lighting.clouds", "asks what is beside a map"),
          entry("a moon over a gradient: lighting.moon", "asks what is beside a map"),
          entry("rotations that can't be: objects.b.rotation.cone.axis", "compares values"),
          entry("labels and categories: categories.bus.from", "compares two entries"),
          entry("labels and categories: categories.bus.id", "compares two entries"),
          entry("labels and categories: objects.a.label", "refers to a name elsewhere"),
          entry("labels and categories: objects.b.label", "refers to a name elsewhere"),
          entry(
              "an object labelled in a scene without categories: objects.a.label",
              "refers to a name elsewhere"),
          entry("assets: objects.b.asset.file", "looks for a file"),
          entry("hierarchies and places: paths.lane.points", "compares two points"),
          entry("hierarchies and places: paths.ring.points", "compares a list with a flag"),
          entry("hierarchies and places: objects.e.place.on", "compares two entries"),
          entry("hierarchies and places: objects.f.attach", "refers to a name elsewhere"),
          entry("hierarchies and places: objects.g.attach", "follows names in a circle"),
          entry("hierarchies and places: objects.h.place.in", "follows names in a circle"),
          entry("hierarchies and places: objects.i.place.along", "refers to a name elsewhere"),
          entry("hierarchies and places: objects.j.place.poisson", "asks what is beside a map"),
          entry("hierarchies and places: objects.l.transform", "computes angles"),
          entry("hierarchies and places: objects.n.surfaces.bow.polygon", "computes crossings"),
          entry("hierarchies and places: objects.n.surfaces.low.x", "compares two values"),
          entry("hierarchies and places: objects.o.place", "asks where the object stands"),
          entry("hierarchies and places: objects.q.children.r.place", "asks for its parent"),
          entry(
              "hierarchies and places: objects.p.place.in_view.camera",
              "refers to a name elsewhere"),
          entry("targets and their cameras: objects.a.camera", "refers to a name elsewhere"),
          entry("factors that are none: factors.c", "sums weights"),
          entry("factors that are none: factors.i.uniform", "compares two values"),
          entry("factors that nobody has: counterfactuals.vary.1", "refers to a name elsewhere"),
          entry("factors that nobody has: factors.weather.dry.weight", "hangs on balance"),
          entry("factors that nobody has: factors.weather.rain.weight", "hangs on balance"),
          entry("too many cells and twins: balance", "sums weights"),
          entry("too many cells and twins: counterfactuals.twins", "counts levels"),
          entry("splits that do not add up: split", "sums shares"),
          entry("a split by nothing: split", "sums shares"),
          entry("cameras of one name: cameras.LEFT", "compares two entries"),
          entry("cameras of one name: rigs.head.cameras.left", "compares two entries"),
          entry(
              "the pair of one camera has the name of another: cameras.front_left",
              "compares two entries"),
          entry("ways that lead nowhere: cameras.d.trajectory.times", "compares two lists"),
          entry("ways that lead nowhere: cameras.e.trajectory.times", "compares two values"),
          entry(
              "constraints on what there is not: camera.constraints.min_visible.cat",
              "refers to a name elsewhere"),
          entry("a shutter slower than the frames: sequence.shutter", "compares two values"),
          entry("motions that go nowhere: objects.d.motion.way.times", "compares two values"),
          entry("instances that are not exact: camera.poses.transforms", "compares two lists"),
          entry("instances that are not exact: objects.a.instances.0", "looks at the asset"),
          entry("instances that are not exact: objects.d.instances.0", "looks at the asset"),
          entry("instances that are not exact: objects.e.instances.0.scale", "looks at a matrix"),
          entry("instances that are not exact: objects.g.instances.0-99999", "counts in a name"),
          entry(
              "instances that are not exact: objects.g.instances.0-99999.attach",
              "refers to a name elsewhere"),
          entry("instances that are not exact: objects.i.instances.1-0", "counts in a name"),
          entry(
              "objects that change from frame to frame of a sequence: objects.a.count",
              "hangs on sequence"),
          entry(
              "objects that change from frame to frame of a sequence: objects.a.yaw",
              "hangs on sequence"),
          entry(
              "objects that change from frame to frame of a sequence: objects.b.area.x",
              "hangs on sequence"),
          entry("cameras in the frame of nothing: cameras.a.attach", "refers to a name elsewhere"),
          entry("cameras in the frame of nothing: cameras.c.transform", "computes lengths"),
          entry(
              "groups that together are more than a frame holds: objects.b.children.c.count",
              "multiplies and adds bounds"),
          entry("more images than there are ids: frames", "counts cameras"),
          entry("texts that look like references: objects.b.asset.file", "looks for a file"),
          entry("models outside the scene's folder: objects.a.asset.file", "looks for a file"),
          entry("models outside the scene's folder: objects.b.asset.file", "looks for a file"),
          entry(
              "levels that together spoil the scene, three and not two: objects.c.count",
              "lays levels over the scene"),
          entry("duplicate keys: ", "JSON's data has each key once"),
          entry("a merge key: ", "JSON's data has no merge keys"),
          entry("tags: ", "JSON's data has no tags"),
          entry("a second document: ", "no YAML of one document"),
          entry("an alias without an anchor: ", "no YAML"),
          entry("an alias inside its own anchor: ", "no tree"),
          entry("keys that are no words: ", "no JSON data"),
          entry("an unclosed bracket: ", "no YAML"),
          entry("a tab as indentation: ", "no YAML"),
          entry("a word where a colon is missing: ", "no YAML"));

  @TempDir private Path folder;

  @Test
  void isTheOneThatShips() throws IOException {
    assertEquals(
        SceneSchema.json(),
        Files.readString(SHIPPED),
        "make it again: tools/diorama schema > tools/schema/scene.schema.json");
  }

  @Test
  void theReferenceIsTheOneThatShips() throws IOException {
    assertEquals(
        SceneReference.markdown(),
        Files.readString(Path.of("../../scenes/README.md")),
        "make it again: tools/diorama schema --markdown > scenes/README.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tabletop", "street", "scatter", "shelf", "pallet", "balance", "twins"})
  void acceptsTheScenesThatShip(String name) throws IOException {
    String yaml = Files.readString(Path.of("../../scenes", name + ".yaml"));
    assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml));
    assertEquals(
        "# yaml-language-server: $schema=../tools/schema/scene.schema.json",
        yaml.lines().findFirst().orElse(""));
  }

  /** The bad scenes, problem by problem: the schema reports each, save what it can't express. */
  @ParameterizedTest
  @MethodSource("org.diorama.scenefile.BadScenesTest#cases")
  void refusesWhatTheReaderRefuses(BadScenesTest.Case bad) {
    List<String> reader =
        SceneText.read(folder, bad.yaml()).diagnostics().stream().map(Diagnostic::path).toList();
    Optional<Map<String, String>> schema = SchemaJudge.judge(bad.yaml());
    Set<String> places = schema.map(Map::keySet).orElse(Set.of());
    Set<String> missed = new TreeSet<>();
    for (String path : reader) {
      if (places.stream().noneMatch(place -> reports(place, path))) {
        missed.add(bad.name() + ": " + path);
      }
    }
    Set<String> known = new TreeSet<>(BEYOND_JSON_SCHEMA.keySet());
    known.removeIf(name -> !name.startsWith(bad.name() + ": "));
    assertEquals(known, missed, () -> "what the schema says: " + schema);
    for (String place : places) {
      assertTrue(
          reader.stream().anyMatch(path -> within(path, place) || within(place, path)),
          () -> "the reader says nothing about " + place + ": " + schema.get().get(place));
    }
  }

  @Test
  void everyCaseItCannotExpressIsThere() {
    Set<String> cases = BadScenesTest.cases().map(BadScenesTest.Case::name).collect(toSet());
    BEYOND_JSON_SCHEMA.forEach(
        (name, reason) -> {
          assertTrue(cases.contains(name.substring(0, name.indexOf(": "))), name);
          assertFalse(reason.isBlank());
        });
  }

  /** Whether JSON Schema has no words for a problem of the corpus. */
  static boolean isBeyondSchema(String name, String path) {
    return BEYOND_JSON_SCHEMA.containsKey(name + ": " + path);
  }

  /** Whether an error of the schema is the reader's: at its place, inside, or at the map around. */
  private static boolean reports(String place, String path) {
    int dot = path.lastIndexOf('.');
    return within(place, path) || place.equals(path.substring(0, Math.max(0, dot)));
  }

  private static boolean within(String inner, String outer) {
    return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + ".");
  }
}
