package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.assets.catalog.Catalog;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.procedural.ProceduralWorkshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pack; fetched into the user's own folder where it is not there yet. */
class FurniturePackTest {
  private static final String PACK = InstalledFurniture.PACK;

  private static InstalledFurniture furniture;
  private static AssetLocations locations;
  private static AssetLibrary library;

  @BeforeAll
  static void install() {
    furniture = new InstalledFurniture();
    locations = furniture.locations;
    library = furniture.library;
  }

  @AfterAll
  static void close() {
    furniture.close();
  }

  private static void assertSize(double x, double y, double z, String id) {
    AssetFact fact = library.fact(PACK + "/" + id);
    Vec3 expected = new Vec3(x, y, z);
    assertEquals(0, fact.bounds().size().minus(expected).length(), 1e-5, () -> "" + fact.bounds());
    assertEquals(0, fact.bounds().min().z(), 1e-5, "stands on the ground");
    assertEquals(0, fact.bounds().center().x(), 1e-5);
    assertEquals(0, fact.bounds().center().y(), 1e-5);
  }

  @Test
  void theCatalogIsComplete() {
    List<CatalogEntry> entries = Catalog.open(locations.packs()).entries();
    assertEquals(820, entries.size());
    Map<String, Long> licenses =
        entries.stream()
            .collect(Collectors.groupingBy(CatalogEntry::license, Collectors.counting()));
    assertEquals(Map.of("CC0-1.0", 175L, "CC-BY-3.0", 530L, "CC-BY-3.0-US", 115L), licenses);
    Set<String> ids = new HashSet<>();
    entries.forEach(entry -> assertTrue(ids.add(entry.id()), entry.id()));
    assertEquals(259, entries.stream().filter(entry -> !entry.category().isEmpty()).count());
    assertTrue(entries.stream().noneMatch(entry -> entry.supercategory().isEmpty()));
    assertEquals(33, entries.stream().filter(FurniturePackTest::isTurned).count());
    assertEquals(118, entries.stream().filter(entry -> entry.elevation() > 0).count());
  }

