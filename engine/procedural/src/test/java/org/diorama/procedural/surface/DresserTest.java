package org.diorama.procedural.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.surface.SurfaceFinish;
import org.diorama.core.surface.SurfaceKind;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DresserTest {
  private final Dresser dresser = new Dresser();

  private Model dressed(String shape, Vec3 size, SurfaceKind kind) {
    return dresser.dress(Primitives.model(shape, 64), dress(size, kind, Optional.empty()));
  }

  private static Dress dress(Vec3 size, SurfaceKind kind, Optional<LinearColor> color) {
    return new Dress(
        size,
        List.of(
            Optional.of(
                new Dress.Cover(
                    new SurfaceFinish(kind, 0, 1, 0, 0),
                    color,
                    Optional.empty(),
                    Optional.empty()))));
  }

  /** A meter of the world is the same share of a period on every face, whatever the size. */
  @ParameterizedTest
  @CsvSource({
    "plane, 160, 7, 1, ASPHALT, 8",
    "plane, 2, 2, 1, ASPHALT, 8",
    "box, 160, 3.3, 0.13, PAVING, 6",
    "box, 1, 2, 3, BRICK, 2.7",
    "quad, 5, 1, 3, WOOD, 2.4"
  })
  void grainIsTheSameOnEverySize(
      String shape, double x, double y, double z, SurfaceKind kind, double period) {
    Vec3 size = new Vec3(x, y, z);
    Model model = dressed(shape, size, kind);
    Mesh mesh = model.mesh();
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < mesh.indices().length; i++) {
      int a = mesh.indices()[i];
      int b = mesh.indices()[i % 3 == 2 ? i - 2 : i + 1];
      double meters =
          TextureSpace.vector(mesh.positions(), 3 * b)
              .minus(TextureSpace.vector(mesh.positions(), 3 * a))
              .times(size)
              .length();
      double periods = Math.hypot(uv[2 * b] - uv[2 * a], uv[2 * b + 1] - uv[2 * a + 1]);
      assertEquals(meters / period, periods, 1e-5 * Math.max(1, periods));
    }
  }

  /** On round shapes it holds in the mean: the area in the image is the area in the world. */
  @ParameterizedTest
  @CsvSource({"cylinder, 0.1", "torus, 0.3", "capsule, 0.2", "sphere, 2"})
  void grainOfRoundShapesHoldsInTheMean(String shape, double size) {
    Mesh mesh = dressed(shape, new Vec3(size, size, 4 * size), SurfaceKind.CARPET).mesh();
    double world = 0;
    double image = 0;
    float[] uv = mesh.textureCoordinates();
    Vec3 scale = new Vec3(size, size, 4 * size);
    for (int i = 0; i < mesh.indices().length; i += 3) {
      int[] v = {mesh.indices()[i], mesh.indices()[i + 1], mesh.indices()[i + 2]};
      Vec3 a = TextureSpace.vector(mesh.positions(), 3 * v[0]).times(scale);
      Vec3 b = TextureSpace.vector(mesh.positions(), 3 * v[1]).times(scale).minus(a);
      Vec3 c = TextureSpace.vector(mesh.positions(), 3 * v[2]).times(scale).minus(a);
      world += b.cross(c).length();
      image +=
          4 // square meters of a period
              * Math.abs(
                  (uv[2 * v[1]] - uv[2 * v[0]]) * (uv[2 * v[2] + 1] - uv[2 * v[0] + 1])
                      - (uv[2 * v[2]] - uv[2 * v[0]]) * (uv[2 * v[1] + 1] - uv[2 * v[0] + 1]));
    }
    assertEquals(world, image, 1e-4 * world);
  }

  /** Tangents run the way u grows, turned patterns included: the relief is lit from its side. */
  @ParameterizedTest
  @CsvSource({"plane, ASPHALT", "box, SOIL", "box, BRICK", "quad, GRASS"})
  void tangentsFollowTheImage(String shape, SurfaceKind kind) {
    Vec3 size = new Vec3(3, 5, 2);
    Mesh mesh = dressed(shape, size, kind).mesh();
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < mesh.indices().length; i += 3) {
      int[] v = {mesh.indices()[i], mesh.indices()[i + 1], mesh.indices()[i + 2]};
      Vec3 a = TextureSpace.vector(mesh.positions(), 3 * v[0]).times(size);
      Vec3 b = TextureSpace.vector(mesh.positions(), 3 * v[1]).times(size).minus(a);
      Vec3 c = TextureSpace.vector(mesh.positions(), 3 * v[2]).times(size).minus(a);
      double v1 = uv[2 * v[1] + 1] - uv[2 * v[0] + 1];
      double v2 = uv[2 * v[2] + 1] - uv[2 * v[0] + 1];
      double turn = (uv[2 * v[1]] - uv[2 * v[0]]) * v2 - (uv[2 * v[2]] - uv[2 * v[0]]) * v1;
      Vec3 along = b.times(v2 / turn).minus(c.times(v1 / turn)).normalize();
      Vec3 tangent = TextureSpace.vector(mesh.tangents(), 4 * v[0]);
      assertEquals(1, along.dot(tangent), 1e-5);
    }
  }

  /** A wall has whole windows, from its left to its right and from its bottom. */
  @ParameterizedTest
  @CsvSource({"9, 5, 3, 2", "12.7, 7, 4, 2", "15, 11.9, 5, 4", "0.5, 0.5, 1, 1"})
  void facadesHaveWholeWindows(double width, double height, int columns, int stories) {
    Mesh mesh = dressed("quad", new Vec3(width, 1, height), SurfaceKind.FACADE).mesh();
    float[] uv = mesh.textureCoordinates();
    double leastU = 1e9;
    double mostU = -1e9;
    for (int i = 0; i < 4; i++) {
      leastU = Math.min(leastU, uv[2 * i]);
      mostU = Math.max(mostU, uv[2 * i]);
      double bottom = mesh.positions()[3 * i + 2] == 0 ? 0 : -stories / 2.0;
      assertEquals(bottom, uv[2 * i + 1], 1e-6);
    }
    assertEquals(0, leastU, 1e-6);
    assertEquals(columns / 2.0, mostU, 1e-6);
  }

  @Test
  void roofsOfFacadesAreBare() {
    Mesh mesh = dressed("box", new Vec3(9, 9, 9), SurfaceKind.FACADE).mesh();
    int level = 0;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      if (Math.abs(mesh.normals()[3 * i + 2]) > 0.9) {
        level++;
        assertEquals(0.02f, mesh.textureCoordinates()[2 * i]);
      }
    }
    assertEquals(8, level);
  }

  @Test
  void geometryStaysAndTexturesAreShared() {
    Model box = Primitives.model("box", 64);
    Model one = dresser.dress(box, dress(new Vec3(1, 1, 1), SurfaceKind.SOIL, Optional.empty()));
    Model other = dresser.dress(box, dress(new Vec3(2, 1, 1), SurfaceKind.SOIL, Optional.empty()));
    assertSame(box.mesh().positions(), one.mesh().positions());
    assertSame(box.mesh().indices(), one.mesh().indices());
    assertSame(box.hierarchies().get(0), one.hierarchies().get(0));
    assertSame(one.textures().get(0), other.textures().get(0));
    assertSame(one.textures().get(1), other.textures().get(1));
    assertNotEquals(one.digest(), other.digest());
    assertNotEquals(one.digest(), box.digest());
    assertArrayEquals(box.mesh().normals(), one.mesh().normals());
  }

  /** The color of an author is the mean over the tile. */
  @Test
  void aColorTintsTheWhole() {
    LinearColor wanted = new LinearColor(0.15, 0.1, 0.05);
    Model model =
        dresser.dress(
            Primitives.model("plane", 64),
            dress(new Vec3(1, 1, 1), SurfaceKind.ASPHALT, Optional.of(wanted)));
    Material material = model.materials().get(0);
    SurfacePatch patch = SurfaceTextures.dry(finish(), SurfaceTextures.SIZE);
    LinearColor mean = patch.meanColor();
    LinearColor most = patch.brightest();
    assertEquals(wanted.red(), material.baseColor().red() * mean.red() / most.red(), 1e-9);
    assertEquals(wanted.blue(), material.baseColor().blue() * mean.blue() / most.blue(), 1e-9);
    assertEquals(0.88, material.roughness(), 1e-6);
    assertEquals(Material.NO_TEXTURE, material.metallicRoughnessTexture());
    assertTrue(material.normalTexture() != Material.NO_TEXTURE);
  }

  /** White paint on dark stones: the brightest of them reflect all light, none more. */
  @Test
  void noTexelReflectsMoreThanAllLight() {
    Model model =
        dresser.dress(
            Primitives.model("plane", 64),
            dress(new Vec3(1, 1, 1), SurfaceKind.GRAVEL, Optional.of(LinearColor.WHITE)));
    assertEquals(LinearColor.WHITE, model.materials().get(0).baseColor());
  }

  private static SurfaceFinish finish() {
    return new SurfaceFinish(SurfaceKind.ASPHALT, 0, 1, 0, 0);
  }

  /** The oldest goes first, and comes back alike. */
  @Test
  void theCacheKeepsToItsBudget() {
    SurfaceCache cache = new SurfaceCache(1);
    SurfaceTextures first = cache.get(finish());
    assertSame(first, cache.get(finish()));
    cache.get(new SurfaceFinish(SurfaceKind.CARPET, 0, 1, 0, 0));
    SurfaceTextures again = cache.get(finish());
    assertTrue(first != again);
    assertArrayEquals(first.color().levels().get(0), again.color().levels().get(0));
  }
}
