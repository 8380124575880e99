package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The named parts of the real models, which are installed where they are not there yet. */
class FurniturePartsTest {
  private static final String PACK = InstalledFurniture.PACK;

  private static InstalledFurniture furniture;
  private static AssetLibrary library;
  private static Map<String, Set<String>> named;

  @BeforeAll
  static void install() throws Exception {
    furniture = new InstalledFurniture();
    library = furniture.library;
    named = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(furniture.manifest.parts(), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().skip(1).toList()) {
        String[] cells = line.split("\t");
        named.computeIfAbsent(cells[0], model -> new TreeSet<>()).add(cells[1]);
      }
    }
  }

  @AfterAll
  static void close() {
    furniture.close();
  }

  /** A row that takes no mesh of its model, or stands behind one that takes all, is a mistake. */
  @Test
  void everyRowNamesSomething() {
    assertEquals(118, named.size());
    named.forEach(
        (model, names) -> {
          AssetParts parts = library.parts(PACK + "/" + model, 0);
          assertTrue(parts.names().containsAll(names), model + " has " + parts.names());
          assertEquals(parts.names().size(), parts.numbers().stream().distinct().count(), model);
        });
  }

  @Test
  void allOfACarIsNamed() {
    named.forEach(
        (model, names) -> {
          if (names.contains("windows")) {
            assertEquals(names, new TreeSet<>(library.parts(PACK + "/" + model, 0).names()), model);
          }
        });
    assertTrue(named.values().stream().filter(names -> names.contains("wheels")).count() >= 12);
  }

  /** Nothing of what drives, and of most chairs, keeps a name that its maker's program gave it. */
  @Test
  void allOfVehiclesAndOfMostChairsIsNamed() {
    Set<String> whole = new TreeSet<>();
    named.forEach(
        (model, names) -> {
          if (names.equals(new TreeSet<>(library.parts(PACK + "/" + model, 0).names()))) {
            whole.add(model);
          }
        });
    assertTrue(
        whole.containsAll(
            Set.of(
                "blendswap-cc-by/bike",
                "scopia/bicycle",
                "scopia/truck",
                "scopia/van",
                "blendswap-cc-by/dafTruck",
                "blendswap-cc-0/peterbilt",
                "scopia/scooter",
                "scopia/scooter2",
                "katorlegaz/scooter",
                "scopia/yamaha-yzr-r6",
                "blendswap-cc-0/motorbike")),
        whole.toString());
    assertTrue(whole.size() >= 106, whole.size() + ": " + whole);
  }

  /** Measured on the finest level: what parts are called is where such parts are. */
  @Test
  void partsAreWhereTheirNamesSay() {
    int compared = 0;
    for (String model : named.keySet()) {
      Map<String, Aabb> boxes = boxes(PACK + "/" + model);
      double top = boxes.values().stream().mapToDouble(box -> box.max().z()).max().orElseThrow();
      for (String low : List.of("wheels", "legs", "feet", "base")) {
        if (boxes.containsKey(low)) {
          assertTrue(boxes.get(low).min().z() < 0.32 * top, model + " " + low);
          compared++;
        }
      }
      compared += isAbove(model, boxes, "back", "seat") ? 1 : 0;
      compared += isAbove(model, boxes, "seat", "legs") ? 1 : 0;
      compared += isAbove(model, boxes, "saddle", "wheels") ? 1 : 0;
      compared += isAbove(model, boxes, "handlebar", "wheels") ? 1 : 0;
      compared += isAbove(model, boxes, "container", "chassis") ? 1 : 0;
      compared += isAbove(model, boxes, "top", "legs") ? 1 : 0;
      compared += isAbove(model, boxes, "top", "base") ? 1 : 0;
      compared += isAtThe(model, boxes, "hair", "head") ? 1 : 0;
      compared += isAtThe(model, boxes, "eyes", "head") ? 1 : 0;
      compared += isAtThe(model, boxes, "eyes", "hair") ? 1 : 0;
      for (String pair : List.of("armrests", "mirrors", "pedals")) {
        if (boxes.containsKey(pair)) {
          Aabb box = boxes.get(pair);
          assertTrue(box.min().x() < 0 && box.max().x() > 0, model + " " + pair);
          compared++;
        }
      }
    }
    assertTrue(compared >= 140, "compared " + compared);
  }

  /** Of who stands, sits or lies, hair and eyes are no farther from a head than a head is large. */
  private static boolean isAtThe(String model, Map<String, Aabb> boxes, String part, String other) {
    if (!boxes.containsKey(part) || !boxes.containsKey(other)) {
      return false;
    }
    double apart = boxes.get(part).center().minus(boxes.get(other).center()).length();
    assertTrue(apart < 0.2, model + ": " + part + " is " + apart + " m from the " + other);
    return true;
  }

  /** Where each is lowest for legs, which may reach up the back; false where one is not there. */
  private static boolean isAbove(String model, Map<String, Aabb> boxes, String high, String low) {
    if (!boxes.containsKey(high) || !boxes.containsKey(low)) {
      return false;
    }
    assertTrue(
        height(boxes.get(high), low) > height(boxes.get(low), low),
        model + ": " + high + " above " + low);
    return true;
  }

  private static double height(Aabb box, String low) {
    return low.equals("legs") ? box.min().z() : box.center().z();
  }

  private static Map<String, Aabb> boxes(String asset) {
    AssetParts parts = library.parts(asset, 0);
    LevelTriangles triangles = library.surface(asset, 0).triangles();
    Map<String, Aabb> boxes = new TreeMap<>();
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      String name = parts.names().get(parts.numbers().get(triangles.part(triangle)) - 1);
      for (int corner = 0; corner < 3; corner++) {
        Vec3 at = triangles.corner(triangle, corner);
        boxes.merge(name, new Aabb(at, at), Aabb::union);
      }
    }
    return boxes;
  }

  @Test
  void otherModelsHaveTheNamesOfTheirFiles() {
    List<String> names = library.parts(PACK + "/scopia/ext_table", 0).names();
    assertEquals(List.of("mesita_ext2_Cube.012"), names);
  }
}
