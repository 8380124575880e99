package org.diorama.core.math;

/** Linear Rec.709 red, green and blue; a reflectance in [0, 1] or a radiance, as its owner says. */
public record LinearColor(double red, double green, double blue) {
  public static final LinearColor WHITE = new LinearColor(1, 1, 1);
  public static final LinearColor BLACK = new LinearColor(0, 0, 0);

  /** Relative luminance, Rec. ITU-R BT.709. */
  public double luminance() {
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  public LinearColor times(double factor) {
    return new LinearColor(red * factor, green * factor, blue * factor);
  }
}
