package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;

/** A child that was taken over could write well-formed nonsense: each kind is refused. */
class ModelCheckTest {
  private final Model sound = Primitives.model("box", 8);

  private void assertRefused(Model model) {
    assertThrows(
        CorruptBakeException.class, () -> ModelCheck.check(model, BakeFileTest.header(model)));
  }

  private Model withMesh(Mesh mesh) {
    return new Model(
        sound.digest(),
        sound.bounds(),
        mesh,
        sound.materials(),
        List.of(),
        sound.levels(),
        sound.hierarchies());
  }

  private Model withLevel(LevelOfDetail level) {
    return new Model(
        sound.digest(),
        sound.bounds(),
        sound.mesh(),
        sound.materials(),
        List.of(),
        List.of(level),
        sound.hierarchies());
  }

  private Model withHierarchy(float[] bounds, int[] links, int[] order) {
    return new Model(
        sound.digest(),
        sound.bounds(),
        sound.mesh(),
        sound.materials(),
        List.of(),
        sound.levels(),
        List.of(new MeshBvh(bounds, links, order)));
  }

  @Test
  void aSoundModelPasses() {
    assertDoesNotThrow(() -> ModelCheck.check(sound, BakeFileTest.header(sound)));
  }

  @Test
  void normalsAreOfUnitLength() {
    Mesh mesh = sound.mesh();
    float[] normals = mesh.normals().clone();
    normals[0] += 0.5f;
    assertRefused(
        withMesh(
            new Mesh(
                mesh.positions(),
                normals,
                mesh.tangents(),
                mesh.textureCoordinates(),
                mesh.indices())));
  }

  @Test
  void boundsAreThoseOfTheMesh() {
    Aabb wrong = new Aabb(Vec3.ZERO, Vec3.ONE);
    assertRefused(
        new Model(
            sound.digest(),
            wrong,
            sound.mesh(),
            sound.materials(),
            List.of(),
            sound.levels(),
            sound.hierarchies()));
  }

  @Test
  void partsStayInsideTheIndicesMaterialsAndNames() {
    int count = sound.mesh().indices().length;
    for (Part part :
        List.of(
            new Part(0, 3, count),
            new Part(0, -3, count),
            new Part(0, 1, count - 1),
            new Part(0, Integer.MAX_VALUE - 1, count),
            new Part(1, 0, count),
            new Part(-1, 0, count),
            new Part(0, 1, 0, count),
            new Part(0, -1, 0, count),
            new Part(0, 0, 0))) {
      assertRefused(withLevel(new LevelOfDetail(0, List.of(part))));
    }
  }

  @Test
  void texturesAndMaterialValuesAreInRange() {
    Material plain = Material.plain("m", LinearColor.WHITE, 0, 0.5);
    assertRefused(BakeFileTest.with(sound, List.of(textured(plain, 0)), List.of()));
    assertRefused(BakeFileTest.with(sound, List.of(textured(plain, -2)), List.of()));
    Material bright = Material.plain("m", new LinearColor(1, 1.5, 1), 0, 0.5);
    assertRefused(BakeFileTest.with(sound, List.of(bright), List.of()));
    assertThrows(CorruptBakeException.class, () -> ModelCheck.checkTextureSize(3, 4));
    assertThrows(CorruptBakeException.class, () -> ModelCheck.checkTextureSize(4096, 1));
    assertThrows(CorruptBakeException.class, () -> ModelCheck.checkTextureSize(0, 1));
  }

  private static Material textured(Material m, int texture) {
    return new Material(
        m.name(),
        m.baseColor(),
        m.metallic(),
        m.roughness(),
        m.emission(),
        texture,
        m.normalTexture(),
        m.metallicRoughnessTexture(),
        m.alphaMode(),
        m.alphaCutoff());
  }

  @Test
  void hierarchiesNeitherLoopNorLeadOutside() {
    MeshBvh bvh = sound.hierarchies().get(0);
    int[] order = bvh.order();
    int triangles = order.length;
    float[] one = new float[6];
    float[] three = new float[18];
    assertRefused(withHierarchy(one, new int[] {0, -triangles - 1}, order));
    assertRefused(withHierarchy(one, new int[] {-1, -triangles}, order));
    assertRefused(withHierarchy(one, new int[] {0, 0}, order));
    assertRefused(withHierarchy(one, new int[] {0, 1}, order));
    assertRefused(withHierarchy(three, new int[] {1, 2, 0, 2, 0, -triangles}, order));
    assertRefused(withHierarchy(three, new int[] {1, 1, 0, -1, 0, -triangles}, order));
    assertRefused(withHierarchy(three, new int[] {1, 9, 0, -1, 0, -triangles}, order));
    assertRefused(withHierarchy(one, bvh.links(), order));
    assertRefused(withHierarchy(new float[0], new int[0], order));
    int[] twice = order.clone();
    twice[0] = twice[1];
    assertRefused(withHierarchy(bvh.bounds(), bvh.links(), twice));
  }
}
