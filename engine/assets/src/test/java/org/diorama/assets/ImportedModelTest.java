package org.diorama.assets;

import static org.diorama.assets.ModelFixtures.png;
import static org.diorama.assets.ModelFixtures.write;
import static org.diorama.assets.ModelFixtures.writeSquare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.AlphaTest;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the child for small files whose content is known. */
class ImportedModelTest {
  private static final int RED = 0xffff0000;
  private static final int GREEN = 0xff00ff00;
  private static final int BLUE = 0xff0000ff;
  private static final int WHITE = 0xffffffff;

  @TempDir Path folder;
  private LibraryFixture fixture;

  @BeforeEach
  void open() {
    fixture = new LibraryFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Vec3 vector(float[] array, int offset) {
    return new Vec3(array[offset], array[offset + 1], array[offset + 2]);
  }

  private static void assertBounds(Model model, Vec3 min, Vec3 max) {
    assertEquals(0, model.bounds().min().minus(min).length(), 1e-6, () -> "" + model.bounds());
    assertEquals(0, model.bounds().max().minus(max).length(), 1e-6, () -> "" + model.bounds());
  }

  /** Color of the texel that a corner of the mesh, nearest to a point, sees. */
  private static int colorAt(Model model, Vec3 point) {
    Mesh mesh = model.mesh();
    int nearest = 0;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      if (vector(mesh.positions(), 3 * i).minus(point).length()
          < vector(mesh.positions(), 3 * nearest).minus(point).length()) {
        nearest = i;
      }
    }
    Texture texture = model.textures().get(model.materials().get(0).baseColorTexture());
    // A little inside, where the image has its plain corner color.
    double u = 0.5 + 0.5 * (mesh.textureCoordinates()[2 * nearest] - 0.5);
    double v = 0.5 + 0.5 * (mesh.textureCoordinates()[2 * nearest + 1] - 0.5);
    int texel = 4 * ((int) (v * texture.height()) * texture.width() + (int) (u * texture.width()));
    byte[] level = texture.levels().get(0);
    return (level[texel + 3] & 0xff) << 24
        | (level[texel] & 0xff) << 16
        | (level[texel + 1] & 0xff) << 8
        | level[texel + 2] & 0xff;
  }

  private static void assertNear(int expected, int actual) {
    for (int shift = 0; shift < 32; shift += 8) {
      int difference = (expected >> shift & 0xff) - (actual >> shift & 0xff);
      assertTrue(
          Math.abs(difference) < 24,
          () -> Integer.toHexString(expected) + " != " + Integer.toHexString(actual));
    }
  }

