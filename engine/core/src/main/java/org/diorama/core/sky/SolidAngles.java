package org.diorama.core.sky;

import java.util.stream.IntStream;
import org.diorama.core.math.Vec3;

/**
 * Steradians of the texels of a {@link SphereTable}, exactly: parted along the diagonal that the
 * map's folds follow, a texel of a table of even size is two plane triangles on the octahedron, and
 * those of the sizes that tables are halved through are made once.
 */
final class SolidAngles {
  private static final int LARGEST = 128;
  private static final int LEVELS = 5;
  private static final float[][] HALVED =
      IntStream.range(0, LEVELS).mapToObj(level -> all(LARGEST >> level)).toArray(float[][]::new);

  private SolidAngles() {}

  /** Of all texels, row by row; not to be changed. */
  static float[] of(int size) {
    int level = Integer.numberOfTrailingZeros(LARGEST) - Integer.numberOfTrailingZeros(size);
    return level >= 0 && level < LEVELS && LARGEST >> level == size ? HALVED[level] : all(size);
  }

  private static float[] all(int size) {
    float[] result = new float[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        result[j * size + i] = (float) of(size, i, j);
      }
    }
    return result;
  }

  private static double of(int size, int i, int j) {
    Vec3 leftTop = corner(size, i, j);
    Vec3 rightTop = corner(size, i + 1, j);
    Vec3 leftBottom = corner(size, i, j + 1);
    Vec3 rightBottom = corner(size, i + 1, j + 1);
    boolean rising = 2 * i < size == 2 * j < size;
    return rising
        ? triangle(rightTop, leftBottom, leftTop) + triangle(rightTop, leftBottom, rightBottom)
        : triangle(leftTop, rightBottom, rightTop) + triangle(leftTop, rightBottom, leftBottom);
  }

  private static Vec3 corner(int size, int i, int j) {
    return SphereTable.onOctahedron(2.0 * i / size - 1, 2.0 * j / size - 1);
  }

  /** Van Oosterom and Strackee, The Solid Angle of a Plane Triangle (1983). */
  private static double triangle(Vec3 a, Vec3 b, Vec3 c) {
    double la = a.length();
    double lb = b.length();
    double lc = c.length();
    double below = la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb;
    return 2 * Math.atan2(Math.abs(a.dot(b.cross(c))), below);
  }
}
