package org.diorama.core.light;

/**
 * Share of uniform light that a rough surface mirrors once, as a table over the cosine of the view
 * and the perceptual roughness. With Schlick's Fresnel term it is {@code f0 · scale + bias}: the
 * second half of the split sum of Karis, Real Shading in Unreal Engine 4 (SIGGRAPH 2013 course).
 * The lobe is GGX with height-correlated Smith masking (Heitz, Understanding the Masking-Shadowing
 * Function in Microfacet-Based BRDFs, JCGT 2014).
 */
public final class SpecularAlbedo {
  /** Entries on a side; their centers are at (i + ½) / SIZE. */
  public static final int SIZE = 32;

  private static final int AZIMUTHS = 48;
  private static final int SLOPES = 64;

  /** Every process needs one such table at most: it is made when first asked for. */
  private static final float[] VALUES = new float[2 * SIZE * SIZE];

  private static final double[] COSINES = new double[AZIMUTHS];

  static {
    for (int k = 0; k < AZIMUTHS; k++) {
      // Both sides of the plane of view are alike.
      COSINES[k] = Math.cos(Math.PI * (k + 0.5) / AZIMUTHS);
    }
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        integrate((column + 0.5) / SIZE, (row + 0.5) / SIZE, 2 * (row * SIZE + column));
      }
    }
  }

  /**
   * @param view cosine between normal and view, by column
   * @param roughness by row
   */
  public float scale(int view, int roughness) {
    return VALUES[2 * (roughness * SIZE + view)];
  }

  /** What is added whatever f0 is. */
  public float bias(int view, int roughness) {
    return VALUES[2 * (roughness * SIZE + view) + 1];
  }

  /**
   * Half vectors by their own density D cos θ, midpoints of known shares: the sum converges without
   * chance.
   */
  private static void integrate(double cosView, double roughness, int at) {
    double a = Math.max(1e-3, roughness * roughness);
    double a2 = a * a;
    double sinView = Math.sqrt(1 - cosView * cosView);
    double viewShadow = Math.sqrt(cosView * cosView * (1 - a2) + a2);
    double scale = 0;
    double bias = 0;
    for (int i = 0; i < SLOPES; i++) {
      // Denser towards the lobe's tail, which grazing light lifts.
      double t = 1 - (i + 0.5) / SLOPES;
      double u = 1 - t * t;
      double share = 2 * t / (SLOPES * AZIMUTHS);
      double cos2 = (1 - u) / (1 + (a2 - 1) * u);
      double cosHalf = Math.sqrt(cos2);
      double sinHalf = Math.sqrt(1 - cos2);
      for (double azimuth : COSINES) {
        double viewHalf = sinView * sinHalf * azimuth + cosView * cosHalf;
        double cosLight = 2 * viewHalf * cosHalf - cosView;
        if (cosLight <= 0 || viewHalf <= 0) {
          continue;
        }
        double visibility =
            0.5
                / (cosLight * viewShadow
                    + cosView * Math.sqrt(cosLight * cosLight * (1 - a2) + a2));
        double reflected = share * visibility * cosLight * 4 * viewHalf / cosHalf;
        double m = 1 - viewHalf;
        double fresnel = m * m * m * m * m;
        scale += (1 - fresnel) * reflected;
        bias += fresnel * reflected;
      }
    }
    VALUES[at] = (float) scale;
    VALUES[at + 1] = (float) bias;
  }
}
