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

  private SurfaceImages() {}

  /** sRGB-encoded, relative to the brightest of each channel; averaged in linear light. */
  static Texture color(SurfacePatch patch) {
    LinearColor most = patch.brightest();
    float[] scale = {
      (float) (1 / most.red()), (float) (1 / most.green()), (float) (1 / most.blue())
    };
    float[] relative = new float[patch.color().length];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = patch.color()[i] * scale[i % 3];
    }
    return chain(patch.size(), relative, true, false);
  }

  /** Roughness in green, no metal in blue; data. */
  static Texture roughness(SurfacePatch patch) {
    float[] values = new float[3 * patch.texels()];
    for (int i = 0; i < patch.texels(); i++) {
      values[3 * i] = 1;
      values[3 * i + 1] = patch.roughness()[i];
    }
    return chain(patch.size(), values, false, false);
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
    return chain(size, normals, false, true);
  }

  private static Texture chain(int size, float[] values, boolean srgb, boolean normals) {
    List<byte[]> levels = new ArrayList<>();
    float[] level = values;
    int side = size;
    levels.add(bytes(level, srgb, normals));
    while (side > 1) {
      level = halved(level, side);
      side /= 2;
      levels.add(bytes(level, srgb, normals));
    }
    return new Texture(size, size, srgb, levels);
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

  private static byte[] bytes(float[] values, boolean srgb, boolean normals) {
    int texels = values.length / 3;
    byte[] bytes = new byte[4 * texels];
    for (int i = 0; i < texels; i++) {
      float x = values[3 * i];
      float y = values[3 * i + 1];
      float z = values[3 * i + 2];
      if (normals) {
        float inverse = 1 / (float) Math.sqrt(Math.max(1e-12f, x * x + y * y + z * z));
        x = 0.5f + 0.5f * x * inverse;
        y = 0.5f + 0.5f * y * inverse;
        z = 0.5f + 0.5f * z * inverse;
      }
      bytes[4 * i] = encode(x, srgb);
      bytes[4 * i + 1] = encode(y, srgb);
      bytes[4 * i + 2] = encode(z, srgb);
      bytes[4 * i + 3] = (byte) 255;
    }
    return bytes;
  }

  private static byte encode(float value, boolean srgb) {
    float clamped = Math.max(0, Math.min(1, value));
    return srgb ? SRGB[(int) (clamped * (STEPS - 1) + 0.5f)] : (byte) (clamped * 255 + 0.5f);
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
