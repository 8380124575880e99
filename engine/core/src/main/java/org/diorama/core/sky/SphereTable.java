package org.diorama.core.sky;

import java.util.Arrays;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * A color for each direction: size × size texels over the octahedral map of the sphere (Meyer,
 * Süßmuth, Sußner, Stamminger and Greiner, On Floating-Point Normal Vectors, EGSR 2010). The map's
 * square [-1, 1]² holds the half with z ≥ 0 in its inner diamond, seen from +Z, and the other half
 * folded outwards into its corners. Row 0 is at y = -1; texel (i, j) is sampled at its center.
 */
public final class SphereTable {
  private final int size;
  private final float[] values;

  /**
   * @param size texels on a side
   * @param values red, green, blue of each texel, row by row; not copied
   */
  SphereTable(int size, float[] values) {
    this.size = size;
    this.values = values;
  }

  /** The directions' luminance at the texels' centers; over whole texels where a sky has detail. */
  static SphereTable of(SkyRadiance sky, int size) {
    float[] values = new float[3 * size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        LinearColor color =
            sky.detail().isPresent() ? mean(sky, size, i, j) : texel(sky, size, i, j);
        int at = 3 * (j * size + i);
        values[at] = (float) color.red();
        values[at + 1] = (float) color.green();
        values[at + 2] = (float) color.blue();
      }
    }
    return new SphereTable(size, values);
  }

  /** Of even places in the texel, so many that they are closer than the sky's detail. */
  private static LinearColor mean(SkyRadiance sky, int size, int i, int j) {
    double texel = Math.PI / size;
    int steps = (int) Math.max(1, Math.min(8, Math.ceil(texel / sky.detail().orElseThrow())));
    LinearColor sum = LinearColor.BLACK;
    for (int part = 0; part < steps * steps; part++) {
      Vec3 place = direction(steps * size, steps * i + part % steps, steps * j + part / steps);
      sum = sum.plus(sky.luminance(place));
    }
    return sum.times(1.0 / (steps * steps));
  }

  /** Where the horizon halves a texel, the mean of what is above and below it. */
  private static LinearColor texel(SkyRadiance sky, int size, int i, int j) {
    Vec3 center = direction(size, i, j);
    if (Math.abs(center.z()) > 1e-9) {
      return sky.luminance(center);
    }
    Vec3 quarter = Vec3.UNIT_Z.times(0.5 / size);
    LinearColor above = sky.luminance(center.plus(quarter).normalize());
    LinearColor below = sky.luminance(center.minus(quarter).normalize());
    return above.plus(below).times(0.5);
  }

  public int size() {
    return size;
  }

  /** Unit vector of a texel's center. */
  public static Vec3 direction(int size, int i, int j) {
    return onOctahedron(2 * (i + 0.5) / size - 1, 2 * (j + 0.5) / size - 1).normalize();
  }

  /** Point of the octahedron |x| + |y| + |z| = 1 at a place of the map's square. */
  static Vec3 onOctahedron(double x, double y) {
    double z = 1 - Math.abs(x) - Math.abs(y);
    return z >= 0
        ? new Vec3(x, y, z)
        : new Vec3(
            (1 - Math.abs(y)) * Math.copySign(1, x), (1 - Math.abs(x)) * Math.copySign(1, y), z);
  }

  /**
   * A texel's channel; coordinates may lie one beyond the edges, where the map goes on at the
   * mirrored place of the same edge.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public float texel(int i, int j, int channel) {
    return values[3 * index(i, j) + channel];
  }

  private int index(int i, int j) {
    return place(size, i, j);
  }

  /** Place among a map's texels, row by row, of coordinates that may lie one beyond its edges. */
  public static int place(int size, int i, int j) {
    int x = i;
    int y = j;
    if (x < 0 || x >= size) {
      x = x < 0 ? 0 : size - 1;
      y = size - 1 - y;
    }
    if (y < 0 || y >= size) {
      y = y < 0 ? 0 : size - 1;
      x = size - 1 - x;
    }
    return y * size + x;
  }

  /** Bilinear between the centers of texels. */
  public LinearColor lookup(Vec3 direction) {
    float[] sum = new float[3];
    add(direction.x(), direction.y(), direction.z(), 1, sum);
    return new LinearColor(sum[0], sum[1], sum[2]);
  }

  /** Adds a multiple of the bilinear value in a direction, of any length but zero. */
  void add(double x, double y, double z, float factor, float[] sum) {
    double scale = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
    double u = x * scale;
    double v = y * scale;
    if (z < 0) {
      double folded = (1 - Math.abs(v)) * Math.copySign(1, u);
      v = (1 - Math.abs(u)) * Math.copySign(1, v);
      u = folded;
    }
    double column = 0.5 * (u + 1) * size - 0.5;
    double row = 0.5 * (v + 1) * size - 0.5;
    int i = (int) Math.floor(column);
    int j = (int) Math.floor(row);
    float right = (float) (column - i);
    float below = (float) (row - j);
    boolean inside = i >= 0 && j >= 0 && i + 1 < size && j + 1 < size;
    int a = 3 * (inside ? j * size + i : index(i, j));
    int b = inside ? a + 3 : 3 * index(i + 1, j);
    int c = inside ? a + 3 * size : 3 * index(i, j + 1);
    int d = inside ? c + 3 : 3 * index(i + 1, j + 1);
    float wa = factor * (1 - right) * (1 - below);
    float wb = factor * right * (1 - below);
    float wc = factor * (1 - right) * below;
    float wd = factor * right * below;
    for (int k = 0; k < 3; k++) {
      sum[k] += wa * values[a + k] + wb * values[b + k] + wc * values[c + k] + wd * values[d + k];
    }
  }

  /** Half as many texels on a side, each the mean of four by solid angle. */
  SphereTable halved() {
    int half = size / 2;
    float[] angles = SolidAngles.of(size);
    float[] wholes = SolidAngles.of(half);
    float[] result = new float[3 * half * half];
    for (int texel = 0; texel < size * size; texel++) {
      int target = texel / size / 2 * half + texel % size / 2;
      float share = angles[texel] / wholes[target];
      for (int channel = 0; channel < 3; channel++) {
        result[3 * target + channel] += share * values[3 * texel + channel];
      }
    }
    return new SphereTable(half, result);
  }

  /** The same function at another resolution, by bilinear lookup. */
  SphereTable resized(int newSize) {
    if (newSize == size) {
      return this;
    }
    float[] result = new float[3 * newSize * newSize];
    float[] sum = new float[3];
    for (int j = 0; j < newSize; j++) {
      for (int i = 0; i < newSize; i++) {
        Vec3 direction = direction(newSize, i, j);
        Arrays.fill(sum, 0);
        add(direction.x(), direction.y(), direction.z(), 1, sum);
        System.arraycopy(sum, 0, result, 3 * (j * newSize + i), 3);
      }
    }
    return new SphereTable(newSize, result);
  }
}
