package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;

class MeshBakerTest {
  /** A shape's triangles, corner by corner; those above a height in a second part. */
  private static List<ImportedPart> parts(String shape, int segments, double split) {
    Mesh mesh = Primitives.model(shape, segments).mesh();
    List<Integer> below = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    for (int i = 0; i < mesh.indices().length; i += 3) {
      double height = mesh.positions()[3 * mesh.indices()[i] + 2];
      List<Integer> side = height > split ? above : below;
      for (int k = 0; k < 3; k++) {
        side.add(mesh.indices()[i + k]);
      }
    }
    return above.isEmpty()
        ? List.of(part(0, mesh, below))
        : List.of(part(0, mesh, below), part(1, mesh, above));
  }

  private static ImportedPart part(int material, Mesh mesh, List<Integer> corners) {
    float[] positions = new float[3 * corners.size()];
    float[] normals = new float[3 * corners.size()];
    float[] textureCoordinates = new float[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      System.arraycopy(mesh.positions(), 3 * corners.get(i), positions, 3 * i, 3);
      System.arraycopy(mesh.normals(), 3 * corners.get(i), normals, 3 * i, 3);
      System.arraycopy(mesh.textureCoordinates(), 2 * corners.get(i), textureCoordinates, 2 * i, 2);
    }
    return new ImportedPart(
        "part " + material, material, positions, normals, textureCoordinates, true);
  }

  private static Vec3 position(Mesh mesh, int index) {
    float[] p = mesh.positions();
    return new Vec3(p[3 * index], p[3 * index + 1], p[3 * index + 2]);
  }

  private static double volume(Mesh mesh, LevelOfDetail level) {
    double sum = 0;
    int[] corners = SurfaceDistance.corners(mesh, level);
    for (int i = 0; i < corners.length; i += 3) {
      Vec3 a = position(mesh, corners[i]);
      sum += a.dot(position(mesh, corners[i + 1]).cross(position(mesh, corners[i + 2]))) / 6;
    }
    return sum;
  }

  @Test
  void equalCornersBecomeOneVertex() {
    Model shape = Primitives.model("sphere", 16);
    MeshBaker.Baked baked = MeshBaker.bake(parts("sphere", 16, 9), material -> false);
    assertTrue(baked.mesh().vertexCount() <= shape.mesh().vertexCount());
    assertEquals(shape.levels().get(0).triangleCount(), baked.levels().get(0).triangleCount());
    assertEquals(
        volume(shape.mesh(), shape.levels().get(0)),
        volume(baked.mesh(), baked.levels().get(0)),
        1e-6);
  }

  @Test
  void smallModelsHaveOneLevel() {
    assertEquals(1, MeshBaker.bake(parts("box", 8, 9), material -> false).levels().size());
  }

  @Test
  void coarserLevelsKeepMaterialsAndStayWithinTheirError() {
    MeshBaker.Baked baked = MeshBaker.bake(parts("torus", 128, 0.125), material -> false);
    List<LevelOfDetail> levels = baked.levels();
    assertTrue(levels.size() >= 3, "levels " + levels.size());
    SurfaceDistance finest = new SurfaceDistance(baked.mesh(), levels.get(0));
    double full = volume(baked.mesh(), levels.get(0));
    for (int i = 1; i < levels.size(); i++) {
      LevelOfDetail level = levels.get(i);
      assertTrue(level.error() > levels.get(i - 1).error());
      assertTrue(level.triangleCount() <= 0.7 * levels.get(i - 1).triangleCount());
      assertEquals(List.of(0, 1), level.parts().stream().map(Part::material).toList());
      double lost = new SurfaceDistance(baked.mesh(), level).greatest(levels.get(0), 1 << 20);
      double added = finest.greatest(level, 1 << 20);
      assertTrue(Math.max(lost, added) <= 1.1 * level.error(), "level " + i);
      Aabb bounds = MeshBounds.of(baked.mesh(), level);
      assertEquals(1, bounds.size().x(), 2 * level.error() + 1e-6);
      assertEquals(full, volume(baked.mesh(), level), 0.7 * level.error() + 1e-3, "level " + i);
    }
  }

  @Test
  void indicesFollowOneAnotherWithoutGaps() {
    MeshBaker.Baked baked = MeshBaker.bake(parts("sphere", 64, 0.5), material -> false);
    int next = 0;
    for (LevelOfDetail level : baked.levels()) {
      for (Part part : level.parts()) {
        assertEquals(next, part.firstIndex());
        next += part.indexCount();
      }
    }
    assertEquals(baked.mesh().indices().length, next);
  }

  @Test
  void tangentsStandOnNormals() {
    for (boolean needed : new boolean[] {true, false}) {
      Mesh mesh = MeshBaker.bake(parts("sphere", 16, 9), material -> needed).mesh();
      for (int i = 0; i < mesh.vertexCount(); i++) {
        float[] n = mesh.normals();
        float[] t = mesh.tangents();
        double dot =
            n[3 * i] * t[4 * i] + n[3 * i + 1] * t[4 * i + 1] + n[3 * i + 2] * t[4 * i + 2];
        assertEquals(0, dot, 1e-5);
        assertEquals(1, Math.abs(t[4 * i + 3]));
      }
    }
  }
}