  @Test
  void aBoxHasFlatNormalsThatPointOutwards() throws IOException {
    write(folder, "box.obj", ModelFixtures.boxObj(-1, -1, -1, 1, 1, 1));
    Model model = fixture.model("box.obj");
    Mesh mesh = model.mesh();
    assertEquals(12, model.levels().get(0).triangleCount());
    assertEquals(24, mesh.vertexCount(), "a crease of 90 degrees splits vertices");
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 normal = vector(mesh.normals(), 3 * i);
      assertEquals(1, vector(mesh.positions(), 3 * i).dot(normal), 1e-6);
    }
  }

  @Test
  void imagesStandUprightOnObjFiles() throws IOException {
    writeSquare(folder, "Kd 1 1 1\nmap_Kd image.png\n");
    Files.write(folder.resolve("image.png"), png(2, RED, GREEN, BLUE, WHITE));
    Model model = fixture.model("square.obj");
    assertNear(RED, colorAt(model, new Vec3(0, 0, 1)));
    assertNear(GREEN, colorAt(model, new Vec3(1, 0, 1)));
    assertNear(BLUE, colorAt(model, new Vec3(0, 0, 0)));
    assertNear(WHITE, colorAt(model, new Vec3(1, 0, 0)));
    Texture texture = model.textures().get(0);
    assertEquals(64, texture.width(), "the smallest size class");
    assertEquals(7, texture.levels().size());
    assertTrue(texture.srgb());
    assertEquals(AlphaMode.OPAQUE, model.materials().get(0).alphaMode());
  }

  @Test
  void imagesInsideGlbFilesStandUprightAndNodesPlaceMeshes() throws IOException {
    byte[] image = png(2, RED, GREEN, BLUE, WHITE);
    String material =
        "{\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0},\"baseColorFactor\":"
            + "[0.5,0.25,1,1],\"metallicFactor\":0.75,\"roughnessFactor\":0.125}}";
    Files.write(folder.resolve("square.glb"), GlbFixture.glb(image, material));
    Model model = fixture.model("square.glb", 0.5, UpAxis.Y);
    // Square of side 2 at x = 10, mirrored by its node in y; halved; +Y becomes +Z.
    assertBounds(model, new Vec3(4.5, 0, -0.5), new Vec3(5.5, 0, 0.5));
    assertNear(RED, colorAt(model, new Vec3(4.5, 0, -0.5)));
    assertNear(WHITE, colorAt(model, new Vec3(5.5, 0, 0.5)));
    Material read = model.materials().get(0);
    assertEquals(0.25, read.baseColor().green(), 1e-6);
    assertEquals(0.75, read.metallic(), 1e-6);
    assertEquals(0.125, read.roughness(), 1e-6);
    // Mirrored in one axis, the square still faces +Z of its file: -Y here.
    Mesh mesh = model.mesh();
    Vec3 a = vector(mesh.positions(), 3 * mesh.indices()[0]);
    Vec3 b = vector(mesh.positions(), 3 * mesh.indices()[1]);
    Vec3 c = vector(mesh.positions(), 3 * mesh.indices()[2]);
    assertTrue(b.minus(a).cross(c.minus(a)).y() < 0, "winding follows the mirror");
    assertTrue(mesh.normals()[1] < -0.99, "so do normals");
  }

  @Test
  void tangentsFollowTheImageWhereANormalMapNeedsThem() throws IOException {
    byte[] image = png(2, 0xff8080ff, 0xff8080ff, 0xff8080ff, 0xff8080ff);
    Files.write(
        folder.resolve("square.glb"), GlbFixture.glb(image, "{\"normalTexture\":{\"index\":0}}"));
    Model model = fixture.model("square.glb");
    assertFalse(model.textures().get(0).srgb());
    Mesh mesh = model.mesh();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 tangent = vector(mesh.tangents(), 4 * i);
      Vec3 up = vector(mesh.normals(), 3 * i).cross(tangent).times(mesh.tangents()[4 * i + 3]);
      assertEquals(0, tangent.minus(Vec3.UNIT_X).length(), 1e-5, "towards increasing u");
      assertEquals(0, up.minus(Vec3.UNIT_Y.negate()).length(), 1e-5, "up in the mirrored image");
    }
  }

  @Test
  void bothKindsOfStlAreRead() throws IOException {
    Files.write(folder.resolve("binary.stl"), GlbFixture.stl(20));
    write(
        folder,
        "text.stl",
        """
        solid part
        facet normal 0 -1 0
        outer loop
        vertex 0 0 0
        vertex 20 0 0
        vertex 0 0 20
        endloop
        endfacet
        endsolid part
        """);
    for (String name : List.of("binary.stl", "text.stl")) {
      Model model = fixture.model(name, 0.001, UpAxis.Z);
      assertBounds(model, Vec3.ZERO, new Vec3(0.02, 0, 0.02));
      assertEquals(-1, model.mesh().normals()[1], 1e-6);
    }
  }

  @Test
  void holesInAnImageAreCutOut() throws IOException {
    writeSquare(folder, "map_Kd leaf.png\n");
    Files.write(folder.resolve("leaf.png"), png(2, 0x00ffffff, GREEN, GREEN, GREEN));
    Model model = fixture.model("square.obj");
    Material material = model.materials().get(0);
    assertEquals(AlphaMode.MASK, material.alphaMode());
    Texture texture = model.textures().get(0);
    assertFalse(AlphaTest.isSolid(material, texture, 0.25, 0.25), "top left is a hole");
    assertTrue(AlphaTest.isSolid(material, texture, 0.75, 0.25));
    assertTrue(AlphaTest.isSolid(material, texture, 0.25, 0.75));
    // The hole's white must not bleed into the leaf's rim.
    assertTrue((texture.levels().get(0)[4 * (16 * 64 + 16)] & 0xff) < 40, "red of the hole");
  }

  @Test
  void aSeparateOpacityImageCutsHoles() throws IOException {
    writeSquare(folder, "map_Kd color.png\nmap_d mask.png\n");
    Files.write(folder.resolve("color.png"), png(2, RED, RED, RED, RED));
    Files.write(folder.resolve("mask.png"), png(2, WHITE, WHITE, 0xff000000, WHITE));
    Model model = fixture.model("square.obj");
    Material material = model.materials().get(0);
    Texture texture = model.textures().get(0);
    assertEquals(AlphaMode.MASK, material.alphaMode());
    assertFalse(AlphaTest.isSolid(material, texture, 0.25, 0.75), "bottom left is a hole");
    assertTrue(AlphaTest.isSolid(material, texture, 0.25, 0.25));
  }

  @Test
  void translucentMaterialsLetTheRestPass() throws IOException {
    writeSquare(folder, "Kd 1 1 1\nd 0.25\n");
    Material material = fixture.model("square.obj").materials().get(0);
    assertEquals(AlphaMode.OPAQUE, material.alphaMode());
    assertEquals(0.75, material.finish().transmission().share(), 1e-6);
    assertEquals(1, material.baseColor().green(), 1e-6);
  }

  @Test
  void aMissingImageIsAWarningAndItsArrivalIsNoticed() throws IOException {
    writeSquare(folder, "Kd 0.5 0.5 0.5\nmap_Kd C:\\art\\late.png\n");
    assertTrue(fixture.model("square.obj").textures().isEmpty());
    List<String> warnings = fixture.library.bakeHeader(fixture.id("square.obj")).warnings();
    assertTrue(warnings.toString().contains("late.png"), warnings.toString());
    Files.write(folder.resolve("late.png"), png(1, RED));
    try (LibraryFixture later = new LibraryFixture(folder)) {
      assertEquals(1, later.model("square.obj").textures().size());
    }
  }

  @Test
  void linesAndTrianglesWithoutAreaAreLeftOut() throws IOException {
    write(
        folder,
        "mixed.obj",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 2 0 0\nf 1 2 3\nf 1 2\nl 1 2 3\nf 1 2 4\nf 1 1 2\n");
    Model model = fixture.model("mixed.obj");
    assertEquals(1, model.levels().get(0).triangleCount());
    assertBounds(model, Vec3.ZERO, new Vec3(1, 1, 0));
  }

  @Test
  void alphaModesOfGltfAreFollowed() throws IOException {
    byte[] image = png(2, 0x99ff0000, 0x99ff0000, 0x00ff0000, 0xffff0000);
    String texture = "{\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0}}";
    Files.write(folder.resolve("opaque.glb"), GlbFixture.glb(image, texture + "}"));
    Model opaque = fixture.model("opaque.glb");
    assertEquals(AlphaMode.OPAQUE, opaque.materials().get(0).alphaMode());
    assertEquals(-1, opaque.textures().get(0).levels().get(0)[3], "its alpha means nothing");

    String mask = texture + ",\"alphaMode\":\"MASK\",\"alphaCutoff\":0.75}";
    Files.write(folder.resolve("mask.glb"), GlbFixture.glb(image, mask));
    Model masked = fixture.model("mask.glb");
    Material material = masked.materials().get(0);
    assertEquals(AlphaMode.MASK, material.alphaMode());
    assertEquals(0.75, material.alphaCutoff(), 1e-6);
    assertFalse(AlphaTest.isSolid(material, masked.textures().get(0), 0.25, 0.25), "0.6 < 0.75");
    assertTrue(AlphaTest.isSolid(material, masked.textures().get(0), 0.75, 0.75));

    Files.write(
        folder.resolve("blend.glb"), GlbFixture.glb(image, texture + ",\"alphaMode\":\"BLEND\"}"));
    Model blended = fixture.model("blend.glb");
    assertEquals(AlphaMode.MASK, blended.materials().get(0).alphaMode());
    assertEquals(0.5, blended.materials().get(0).alphaCutoff());
    List<String> warnings = fixture.library.bakeHeader(fixture.id("blend.glb")).warnings();
    assertTrue(warnings.toString().contains("blends"), warnings.toString());
  }

  @Test
  void aGltfReadsItsFilesFromItsFolder() throws IOException {
    byte[] image = png(1, GREEN);
    Files.createDirectory(folder.resolve("my files"));
    Files.write(folder.resolve("my files/a b.png"), image);
    Files.write(folder.resolve("my files/data.bin"), GlbFixture.binary(image));
    String plain = "{\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0}}}";
    write(
        folder,
        "square.gltf",
        GlbFixture.json(image, plain)
            .replace("\"buffers\":[{", "\"buffers\":[{\"uri\":\"my files/data.bin\",")
            .replace(
                "{\"bufferView\":3,\"mimeType\":\"image/png\"}",
                "{\"uri\":\"my%20files/a%20b.png\"}"));
    Model model = fixture.model("square.gltf");
    assertEquals(1, model.textures().size());
    assertNear(GREEN, colorAt(model, Vec3.ZERO));
    List<String> asked =
        fixture.library.bakeHeader(fixture.id("square.gltf")).inputs().stream()
            .filter(input -> input.digest().isPresent())
            .map(input -> input.name())
            .toList();
    assertEquals(List.of("square.gltf", "my files/data.bin", "my files/a b.png"), asked);
  }

  @Test
  void partsShareMaterialsAndUnusedMaterialsAreNone() throws IOException {
    writeSquare(folder, "Kd 1 0 0\nnewmtl other\nKd 0 1 0\nnewmtl unused\nKd 0 0 1\n");
    Files.writeString(
        folder.resolve("square.obj"),
        "o second\nusemtl other\nf 1/1 2/2 3/3\no third\nusemtl surface\nf 3/3 2/2 1/1\n",
        StandardOpenOption.APPEND);
    Model model = fixture.model("square.obj");
    assertEquals(2, model.materials().size());
    assertEquals(List.of("surface", "second", "third"), model.partNames());
    assertEquals(
        List.of(0, 1, 0), model.levels().get(0).parts().stream().map(Part::material).toList());
    assertEquals(4, model.levels().get(0).triangleCount());
  }
}
