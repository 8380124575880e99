package org.diorama.core.sky;

import org.diorama.core.math.Vec3;

/**
 * Irradiance of a surface by its normal: luminance times cosine, summed over every texel of the
 * half that the surface faces.
 */
final class IrradianceTable {
  /** Texels on a side: the folds of the map, not irradiance itself, ask for so many. */
  static final int SIZE = ReflectionTables.SIZE;

  /** Texels on the side of the table that is summed. */
  static final int SOURCE_SIZE = 32;

  private IrradianceTable() {}

  /**
   * @param source of {@link #SOURCE_SIZE}
   * @return lux per channel
   */
  static SphereTable of(SphereTable source) {
    int count = source.size() * source.size();
    float[] directions = new float[3 * count];
    float[] weighted = new float[3 * count];
    float[] angles = SolidAngles.of(source.size());
    for (int j = 0; j < source.size(); j++) {
      for (int i = 0; i < source.size(); i++) {
        int at = 3 * (j * source.size() + i);
        put(directions, at, SphereTable.direction(source.size(), i, j));
        for (int channel = 0; channel < 3; channel++) {
          weighted[at + channel] = angles[at / 3] * source.texel(i, j, channel);
        }
      }
    }
    float[] result = new float[3 * SIZE * SIZE];
    for (int j = 0; j < SIZE; j++) {
      for (int i = 0; i < SIZE; i++) {
        sum(SphereTable.direction(SIZE, i, j), directions, weighted, result, 3 * (j * SIZE + i));
      }
    }
    return new SphereTable(SIZE, result);
  }

  private static void put(float[] out, int at, Vec3 v) {
    out[at] = (float) v.x();
    out[at + 1] = (float) v.y();
    out[at + 2] = (float) v.z();
  }

  private static void sum(Vec3 n, float[] directions, float[] weighted, float[] out, int at) {
    float x = (float) n.x();
    float y = (float) n.y();
    float z = (float) n.z();
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int k = 0; k < directions.length; k += 3) {
      float cosine = Math.max(0, x * directions[k] + y * directions[k + 1] + z * directions[k + 2]);
      red += cosine * weighted[k];
      green += cosine * weighted[k + 1];
      blue += cosine * weighted[k + 2];
    }
    out[at] = red;
    out[at + 1] = green;
    out[at + 2] = blue;
  }
}
