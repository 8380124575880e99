package org.diorama.dataset.png;

/** The pixel formats that datasets and exported frames hold. */
public enum PixelFormat {
  /** One byte a pixel. */
  GRAY_8(8, 0, 1),
  /** Two bytes a pixel, most significant first. */
  GRAY_16(16, 0, 2),
  /** Three bytes a pixel: red, green, blue. */
  RGB_8(8, 2, 3),
  /** Six bytes a pixel: red, green, blue, two each, most significant first. */
  RGB_16(16, 2, 6),
  /** Four bytes a pixel: red, green, blue, and alpha, which does not multiply them. */
  RGBA_8(8, 6, 4);

  private final int bitDepth;
  private final int colorType;
  private final int bytesPerPixel;

  PixelFormat(int bitDepth, int colorType, int bytesPerPixel) {
    this.bitDepth = bitDepth;
    this.colorType = colorType;
    this.bytesPerPixel = bytesPerPixel;
  }

  /** Bits a sample, as in the image's header. */
  int bitDepth() {
    return bitDepth;
  }

  /** Color type, as in the image's header. */
  int colorType() {
    return colorType;
  }

  /** Bytes of one pixel in a row. */
  public int bytesPerPixel() {
    return bytesPerPixel;
  }
}
