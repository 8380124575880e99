package org.diorama.procedural.surface;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;

/**
 * Fields of a patch as images with mip chains. Each level averages four texels of the finer one.
 */
final class SurfaceImages {
  private static final int STEPS = 1 << 14;
  private static final byte[] SRGB = encoded();
  private static final byte OPAQUE = (byte) 255;

  private SurfaceImages() {}

  /** sRGB-encoded, relative to the brightest of each channel; averaged in linear light. */
  static Texture color(SurfacePatch patch) {
    LinearColor most = patch.brightest();
    float red = (float) (1 / most.red());
    float green = (float) (1 / most.green());
    float blue = (float) (1 / most.blue());
    float[] color = patch.color();
    float[] relative = new float[color.length];
    for (int i = 0; i < relative.length; i += 3) {
      relative[i] = color[i] * red;
      relative[i + 1] = color[i + 1] * green;
      relative[i + 2] = color[i + 2] * blue;
    }
    return chain(patch.size(), relative, true, SurfaceImages::encodeColors);
  }

  /** Roughness in green, no metal in blue; data. */
  static Texture roughness(SurfacePatch patch) {
    float[] values = new float[3 * patch.texels()];
    for (int i = 0; i < patch.texels(); i++) {
      values[3 * i] = 1;
      values[3 * i + 1] = patch.roughness()[i];
    }
    return chain(patch.size(), values, false, SurfaceImages::encodeShares);
  }

  /**
   * Unit normals in the tangent frame, x towards the right, y up in the image, as (n + 1) / 2: the
   * central differences of the height.
   */
  static Texture normals(SurfacePatch patch) {
    int size = patch.size();
    int mask = size - 1;
    float scale = (float) (0.5 * size / patch.meters());
    float[] height = patch.height();
    float[] normals = new float[3 * patch.texels()];
    for (int row = 0; row < size; row++) {
      int above = (row - 1 & mask) * size;
      int below = (row + 1 & mask) * size;
      for (int column = 0; column < size; column++) {
        float slopeX =
            (height[row * size + (column + 1 & mask)] - height[row * size + (column - 1 & mask)])
                * scale;
        float slopeUp = (height[above + column] - height[below + column]) * scale;
        float inverse = 1 / (float) Math.sqrt(1 + slopeX * slopeX + slopeUp * slopeUp);
        int at = 3 * (row * size + column);
        normals[at] = -slopeX * inverse;
        normals[at + 1] = -slopeUp * inverse;
        normals[at + 2] = inverse;
      }
    }
    return chain(size, normals, false, SurfaceImages::encodeDirections);
  }

  /** Texels of three values each as RGBA, opaque. */
  private interface Encoder {
    void encode(float[] values, byte[] rgba);
  }

  private static Texture chain(int size, float[] values, boolean srgb, Encoder encoder) {
    List<byte[]> levels = new ArrayList<>();
    float[] level = values;
    for (int side = size; ; side /= 2) {
      byte[] rgba = new byte[4 * side * side];
      encoder.encode(level, rgba);
      levels.add(rgba);
      if (side == 1) {
        return new Texture(size, size, srgb, levels);
      }
      level = halved(level, side);
    }
  }

  private static float[] halved(float[] fine, int side) {
    int half = side / 2;
    float[] coarse = new float[3 * half * half];
    for (int row = 0; row < half; row++) {
      for (int column = 0; column < half; column++) {
        int from = 3 * (2 * row * side + 2 * column);
        int to = 3 * (row * half + column);
        for (int c = 0; c < 3; c++) {
          coarse[to + c] =
              0.25f
                  * (fine[from + c]
                      + fine[from + 3 + c]
                      + fine[from + 3 * side + c]
                      + fine[from + 3 * side + 3 + c]);
        }
      }
    }
    return coarse;
  }

  private static void encodeColors(float[] values, byte[] rgba) {
    for (int from = 0, to = 0; from < values.length; from += 3, to += 4) {
      rgba[to] = color(values[from]);
      rgba[to + 1] = color(values[from + 1]);
      rgba[to + 2] = color(values[from + 2]);
      rgba[to + 3] = OPAQUE;
    }
  }

  private static void encodeShares(float[] values, byte[] rgba) {
    for (int from = 0, to = 0; from < values.length; from += 3, to += 4) {
      rgba[to] = share(values[from]);
      rgba[to + 1] = share(values[from + 1]);
      rgba[to + 2] = share(values[from + 2]);
      rgba[to + 3] = OPAQUE;
    }
  }

  /** Averages of unit vectors are shorter. */
  private static void encodeDirections(float[] values, byte[] rgba) {
    for (int from = 0, to = 0; from < values.length; from += 3, to += 4) {
      float x = values[from];
      float y = values[from + 1];
      float z = values[from + 2];
      float inverse = 1 / (float) Math.sqrt(Math.max(1e-12f, x * x + y * y + z * z));
      rgba[to] = share(0.5f + 0.5f * x * inverse);
      rgba[to + 1] = share(0.5f + 0.5f * y * inverse);
      rgba[to + 2] = share(0.5f + 0.5f * z * inverse);
      rgba[to + 3] = OPAQUE;
    }
  }

  private static byte color(float value) {
    return SRGB[(int) (clamped(value) * (STEPS - 1) + 0.5f)];
  }

  private static byte share(float value) {
    return (byte) (clamped(value) * 255 + 0.5f);
  }

  /** By comparisons: Math.min and max of floats heed NaN and signs of zero, at a price. */
  private static float clamped(float value) {
    return value > 0 ? value < 1 ? value : 1 : 0;
  }

  /** IEC 61966-2-1, tabulated finely enough for every code of 8 bits. */
  private static byte[] encoded() {
    byte[] table = new byte[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double linear = (double) i / (STEPS - 1);
      double code =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
      table[i] = (byte) Math.round(255 * code);
    }
    return table;
  }
}
