package org.diorama.core.scene;

/** Size of the written image in pixels, and color samples a pixel (labels always take one). */
public record ImageDescription(int width, int height, int samples) {
  public static final int MAX_SIDE = 16384;

  public ImageDescription {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("image sides lie in 1.." + MAX_SIDE);
    }
    if (samples != 1) {
      throw new IllegalArgumentException("this version draws samples: 1 only");
    }
  }
}
