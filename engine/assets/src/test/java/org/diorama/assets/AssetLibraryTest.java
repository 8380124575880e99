package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.diorama.core.scene.Construction;
import org.diorama.procedural.ProceduralWorkshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetLibraryTest {
  @TempDir Path folder;
  private AssetLibrary library;

  @BeforeEach
  void open() {
    library =
        new AssetLibrary(
            ModelFolders.of(folder, List.of()),
            new AssetLocations(folder.resolve("cache"), folder.resolve("packs")),
            new ProceduralWorkshop());
  }

  @AfterEach
  void close() {
    library.close();
  }

  private AssetFact fact(AssetReference reference) {
    List<String> candidates = library.candidates(reference);
    assertEquals(1, candidates.size());
    return library.fact(candidates.get(0));
  }

  private static void assertVector(double x, double y, double z, Vec3 actual) {
    assertEquals(0, new Vec3(x, y, z).minus(actual).length(), 1e-6, () -> "" + actual);
  }

  /** Its id alone builds it again; its floor has a name, and things stand inside. */
  @Test
  void roomsAreAssets() {
    AssetFact fact =
        fact(
            new AssetReference.Built(
                new Construction.Room(new Vec3(6, 5, 2.7), 0.25, true, List.of())));
    assertEquals("built/room/6,5,2.7,0.25,1", fact.id());
    assertVector(-3.25, -2.75, -0.25, fact.bounds().min());
    assertVector(3.25, 2.75, 2.95, fact.bounds().max());
    NamedSurface floor = fact.surfaces().get(0);
    assertEquals("floor", floor.name());
    assertEquals(0, floor.height());
    assertEquals(30, floor.region().area(), 1e-9);
    assertEquals(fact.digest(), library.model(fact.id()).digest());
  }

  @Test
  void shapesAreAssets() {
    AssetFact fact = fact(new AssetReference.Primitive("sphere", 64));
    assertEquals("primitive/sphere/64", fact.id());
    assertVector(-0.5, -0.5, 0, fact.bounds().min());
    Model model = library.model(fact.id());
    assertEquals(fact.digest(), model.digest());
    assertSame(model, library.model(fact.id()));
  }

  @Test
  void aShapeWithoutSegmentsHasTheDefaultNumber() {
    assertEquals(
        library.model("primitive/cone/64").digest(), library.model("primitive/cone").digest());
  }

  @Test
  void unitsAndUpAxisAreApplied() throws IOException {
    ModelFixtures.write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1000, 2000, 3000));
    AssetFact zUp = fact(new AssetReference.ModelFile("box.obj", 0.001, UpAxis.Z));
    assertVector(0, 0, 0, zUp.bounds().min());
    assertVector(1, 2, 3, zUp.bounds().max());
    AssetFact yUp = fact(new AssetReference.ModelFile("box.obj", 0.001, UpAxis.Y));
    assertVector(0, -3, 0, yUp.bounds().min());
    assertVector(1, 0, 2, yUp.bounds().max());
    assertTrue(!zUp.digest().equals(yUp.digest()));
  }

  @Test
  void surfacesAreTheModelsTriangles() throws IOException {
    ModelFixtures.write(folder, "box.obj", ModelFixtures.boxObj(0, 0, 0, 1, 2, 3));
    String file = fact(new AssetReference.ModelFile("box.obj", 1, UpAxis.Z)).id();
    for (String id : List.of("primitive/box", file)) {
      MeshSurface surface = library.surface(id, 0);
      assertEquals(12, surface.triangles().count());
      assertEquals(library.fact(id).bounds(), surface.bounds());
      assertSame(surface, library.surface(id, 0));
      assertSame(library.model(id).mesh().positions(), surface.triangles().positions());
      assertThrows(IndexOutOfBoundsException.class, () -> library.surface(id, 1));
    }
  }

  @Test
  void aSurfaceIsReadOnceHoweverManyThreadsAsk() {
    MeshSurface first = library.surface("primitive/torus/128", 0);
    Set<MeshSurface> seen =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i -> library.surface(i % 2 == 0 ? "primitive/torus/128" : "primitive/cone", 0))
            .collect(Collectors.toCollection(() -> ConcurrentHashMap.newKeySet()));
    assertEquals(2, seen.size());
    assertTrue(seen.contains(first));
  }

  @Test
  void aMissingFileIsBadInputThatNamesIt() {
    AssetReference reference = new AssetReference.ModelFile("parts/none.obj", 1, UpAxis.Z);
    DioramaException e = assertThrows(DioramaException.class, () -> fact(reference));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertTrue(e.getMessage().contains("parts/none.obj"), e.getMessage());
  }

  /** A record may name any file; what its user has not named is not opened. */
  @Test
  void aFileElsewhereIsRefusedByTheWayThatItsLinksLead() throws IOException {
    Path elsewhere = Files.writeString(Files.createTempFile("elsewhere", ".obj"), "v 0 0 0");
    Files.createSymbolicLink(folder.resolve("link.obj"), elsewhere);
    for (String name : List.of(elsewhere.toString(), "link.obj")) {
      AssetReference reference = new AssetReference.ModelFile(name, 1, UpAxis.Z);
      DioramaException e = assertThrows(DioramaException.class, () -> fact(reference));
      assertEquals(ExitStatus.BAD_INPUT, e.status());
      assertTrue(e.getMessage().contains("--models DIR"), e.getMessage());
    }
    Files.delete(elsewhere);
  }

  @Test
  void otherKindsOfFilesAreRefused() throws IOException {
    ModelFixtures.write(folder, "mesh.ply", "ply");
    AssetReference reference = new AssetReference.ModelFile("mesh.ply", 1, UpAxis.Z);
    DioramaException e = assertThrows(DioramaException.class, () -> fact(reference));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertTrue(e.getMessage().contains(".glb"), e.getMessage());
  }

  @Test
  void malformedIdsAreBadInput() {
    for (String id :
        List.of("file/x", "file/1/q/a.obj", "primitive/", "primitive/box/x", "nothing", "")) {
      DioramaException e = assertThrows(DioramaException.class, () -> library.model(id));
      assertEquals(ExitStatus.BAD_INPUT, e.status());
    }
  }
}
