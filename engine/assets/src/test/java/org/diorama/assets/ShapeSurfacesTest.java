package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.scene.AssetReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where things can stand on shapes and on files of one's own. */
class ShapeSurfacesTest {
  @TempDir private Path folder;

  private static NamedSurface top(AssetFact fact) {
    assertEquals(1, fact.surfaces().size(), fact.id());
    NamedSurface top = fact.surfaces().get(0);
    assertEquals("top", top.name());
    assertEquals(Double.POSITIVE_INFINITY, top.region().leastFreeHeight());
    return top;
  }

  @Test
  void flatShapesHaveATop() {
    try (LibraryFixture fixture = new LibraryFixture(folder)) {
      NamedSurface plane = top(fixture.library.fact("primitive/plane"));
      assertEquals(0, plane.height());
      assertEquals(1, plane.region().area(), 1e-6);
      NamedSurface box = top(fixture.library.fact("primitive/box"));
      assertEquals(1, box.height(), 1e-6);
      assertEquals(1, box.region().area(), 1e-6);
      NamedSurface cylinder = top(fixture.library.fact("primitive/cylinder/64"));
      assertEquals(1, cylinder.height(), 1e-6);
      assertEquals(Math.PI / 4, cylinder.region().area(), 0.05);
    }
  }

  @Test
  void otherShapesHaveNone() {
    try (LibraryFixture fixture = new LibraryFixture(folder)) {
      for (String shape : List.of("quad", "pyramid", "sphere", "cone", "torus", "capsule")) {
        assertEquals(List.of(), fixture.library.fact("primitive/" + shape).surfaces(), shape);
      }
    }
  }

  /** A table of 1.2 by 0.8 by 0.75 m in centimeters, +Y up, with a shelf 20 cm above the floor. */
  @Test
  void surfacesOfAFileAreBakedAndComeBackFromTheCache() throws IOException {
    String top = ModelFixtures.boxObj(-60, 72, -40, 60, 75, 40);
    String board = shifted(ModelFixtures.boxObj(-50, 18, -30, 50, 20, 30), 8);
    ModelFixtures.write(folder, "table.obj", top + board);
    List<NamedSurface> baked = surfaces();
    assertEquals(List.of("board_1", "top"), baked.stream().map(NamedSurface::name).toList());
    assertEquals(0.2, baked.get(0).height(), 1e-6);
    assertEquals(0.6, baked.get(0).region().area(), 1e-5);
    assertEquals(0.52, baked.get(0).region().leastFreeHeight(), 1e-5);
    assertEquals(0.75, baked.get(1).height(), 1e-6);
    assertEquals(0.96, baked.get(1).region().area(), 1e-5);
    assertEquals(baked, surfaces(), "from the cache");
    assertTrue(folder.resolve("cache").toFile().isDirectory());
  }

  private List<NamedSurface> surfaces() {
    try (LibraryFixture fixture = new LibraryFixture(folder)) {
      String id =
          fixture
              .library
              .candidates(new AssetReference.ModelFile("table.obj", 0.01, AssetReference.UpAxis.Y))
              .get(0);
      return fixture.library.fact(id).surfaces();
    }
  }

  /** The same with its vertices counted from a later one. */
  private static String shifted(String obj, int vertices) {
    StringBuilder text = new StringBuilder();
    for (String line : obj.split("\n")) {
      if (!line.startsWith("f ")) {
        text.append(line).append('\n');
        continue;
      }
      text.append('f');
      for (String number : line.substring(2).split(" ")) {
        text.append(' ').append(Integer.parseInt(number) + vertices);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
