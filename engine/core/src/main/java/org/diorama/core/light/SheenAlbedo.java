package org.diorama.core.light;

/**
 * Albedo of a white sheen under uniform light, as a table over the root of the cosine of the view
 * and the perceptual roughness. The lobe is Charlie (Estevez and Kulla, Production Friendly
 * Microfacet Sheen BRDF, SIGGRAPH 2017 talk) with the visibility of Neubelt and Pettineo, Crafting
 * a Next-gen Material Pipeline for The Order: 1886 (SIGGRAPH 2013 course).
 *
 * <p>That lobe alone makes light: seen along a surface of roughness 0.2 its albedo A is 1.95. So
 * the lobe is divided by max(1, A), which leaves it an albedo of min(1, A), and what lies below
 * gets the rest, 1 - min(1, A): both together are 1, whatever A is. The error that remains is that
 * of A between the entries, below 0.01 everywhere. A rises as steeply as a root towards grazing
 * views, hence the root as coordinate, with entries at both ends.
 */
public final class SheenAlbedo {
  /**
   * Entries on a side; those of the view are at i / (SIZE - 1) of the cosine's root, those of
   * roughness at (i + ½) / SIZE.
   */
  public static final int SIZE = 32;

  /** Roughness below which surfaces count as this rough, an entry's: the lobe would be a line. */
  public static final double SMOOTHEST = 6.5 / SIZE;

  private static final int STEPS = 24;

  /** Every process needs one such table at most: it is made when first asked for. */
  private static final class Table {
    private static final double[] NODES = new double[STEPS];
    private static final double[] WEIGHTS = new double[STEPS];
    private static final double[] COSINES = new double[STEPS];
    private static final float[] VALUES = new float[SIZE * SIZE];

    static {
      gaussLegendre();
      for (int k = 0; k < STEPS; k++) {
        // Both sides of the plane of view are alike.
        COSINES[k] = Math.cos(Math.PI * (k + 0.5) / STEPS);
      }
      for (int row = 0; row < SIZE; row++) {
        double roughness = Math.max(SMOOTHEST, (row + 0.5) / SIZE);
        for (int column = 0; column < SIZE; column++) {
          VALUES[row * SIZE + column] = (float) integral(cosView(column), roughness);
        }
      }
    }

    /** By Gauss and Legendre over the cosine of the light, by midpoints around the normal. */
    private static double integral(double cosView, double roughness) {
      double sinView = Math.sqrt(1 - cosView * cosView);
      double sum = 0;
      for (int i = 0; i < STEPS; i++) {
        double cosLight = NODES[i];
        double sinLight = Math.sqrt(1 - cosLight * cosLight);
        double ring = 0;
        for (int k = 0; k < STEPS; k++) {
          double between = sinView * sinLight * COSINES[k] + cosView * cosLight;
          double cosHalf = (cosLight + cosView) / Math.sqrt(2 + 2 * between);
          ring += lobe(cosLight, cosView, Math.min(1, cosHalf), roughness);
        }
        sum += WEIGHTS[i] * cosLight * ring / STEPS;
      }
      return sum * 2 * Math.PI;
    }

    /**
     * Nodes and weights on [0, 1]: the roots of Legendre's polynomial by Newton's steps from
     * Chebyshev's guess (Abramowitz and Stegun, Handbook of Mathematical Functions, 25.4.29).
     */
    private static void gaussLegendre() {
      for (int i = 0; i < STEPS; i++) {
        double x = Math.cos(Math.PI * (i + 0.75) / (STEPS + 0.5));
        double slope = 1;
        for (int step = 0; step < 8; step++) {
          double before = 1;
          double value = x;
          for (int degree = 2; degree <= STEPS; degree++) {
            double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
            before = value;
            value = next;
          }
          slope = STEPS * (x * value - before) / (x * x - 1);
          x -= value / slope;
        }
        NODES[i] = (1 + x) / 2;
        WEIGHTS[i] = 1 / ((1 - x * x) * slope * slope);
      }
    }
  }

  /** Cosine between normal and view of a column. */
  static double cosView(int column) {
    double root = column / (SIZE - 1.0);
    return root * root;
  }

  /**
   * @param view by column
   * @param roughness by row
   */
  public float entry(int view, int roughness) {
    return Table.VALUES[roughness * SIZE + view];
  }

  /**
   * Bilinear between the entries; above 1 where the bare lobe makes light.
   *
   * @param cosView in [0, 1]; likewise roughness
   */
  public double at(double cosView, double roughness) {
    double x = Math.sqrt(Math.max(0, Math.min(1, cosView))) * (SIZE - 1);
    double y = Math.max(0, Math.min(SIZE - 1, Math.max(SMOOTHEST, roughness) * SIZE - 0.5));
    int column = Math.min(SIZE - 2, (int) x);
    int row = Math.min(SIZE - 2, (int) y);
    double right = x - column;
    double below = y - row;
    return (1 - below) * ((1 - right) * entry(column, row) + right * entry(column + 1, row))
        + below * ((1 - right) * entry(column, row + 1) + right * entry(column + 1, row + 1));
  }

  /**
   * Share of uniform light that the lobe reflects once it makes none; what is below has the rest.
   */
  public static double share(double albedo) {
    return Math.min(1, albedo);
  }

  /** What the bare lobe is multiplied by, so that it makes no light. */
  public static double limit(double albedo) {
    return 1 / Math.max(1, albedo);
  }

  /**
   * The bare lobe: luminance for each unit of illuminance on the surface.
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
}
