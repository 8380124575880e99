package org.diorama.core.light;

/**
 * Share of uniform light that a white sheen reflects, as a table over the cosine of the view and
 * the perceptual roughness: what lies below it gets the rest. The lobe is Charlie (Estevez and
 * Kulla, Production Friendly Microfacet Sheen BRDF, SIGGRAPH 2017 talk) with the visibility of
 * Neubelt and Pettineo, Crafting a Next-gen Material Pipeline for The Order: 1886 (SIGGRAPH 2013
 * course).
 */
public final class SheenAlbedo {
  /** Entries on a side; their centers are at (i + ½) / SIZE. */
  public static final int SIZE = 32;

  /** Roughness below which surfaces count as this rough: the lobe would be a line. */
  public static final double SMOOTHEST = 0.2;

  private static final int STEPS = 24;

  private final float[] values = new float[SIZE * SIZE];

  public SheenAlbedo() {
    for (int row = 0; row < SIZE; row++) {
      double roughness = Math.max(SMOOTHEST, (row + 0.5) / SIZE);
      for (int column = 0; column < SIZE; column++) {
        values[row * SIZE + column] = (float) integral((column + 0.5) / SIZE, roughness);
      }
    }
  }

  /**
   * @param view cosine between normal and view, by column
   * @param roughness by row
   */
  public float entry(int view, int roughness) {
    return values[roughness * SIZE + view];
  }

  /**
   * Bilinear between the centers of the entries.
   *
   * @param cosView in [0, 1]; likewise roughness
   */
  public double at(double cosView, double roughness) {
    double x = Math.max(0, Math.min(SIZE - 1, cosView * SIZE - 0.5));
    double y = Math.max(0, Math.min(SIZE - 1, Math.max(SMOOTHEST, roughness) * SIZE - 0.5));
    int column = Math.min(SIZE - 2, (int) x);
    int row = Math.min(SIZE - 2, (int) y);
    double right = x - column;
    double below = y - row;
    return (1 - below) * ((1 - right) * entry(column, row) + right * entry(column + 1, row))
        + below * ((1 - right) * entry(column, row + 1) + right * entry(column + 1, row + 1));
  }

  /**
   * The lobe: luminance for each unit of illuminance on the surface.
   *
   * @param cosLight between normal and light; likewise for view and half vector
   * @param roughness perceptual
   */
  public static double lobe(double cosLight, double cosView, double cosHalf, double roughness) {
    double least = Math.max(SMOOTHEST, roughness);
    double inverse = 1 / (least * least);
    double sine2 = Math.max(1e-4, 1 - cosHalf * cosHalf);
    double distribution = (2 + inverse) * Math.pow(sine2, 0.5 * inverse) / (2 * Math.PI);
    return distribution / (4 * (cosLight + cosView - cosLight * cosView));
  }

  /** Midpoints over directions of light. */
  private static double integral(double cosView, double roughness) {
    double sinView = Math.sqrt(1 - cosView * cosView);
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double cosLight = (i + 0.5) / STEPS;
      double sinLight = Math.sqrt(1 - cosLight * cosLight);
      for (int k = 0; k < STEPS; k++) {
        // Both sides of the plane of view are alike.
        double cosAzimuth = Math.cos(Math.PI * (k + 0.5) / STEPS);
        double between = sinView * sinLight * cosAzimuth + cosView * cosLight;
        double cosHalf = (cosLight + cosView) / Math.sqrt(2 + 2 * between);
        sum += lobe(cosLight, cosView, Math.min(1, cosHalf), roughness) * cosLight;
      }
    }
    return Math.min(1, sum * 2 * Math.PI / (STEPS * STEPS));
  }
}
