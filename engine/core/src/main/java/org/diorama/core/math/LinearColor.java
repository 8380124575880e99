package org.diorama.core.math;

/** Linear Rec.709 red, green and blue; a reflectance in [0, 1] or a radiance, as its owner says. */
public record LinearColor(double red, double green, double blue) {
  public static final LinearColor WHITE = new LinearColor(1, 1, 1);
  public static final LinearColor BLACK = new LinearColor(0, 0, 0);

  /** Relative luminance, Rec. ITU-R BT.709. */
  public double luminance() {
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** The largest channel. */
  public double largest() {
    return Math.max(red, Math.max(green, blue));
  }

  /**
   * The color of an sRGB triple in [0, 1]: the transfer function of IEC 61966-2-1, decoded with
   * StrictMath so that it is the same everywhere.
   */
  public static LinearColor ofSrgb(double red, double green, double blue) {
    return new LinearColor(decode(red), decode(green), decode(blue));
  }

  private static double decode(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
  }

  public LinearColor plus(LinearColor other) {
    return new LinearColor(red + other.red, green + other.green, blue + other.blue);
  }

  /** Channel by channel. */
  public LinearColor times(LinearColor other) {
    return new LinearColor(red * other.red, green * other.green, blue * other.blue);
  }

  public LinearColor times(double factor) {
    return new LinearColor(red * factor, green * factor, blue * factor);
  }
}
