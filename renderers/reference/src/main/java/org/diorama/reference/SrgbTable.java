package org.diorama.reference;

/** The sRGB transfer curve (IEC 61966-2-1) between 8-bit codes and linear values in [0, 1]. */
final class SrgbTable {
  private static final int STEPS = 1 << 14;
  private static final double[] DECODED = new double[256];
  private static final byte[] ENCODED = new byte[STEPS + 1];

  static {
    for (int code = 0; code < 256; code++) {
      double s = code / 255.0;
      DECODED[code] = s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4);
    }
    for (int step = 0; step <= STEPS; step++) {
      double l = (double) step / STEPS;
      double s = l <= 0.0031308 ? 12.92 * l : 1.055 * StrictMath.pow(l, 1 / 2.4) - 0.055;
      ENCODED[step] = (byte) StrictMath.round(255 * s);
    }
  }

  private SrgbTable() {}

  static double decode(int code) {
    return DECODED[code];
  }

  /** Clamps to [0, 1] first. */
  static int encode(double linear) {
    double clamped = linear > 0 ? Math.min(linear, 1) : 0;
    return ENCODED[(int) (clamped * STEPS + 0.5)] & 0xff;
  }
}