  private static boolean isTurned(CatalogEntry entry) {
    return !entry.rotation().equals(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0));
  }

  @Test
  void entriesSayWhereTheyComeFrom() {
    CatalogEntry apples = library.catalogEntry(PACK + "/scopia/apples").orElseThrow();
    assertEquals("apple", apples.category());
    assertEquals("Kitchen", apples.supercategory());
    assertEquals("CC-BY-3.0", apples.license());
    assertEquals(
        "\"Apples\" by Scopia, from sweethome3d-furniture, converted and scaled",
        apples.attribution());
    assertEquals(Optional.empty(), library.catalogEntry("primitive/box/32"));
  }

  @Test
  void modelsHaveTheirTrueSize() {
    assertSize(2.795, 14.043, 3.667, "scopia/bus");
    assertSize(0.257, 0.257, 0.16, "scopia/apples");
  }

  /** Its file lies on its side: the catalog's rotation comes before the stretching. */
  @Test
  void turnedModelsHaveTheirTrueSize() {
    CatalogEntry turned = library.catalogEntry(PACK + "/scopia/ext_chair").orElseThrow();
    assertTrue(isTurned(turned));
    assertSize(turned.size().x(), turned.size().y(), turned.size().z(), "scopia/ext_chair");
  }

  @Test
  void aCategoryStandsForAllItsModels() {
    List<String> ids = library.candidates(new AssetReference.AnyOf(List.of("bus", "car")));
    assertEquals(13, ids.size());
    assertEquals(ids.stream().sorted().toList(), ids);
    assertTrue(ids.contains(PACK + "/scopia/bus"));
    assertEquals("bus", library.fact(PACK + "/scopia/bus").category());
  }

  @Test
  void texturesComeOutOfTheArchive() {
    Model dog = library.model(PACK + "/scopia/dog");
    assertFalse(dog.textures().isEmpty());
    assertTrue(dog.levels().size() > 1);
  }

  @Test
  void rowsShowWhatIsKnown() {
    library.fact(PACK + "/scopia/bus");
    AssetRow bus =
        library.rows().stream().filter(row -> row.id().endsWith("/bus")).findFirst().orElseThrow();
    assertEquals("bus", bus.category());
    assertEquals(PACK, bus.pack());
    assertTrue(bus.triangles().orElseThrow() > 1000);
    assertEquals(820, library.rows().size());
  }

  @Test
  void mistypedNamesGetAHint() {
    DioramaException id =
        assertThrows(
            DioramaException.class,
            () -> library.candidates(new AssetReference.CatalogEntry(PACK + "/scopia/aples")));
    assertEquals(ExitStatus.BAD_INPUT, id.status());
    assertTrue(id.getMessage().contains(PACK + "/scopia/apples"), id.getMessage());
    DioramaException category =
        assertThrows(
            DioramaException.class,
            () -> library.candidates(new AssetReference.AnyOf(List.of("bicicle"))));
    assertTrue(category.getMessage().contains("did you mean bicycle"), category.getMessage());
  }

  @Test
  void aMissingPackNamesItsCommand(@TempDir Path empty) {
    AssetLocations nowhere = new AssetLocations(locations.cache(), empty);
    try (AssetLibrary bare =
        new AssetLibrary(ModelFolders.of(empty, List.of()), nowhere, new ProceduralWorkshop())) {
      for (AssetReference reference :
          List.of(
              new AssetReference.AnyOf(List.of("car")),
              new AssetReference.CatalogEntry(PACK + "/scopia/bus"))) {
        DioramaException e = assertThrows(DioramaException.class, () -> bare.candidates(reference));
        assertEquals(ExitStatus.BAD_INPUT, e.status());
        assertTrue(e.getMessage().contains("tools/diorama assets install " + PACK), e.getMessage());
      }
      assertEquals(List.of(), bare.rows());
    }
  }

  private static Map<String, Double> heights(String id) {
    return library.fact(PACK + "/" + id).surfaces().stream()
        .collect(Collectors.toMap(NamedSurface::name, NamedSurface::height));
  }

  private static void assertHeights(String id, double... expected) {
    Map<String, Double> heights = heights(id);
    assertEquals(expected.length, heights.size(), () -> id + ": " + heights);
    for (int i = 0; i < expected.length; i++) {
      String name = i == expected.length - 1 ? "top" : "board_" + (i + 1);
      assertEquals(expected[i], heights.get(name), 2e-3, () -> id + ": " + heights);
    }
  }

  /** Heights as a person reads them from pictures of the models. */
  @Test
  void furnitureHasTheSurfacesThatOneSees() {
    assertHeights("blendswap-cc-by/table", 0.724);
    assertHeights("scopia/round-table", 0.757);
    assertHeights("scopia/table-on-trestles", 0.761);
    assertHeights("blendswap-cc-0/table", 0.739);
    assertHeights("blendswap-cc-0/upperShelves", 0.010, 0.247, 0.483, 0.720);
    assertHeights("katorlegaz/utility-shelving", 0.054, 0.328, 0.627, 0.926, 1.200);
    assertHeights("scopia/kids_shelves", 0.064, 0.415, 0.906, 1.226, 1.526, 1.907);
    assertHeights("blendswap-cc-by/workbench", 0.253, 0.953, 1.738);
    assertHeights("blendswap-cc-0/upperCabinet", 0.720); // its doors are closed
  }

  @Test
  void peopleAndBallsHoldNothing() {
    for (String id :
        List.of("reallusion/boyStanding", "blendswap-cc-0/basketball", "scopia/apples")) {
      assertEquals(Map.of(), heights(id), id);
    }
  }

  @Test
  void everySurfaceLiesInItsAsset() {
    for (CatalogEntry entry : Catalog.open(locations.packs()).ofCategories(List.of("bed"))) {
      AssetFact fact = library.fact(entry.id());
      for (NamedSurface surface : fact.surfaces()) {
        double area = fact.bounds().size().x() * fact.bounds().size().y();
        assertTrue(surface.region().area() <= area, entry.id());
        assertTrue(surface.height() <= fact.bounds().max().z() + 1e-6, entry.id());
        assertTrue(surface.region().leastFreeHeight() >= 0.05, entry.id());
      }
    }
  }
}
