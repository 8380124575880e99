package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Texture;
import org.lwjgl.stb.STBImageResize;

/** Resizes images to their size class and filters their mip chains. */
final class TextureBaker {
  /** Smallest and largest side of a size class. */
  private static final int SMALLEST = 64;

  private static final int LARGEST = 2048;

  private TextureBaker() {}

  /**
   * A square texture whose side is the power of two nearest to the image's longer side.
   *
   * @param srgb whether it is a color
   * @param cutOut whether alpha cuts holes; otherwise alpha becomes solid
   */
  static Texture bake(RgbaImage image, boolean srgb, boolean cutOut) {
    if (!cutOut) {
      for (int pixel = 0; pixel < image.pixelCount(); pixel++) {
        image.setAlpha(pixel, 255);
      }
    }
    int side = sizeClass(Math.max(image.width(), image.height()));
    List<byte[]> levels = new ArrayList<>();
    RgbaImage level = image.resize(side, side, srgb, STBImageResize.STBIR_FILTER_DEFAULT);
    levels.add(level.toBytes());
    while (side > 1) {
      side /= 2;
      RgbaImage next = level.resize(side, side, srgb, STBImageResize.STBIR_FILTER_BOX);
      level.close();
      level = next;
      levels.add(level.toBytes());
    }
    level.close();
    if (cutOut) {
      bleedColors(levels);
    }
    return new Texture(1 << levels.size() - 1, 1 << levels.size() - 1, srgb, levels);
  }

  static int sizeClass(int side) {
    int size = SMALLEST;
    while (size < LARGEST && size * Math.sqrt(2) < side) {
      size *= 2;
    }
    return size;
  }

  /**
   * Gives texels without alpha the color around them, from the coarser level, so that filtering at
   * the rim of a hole brings in no foreign color (the pull phase of Gortler et al., The Lumigraph,
   * 1996).
   */
  private static void bleedColors(List<byte[]> levels) {
    for (int index = levels.size() - 2; index >= 0; index--) {
      byte[] fine = levels.get(index);
      byte[] coarse = levels.get(index + 1);
      int side = 1 << levels.size() - 1 - index;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int texel = 4 * (y * side + x);
          if (fine[texel + 3] == 0) {
            System.arraycopy(coarse, 4 * (y / 2 * (side / 2) + x / 2), fine, texel, 3);
          }
        }
      }
    }
  }
}
