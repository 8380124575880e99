package org.diorama.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrimitivesTest {
  private static final int SEGMENTS = 256;

  /** Volume by the divergence theorem against the closed form; flat shapes enclose nothing. */
  @ParameterizedTest
  @CsvSource({
    "plane, 0",
    "quad, 0",
    "box, 1",
    "pyramid, 0.3333333",
    "sphere, 0.5235988", // π/6
    "cylinder, 0.7853982", // π/4
    "cone, 0.2617994", // π/12
    "torus, 0.1156580", // 2π² · 0.375 · 0.125²
    "capsule, 0.1636246" // π · 0.25² · 0.5 + 4/3 π · 0.25³
  })
  void enclosesTheVolumeOfItsShape(String name, double volume) {
    Mesh mesh = Primitives.model(name, SEGMENTS).mesh();
    double sum = 0;
    for (int i = 0; i < mesh.indices().length; i += 3) {
      sum += position(mesh, i).dot(position(mesh, i + 1).cross(position(mesh, i + 2))) / 6;
    }
    assertEquals(volume, sum, 6e-4 * Math.max(volume, 1e-3), name);
  }

  @ParameterizedTest
  @CsvSource({
    "plane, 0.5, 0.5, 0",
    "quad, 0.5, 0, 1",
    "box, 0.5, 0.5, 1",
    "pyramid, 0.5, 0.5, 1",
    "sphere, 0.5, 0.5, 1",
    "cylinder, 0.5, 0.5, 1",
    "cone, 0.5, 0.5, 1",
    "torus, 0.5, 0.5, 0.25",
    "capsule, 0.25, 0.25, 1"
  })
  void isOfUnitSizeAndStandsOnZero(String name, double x, double y, double height) {
    Aabb bounds = Primitives.model(name, SEGMENTS).bounds();
    assertEquals(new Aabb(new Vec3(0 - x, 0 - y, 0), new Vec3(x, y, height)), bounds);
  }

  /** Winding, normals and tangents agree: every triangle faces the way its vertices say. */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void framesAreOrthonormalAndFaceOutwards(Shape shape) {
    Mesh mesh = shape.mesh(24);
    for (int i = 0; i < mesh.indices().length; i += 3) {
      Vec3 face =
          position(mesh, i + 1)
              .minus(position(mesh, i))
              .cross(position(mesh, i + 2).minus(position(mesh, i)))
              .normalize();
      for (int k = 0; k < 3; k++) {
        Vec3 normal = vector(mesh.normals(), 3 * mesh.indices()[i + k]);
        Vec3 tangent = vector(mesh.tangents(), 4 * mesh.indices()[i + k]);
        assertEquals(1, normal.length(), 1e-6);
        assertEquals(1, tangent.length(), 1e-6);
        assertEquals(0, normal.dot(tangent), 1e-6);
        assertTrue(face.dot(normal) > 0.8, () -> shape + ": a face looks away from its normals");
      }
    }
  }

  /** Images are not mirrored: seen from outside, u runs to the right where v runs down. */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void imagesReadTheRightWayRound(Shape shape) {
    Mesh mesh = shape.mesh(24);
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < mesh.indices().length; i += 3) {
      int a = 2 * mesh.indices()[i];
      int b = 2 * mesh.indices()[i + 1];
      int c = 2 * mesh.indices()[i + 2];
      double turn =
          (uv[b] - uv[a]) * (uv[c + 1] - uv[a + 1]) - (uv[b + 1] - uv[a + 1]) * (uv[c] - uv[a]);
      assertTrue(turn < 0, () -> shape + ": an image is mirrored");
    }
  }

  @Test
  void sphereVerticesLieOnTheSphere() {
    Mesh mesh = Shape.SPHERE.mesh(37);
    Vec3 center = new Vec3(0, 0, 0.5);
    for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
      Vec3 position = vector(mesh.positions(), 3 * vertex);
      assertEquals(0.5, position.minus(center).length(), 1e-7);
    }
  }

  @Test
  void equalShapesHaveEqualDigestsAndOthersDoNot() {
    Model model = Primitives.model("cone", 12);
    assertEquals(model.digest(), Primitives.model("cone", 12).digest());
    assertTrue(!model.digest().equals(Primitives.model("cone", 13).digest()));
    assertTrue(model.digest().matches("[0-9a-f]{64}"));
  }

  @Test
  void hierarchyHoldsEveryTriangle() {
    Model model = Primitives.model("torus", 16);
    assertEquals(16 * 8 * 2, model.levels().get(0).triangleCount());
    assertEquals(16 * 8 * 2, model.hierarchies().get(0).order().length);
  }

  @Test
  void unknownShapesAndSegmentsAreBadInput() {
    DioramaException shape =
        assertThrows(DioramaException.class, () -> Primitives.model("sphear", 32));
    assertEquals(ExitStatus.BAD_INPUT, shape.status());
    assertTrue(shape.getMessage().contains("sphere"), shape.getMessage());
    DioramaException segments =
        assertThrows(DioramaException.class, () -> Primitives.model("sphere", 2));
    assertEquals(ExitStatus.BAD_INPUT, segments.status());
  }

  private static Vec3 position(Mesh mesh, int corner) {
    return vector(mesh.positions(), 3 * mesh.indices()[corner]);
  }

  private static Vec3 vector(float[] array, int offset) {
    return new Vec3(array[offset], array[offset + 1], array[offset + 2]);
  }
}
