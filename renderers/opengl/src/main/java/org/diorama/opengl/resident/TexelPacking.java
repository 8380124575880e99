package org.diorama.opengl.resident;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.diorama.core.asset.Texture;
import org.lwjgl.system.MemoryUtil;

/**
 * The texel format of the arena: three channels of 10 bits. Color is kept as the square root of its
 * linear value, which ten bits hold better than eight hold sRGB and which a multiplication decodes;
 * data (normals, roughness) is kept as it is, its shader knows. Buffers are the caller's to free.
 */
final class TexelPacking {
  private static final int[] COLOR =
      IntStream.range(0, 256)
          .map(i -> (int) Math.round(Math.sqrt(linear(i / 255.0)) * 1023))
          .toArray();
  private static final int[] DATA =
      IntStream.range(0, 256).map(i -> (int) Math.round(i / 255.0 * 1023)).toArray();

  private TexelPacking() {}

  /** Inverse of sRGB's transfer function, IEC 61966-2-1. */
  static double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
  }

  static int words(Texture texture) {
    return texture.levels().stream().mapToInt(level -> level.length / 4).sum();
  }

  /** All levels, one word a texel: red in the lowest bits. */
  static ByteBuffer texels(Texture texture) {
    int[] table = texture.srgb() ? COLOR : DATA;
    ByteBuffer out = direct(words(texture));
    for (byte[] level : texture.levels()) {
      for (int i = 0; i < level.length; i += 4) {
        out.putInt(
            table[level[i] & 0xff]
                | table[level[i + 1] & 0xff] << 10
                | table[level[i + 2] & 0xff] << 20);
      }
    }
    return out.flip();
  }

  static int alphaWords(Texture texture) {
    return (texture.width() * texture.height() + 3) / 4;
  }

  /** Level 0's alpha, four bytes a word, the first in the lowest bits. */
  static ByteBuffer alpha(Texture texture) {
    byte[] level = texture.levels().get(0);
    ByteBuffer out = direct(alphaWords(texture));
    int word = 0;
    int texels = level.length / 4;
    for (int i = 0; i < texels; i++) {
      word |= (level[4 * i + 3] & 0xff) << 8 * (i & 3);
      if ((i & 3) == 3 || i == texels - 1) {
        out.putInt(word);
        word = 0;
      }
    }
    return out.flip();
  }

  private static ByteBuffer direct(int words) {
    return MemoryUtil.memAlloc(4 * words);
  }
}
