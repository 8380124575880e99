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
    assertEquals(21, named.size());
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

  @Test
  void otherModelsHaveTheNamesOfTheirFiles() {
    List<String> names = library.parts(PACK + "/blendswap-cc-by/chairWithCushion", 0).names();
    assertTrue(names.contains("Chair-leg-front-L_Cube.083"), names.toString());
  }
}
