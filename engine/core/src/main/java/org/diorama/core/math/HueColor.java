package org.diorama.core.math;

/**
 * A color by hue, saturation and value, of linear light: the hexcone of Smith, "Color gamut
 * transform pairs", SIGGRAPH 1978.
 *
 * @param hue degrees in [0, 360); red is 0, green 120
 * @param saturation 0 for gray to 1
 * @param value the largest channel
 */
public record HueColor(double hue, double saturation, double value) {
  public static HueColor of(LinearColor color) {
    double max = Math.max(color.red(), Math.max(color.green(), color.blue()));
    double spread = max - Math.min(color.red(), Math.min(color.green(), color.blue()));
    if (spread == 0) {
      return new HueColor(0, 0, max);
    }
    double sixths =
        max == color.red()
            ? (color.green() - color.blue()) / spread
            : max == color.green()
                ? 2 + (color.blue() - color.red()) / spread
                : 4 + (color.red() - color.green()) / spread;
    return new HueColor(wrap(60 * sixths), spread / max, max);
  }

  public LinearColor color() {
    double sixths = wrap(hue) / 60;
    return new LinearColor(channel(sixths, 5), channel(sixths, 3), channel(sixths, 1));
  }

  /** Trapezoid of one channel over the hue: 1 within 60 degrees of its peak, 0 beyond 120. */
  private double channel(double sixths, int offset) {
    double along = (offset + sixths) % 6;
    double dip = Math.max(0, Math.min(1, Math.min(along, 4 - along)));
    return value * (1 - saturation * dip);
  }

  private static double wrap(double degrees) {
    double turned = degrees % 360;
    return turned < 0 ? (turned + 360) % 360 : turned;
  }
}
