package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.SkyImageFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneChecksTest {
  @TempDir private Path folder;

  /** A catalog of one car, {@code pack/car}, and shapes. */
  private static class OneCar implements AssetFacts {
    @Override
    public List<String> candidates(AssetReference reference) {
      if (reference instanceof AssetReference.AnyOf any && !any.categories().contains("car")) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, "no pack has assets of category " + any.categories().get(0));
      }
      if (reference instanceof AssetReference.CatalogEntry entry
          && !entry.id().equals("pack/car")) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, "unknown asset " + entry.id() + "; did you mean pack/car?");
      }
      return List.of(reference instanceof AssetReference.Primitive ? "shape" : "pack/car");
    }

    @Override
    public AssetFact fact(String assetId) {
      return new AssetFact(
          assetId,
          "digest",
          assetId.equals("pack/car") ? "car" : "",
          new Aabb(Vec3.ZERO, Vec3.ONE),
          List.of(0.0));
    }

    @Override
    public SkyImageFact skyFact(String file) {
      if (file.equals("torn.hdr")) {
        throw new DioramaException(ExitStatus.BAD_INPUT, "torn.hdr is cut off");
      }
      return new SkyImageFact("", LinearColor.WHITE, Optional.empty(), OptionalDouble.empty());
    }

    @Override
    public MeshSurface surface(String assetId, int level) {
      throw new UnsupportedOperationException("reading a scene asks for no geometry: " + assetId);
    }
  }

  @Test
  void aSoundSceneHasNoProblem() {
    assertEquals(
        List.of(),
        says(
            "categories: {vehicle: {id: 1, from: [car]}}",
            "a: {asset: pack/car}",
            "b: {asset: {category: car}}",
            "c: {asset: {primitive: box}, label: vehicle}",
            "d: {asset: [pack/car, {primitive: box}], label: none}"));
  }

  @Test
  void unknownAssetsAreLocated() {
    assertEquals(
        List.of(
            "scene.yaml:6:16: objects.a.asset: unknown asset pack/cra; did you mean pack/car?",
            "scene.yaml:7:16: objects.b.asset: no pack has assets of category unicorn.",
            "scene.yaml:8:27: objects.c.asset.1: unknown asset pack/cat; did you mean pack/car?"),
        says(
            "categories: {car: {id: 1}}",
            "a: {asset: pack/cra}",
            "b: {asset: {category: [car, unicorn]}}",
            "c: {asset: [pack/car, pack/cat]}"));
  }

  @Test
  void assetsAreLookedAtBesideOtherProblems() {
    assertEquals(
        List.of(
            "scene.yaml:6:16: objects.a.asset: unknown asset pack/cra; did you mean pack/car?",
            "scene.yaml:6:26: objects.a: unknown key cuont. Did you mean count?",
            "scene.yaml:7:23: objects.b.asset.file: no file nope.obj."
                + " Write its path relative to this file.",
            "scene.yaml:8:27: objects.c.asset.1: unknown asset pack/cat; did you mean pack/car?"),
        says(
            "categories: {car: {id: 1}}",
            "a: {asset: pack/cra, cuont: 3}",
            "b: {asset: {file: nope.obj}}",
            "c: {asset: [pack/car, pack/cat]}"));
  }

  @Test
  void categoriesThatTheSceneDoesNotTakeInAreLocated() {
    assertEquals(
        List.of(
            "scene.yaml:6:16: objects.a.asset: no category of the scene takes in car (near: cars)."
                + " Add it under categories, or write label: CATEGORY or label: none.",
            "scene.yaml:7:16: objects.b.asset: no category of the scene takes in car (near: cars)."
                + " Add it under categories, or write label: CATEGORY or label: none."),
        says(
            "categories: {cars: {id: 1}}",
            "a: {asset: pack/car}",
            "b: {asset: {category: car}}",
            "c: {asset: pack/car, label: none}",
            "d: {asset: pack/car, label: cars}"));
  }

  @Test
  void partsStandInSomethingThatIsDrawn() {
    assertEquals(
        List.of(
            "scene.yaml:6:41: objects.a.label: it stands in nothing that is drawn. Write a category"
                + " or none, or make it a child of the object it belongs to.",
            "scene.yaml:7:71: objects.b.children.c.label: it stands in nothing that is drawn. Write"
                + " a category or none, or make it a child of the object it belongs to."),
        says(
            "categories: {car: {id: 1}}",
            "a: {asset: {primitive: box}, label: parent}",
            "b: {at: [0, 0, 0], children: {c: {asset: {primitive: box}, label: parent}}}",
            "d: {asset: pack/car, children: {e: {children: {f: {asset: {primitive: box}, label:"
                + " parent}}}}}",
            "g: {asset: {primitive: box}, label: parent, attach: d}"));
  }

  @Test
  void surfacesThatAreNotThereAreLocated() {
    assertEquals(
        List.of(
            "scene.yaml:7:61: objects.cup.place.on: table has no surface tpo. Did you mean top?",
            "scene.yaml:8:61: objects.hat.place.on: car has no surface top. Name one under its"
                + " surfaces.",
            "scene.yaml:10:99: objects.shelf.children.book.place.on: shelf has no surface boards."
                + " Did you mean board?"),
        says(
            "categories: {car: {id: 1}}",
            "table: {surfaces: {top: {x: [0, 1], y: [0, 1]}}}",
            "cup: {asset: {primitive: box}, label: none, place: {on: table.tpo}}",
            "hat: {asset: {primitive: box}, label: none, place: {on: car.top}}",
            "car: {asset: pack/car}",
            "shelf: {surfaces: {board: {polygon: [[0, 0], [1, 0], [0, 1]]}}, children: {book: {place: {on: boards}, interior: {x: [0, 1], y: [0, 1], z: [0, 1]}}}}"));
  }

  /** Whatever else is wrong; but nothing is said of surfaces of an asset that is not known. */
  @Test
  void surfacesThatAreNotThereAreToldBesideOtherProblems() {
    assertEquals(
        List.of(
            "scene.yaml:6:54: objects.table: unknown key colour. Write one of",
            "scene.yaml:7:61: objects.cup.place.on: table has no surface tpo. Did you mean top?",
            "scene.yaml:7:79: objects.cup.size: found big. Write a number",
            "scene.yaml:8:30: objects.hat.asset.primitive: unknown value bx. Did you mean box?",
            "scene.yaml:9:84: objects.hook.place.on: table has no surface tip. Did you mean top?",
            "scene.yaml:10:18: objects.lid.asset: unknown asset pack/bus; did you mean pack/car?"),
        says(
                "categories: {car: {id: 1}}",
                "table: {surfaces: {top: {x: [0, 1], y: [0, 1]}}, colour: red}",
                "cup: {asset: {primitive: box}, label: none, place: {on: table.tpo}, size: big}",
                "hat: {asset: {primitive: bx}, label: none, children: {pin: {place: {on: rum}, surfaces: {}}}}",
                "hook: {asset: {primitive: cone}, label: none, attach: {to: table}, place: {on: tip}}",
                "lid: {asset: pack/bus, label: none}",
                "dot: {asset: {primitive: cone}, label: none, place: {on: lid.top}}")
            .stream()
            .map(line -> line.replaceFirst("(Write one of|Write a number) .*", "$1"))
            .toList());
  }

  @Test
  void imagesOfSkiesAreLookedAt() throws IOException {
    Files.createFile(folder.resolve("torn.hdr"));
    Files.createFile(folder.resolve("dim.hdr"));
    String box = "a: {asset: pack/car, label: none}";
    String light = "lighting: {sky: {hdri: %s}}\ncategories: {}";
    assertEquals(
        List.of("scene.yaml:4:24: lighting.sky.hdri: torn.hdr is cut off."),
        says(String.format(light, "torn.hdr"), box));
    assertEquals(
        List.of(
            "scene.yaml:4:24: lighting.sky.hdri: dim.hdr does not say how bright it is. Add"
                + " illuminance, the lux on level ground: 100000 on a sunny noon, 10000 under"
                + " clouds."),
        says(String.format(light, "dim.hdr"), box));
    assertEquals(List.of(), says(String.format(light, "dim.hdr, illuminance: 5"), box));
  }

  @Test
  void otherFailuresArePassedOn() {
    AssetFacts broken =
        new OneCar() {
          @Override
          public List<String> candidates(AssetReference reference) {
            throw new DioramaException(ExitStatus.INPUT_OUTPUT, "disk");
          }
        };
    SceneReading reading = read("categories: {}", "a: {asset: pack/car}");
    assertThrows(DioramaException.class, () -> SceneChecks.check(reading, broken));
  }

  private List<String> says(String categories, String... objects) {
    return SceneChecks.check(read(categories, objects), new OneCar()).shown().stream()
        .map(line -> line.toString().replace(folder + "/", ""))
        .toList();
  }

  private SceneReading read(String categories, String... objects) {
    StringBuilder yaml =
        new StringBuilder(SceneText.MINIMAL.replace("objects: {}", categories + "\nobjects:"));
    for (String object : objects) {
      yaml.append("    ").append(object).append("\n");
    }
    return SceneText.read(folder, yaml.toString());
  }
}
