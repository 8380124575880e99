package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class BackSidesTest {
  /** Counterclockwise seen from +Z. */
  private static final float[] FRONT = {0, 0, 0, 1, 0, 0, 0, 1, 0};

  /** The same the other way round, from another corner on. */
  private static final float[] BACK = {1, 0, 0, 0, 0, 0, 0, 1, 0};

  private static final float[] BESIDE = {0, 0, 0, 1, 0, 0, 0, 1, 0.5f};

  private static ImportedPart part(float[] normals, float[]... triangles) {
    float[] positions = new float[9 * triangles.length];
    float[] each = new float[9 * triangles.length];
    float[] uv = new float[6 * triangles.length];
    for (int i = 0; i < triangles.length; i++) {
      System.arraycopy(triangles[i], 0, positions, 9 * i, 9);
      for (int corner = 0; corner < 3; corner++) {
        System.arraycopy(normals, 3 * i, each, 9 * i + 3 * corner, 3);
        uv[6 * i + 2 * corner] = i;
      }
    }
    return new ImportedPart("part", 4, positions, each, uv, true);
  }

  @Test
  void theOneWhoseNormalsAreItsOwnStays() {
    // The other side's normals are turned away by a right angle, as some files have them.
    ImportedPart first = BackSides.leaveOut(part(new float[] {0, 0, 1, 0, 1, 0}, FRONT, BACK));
    assertArrayEquals(FRONT, first.positions());
    assertEquals(0, first.textureCoordinates()[0]);
    ImportedPart second = BackSides.leaveOut(part(new float[] {0, 1, 0, 0, 0, -1}, FRONT, BACK));
    assertArrayEquals(BACK, second.positions());
    assertEquals(-1, second.normals()[2]);
    assertEquals(1, second.textureCoordinates()[0]);
    assertEquals(4, second.material());
  }

  @Test
  void ofThreeInOnePlaceOneStays() {
    float[] normals = {0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1};
    ImportedPart left = BackSides.leaveOut(part(normals, BACK, FRONT, FRONT, BESIDE));
    assertEquals(6, left.corners());
    assertEquals(1, left.textureCoordinates()[0]);
    assertEquals(3, left.textureCoordinates()[6]);
  }

  @Test
  void whatLiesAloneStaysAsItIs() {
    ImportedPart apart = part(new float[6], FRONT, BESIDE);
    assertSame(apart, BackSides.leaveOut(apart));
  }
}
