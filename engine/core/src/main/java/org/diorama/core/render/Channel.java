package org.diorama.core.render;

/** A plane a view can be asked for. All are row by row, row 0 the top. */
public enum Channel {
  /** Four bytes a pixel: sRGB-encoded red, green, blue, and 255. */
  COLOR(4),
  /** One float a pixel: planar z in meters of the surface at the pixel's center; 0 = no surface. */
  DEPTH(4),
  /** One unsigned 16-bit number a pixel: the instance id at the pixel's center; 0 = no surface. */
  INSTANCE(2);

  private final int bytesPerPixel;

  Channel(int bytesPerPixel) {
    this.bytesPerPixel = bytesPerPixel;
  }

  public int bytesPerPixel() {
    return bytesPerPixel;
  }
}
