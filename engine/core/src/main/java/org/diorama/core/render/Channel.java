package org.diorama.core.render;

import java.util.Set;

/**
 * A plane a view can be asked for. All are row by row, row 0 the top. All but the color are decided
 * at the pixel's center by what is nearest there, and never blended: they agree by construction.
 */
public enum Channel {
  /** Four bytes a pixel: sRGB-encoded red, green, blue, and 255. */
  COLOR(4),
  /** One float a pixel: planar z in meters of the surface at the pixel's center; 0 = no surface. */
  DEPTH(4),
  /** One unsigned 16-bit number a pixel: the instance id at the pixel's center; 0 = no surface. */
  INSTANCE(2),
  /**
   * Three floats a pixel: unit normal of the surface in the camera's OpenCV frame (x right, y down,
   * z forward), interpolated between the vertices' without a normal map, on the side of the
   * triangle that the camera sees; 0, 0, 0 = no surface. Where the vertices' cancel out, it is the
   * triangle's.
   */
  NORMAL(12),
  /**
   * Four bytes a pixel: the surface's sRGB-encoded base color, red, green, blue, whatever the
   * weather does to it, and 255; all 0 = no surface. Textures repeat and are filtered trilinearly:
   * bilinearly in each of the two mip levels whose texels are next in width to the pixel's
   * footprint, by the longer of its two sides. Those are the changes of texture coordinates per
   * pixel rightwards and downwards.
   */
  ALBEDO(4),
  /**
   * One unsigned 16-bit number a pixel: 1 + index of the part that is seen, in the list of parts of
   * the drawn level of its model; 0 = no surface.
   */
  PART(2),
  /**
   * One unsigned 16-bit number a pixel: 1 + place of the draw that is seen among those of its
   * instance, in the order of {@link RenderJob#draws()}; 0 = no surface.
   */
  DRAW(2);

  /** What every dataset is written from. */
  public static final Set<Channel> USUAL = Set.of(COLOR, DEPTH, INSTANCE);

  private final int bytesPerPixel;

  Channel(int bytesPerPixel) {
    this.bytesPerPixel = bytesPerPixel;
  }

  public int bytesPerPixel() {
    return bytesPerPixel;
  }
}
