package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class TangentsTest {
  /** Two triangles in the plane z = 0, seen from above. */
  private static final float[] SQUARE = {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0};

  private static final float[] UP = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};

  private static float[] tangents(float... textureCoordinates) {
    return Tangents.ofTexture(new ImportedPart("", 0, SQUARE, UP, textureCoordinates, true));
  }

  private static void assertAll(float[] tangents, float x, float y, float z, float handedness) {
    for (int i = 0; i < tangents.length; i += 4) {
      float[] one = {tangents[i], tangents[i + 1], tangents[i + 2], tangents[i + 3]};
      assertArrayEquals(new float[] {x, y, z, handedness}, one, 1e-5f);
    }
  }

  @Test
  void theyPointToTheRightOfTheImage() {
    // v = 0 is the top row: the image stands upright with v falling towards +y.
    assertAll(tangents(0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0), 1, 0, 0, 1);
  }

  @Test
  void aTurnedImageTurnsThem() {
    assertAll(tangents(1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1), 0, -1, 0, 1);
  }

  @Test
  void aMirroredImageIsLeftHanded() {
    assertAll(tangents(1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0), -1, 0, 0, -1);
  }

  @Test
  void coordinatesThatSayNothingGiveSomeTangent() {
    for (float value : new float[] {0, 0.5f, Float.MAX_VALUE}) {
      float[] constant = new float[12];
      java.util.Arrays.fill(constant, value);
      assertPerpendicular(UP, tangents(constant));
    }
  }

  @Test
  void normalsInEveryDirectionHaveOne() {
    Random random = new Random(9);
    float[] normals = new float[3 * 500];
    for (int i = 0; i < 500; i++) {
      Vec3 normal =
          i < 6
              ? new Vec3(i / 2 == 0 ? 1 : 0, i / 2 == 1 ? 1 : 0, i / 2 == 2 ? 1 : 0)
                  .times(i % 2 == 0 ? 1 : -1)
              : new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                  .normalize();
      normals[3 * i] = (float) normal.x();
      normals[3 * i + 1] = (float) normal.y();
      normals[3 * i + 2] = (float) normal.z();
    }
    assertPerpendicular(normals, Tangents.ofNormals(normals));
  }

  private static void assertPerpendicular(float[] normals, float[] tangents) {
    for (int i = 0; i < normals.length / 3; i++) {
      Vec3 normal = new Vec3(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]);
      Vec3 tangent = new Vec3(tangents[4 * i], tangents[4 * i + 1], tangents[4 * i + 2]);
      assertEquals(0, normal.dot(tangent), 1e-5, "normal " + normal);
      assertEquals(1, tangent.length(), 1e-3, "normal " + normal);
      assertEquals(1, Math.abs(tangents[4 * i + 3]));
    }
  }
}
