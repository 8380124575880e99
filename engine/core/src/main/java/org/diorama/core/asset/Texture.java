package org.diorama.core.asset;

import java.util.List;

/**
 * An image with its mip chain, repeating in both directions.
 *
 * @param width texels of level 0; a power of two
 * @param height texels of level 0; a power of two
 * @param srgb whether red, green and blue are sRGB-encoded; alpha never is
 * @param levels RGBA, 8 bits each, row 0 the top; level k measures max(1, size >> k)
 */
public record Texture(int width, int height, boolean srgb, List<byte[]> levels) {
  public Texture {
    levels = List.copyOf(levels);
    for (int level = 0; level < levels.size(); level++) {
      int expected = 4 * Math.max(1, width >> level) * Math.max(1, height >> level);
      if (levels.get(level).length != expected) {
        throw new IllegalArgumentException(
            "mip level " + level + " has not " + expected + " bytes");
      }
    }
  }
}
