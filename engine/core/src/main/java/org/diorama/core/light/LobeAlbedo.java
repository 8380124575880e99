package org.diorama.core.light;

/**
 * Share of light from all around that the lobe of a dielectric mirrors to all sides, further
 * bounces between its facets included: the mean of {@link SpecularAlbedo} over the hemisphere, by
 * cosine, with the multiple scattering of Fdez-Agüera, A Multiple-Scattering Microfacet Model for
 * Real-Time Image-Based Lighting (JCGT 2019). What mirrors 4 % straight on; as a table over
 * roughness.
 */
public final class LobeAlbedo {
  /** At perceptual roughness 0, 0.2 and so on. */
  private static final double[] SHARES = {0.0858, 0.0812, 0.0637, 0.0452, 0.0305, 0.0200};

  private LobeAlbedo() {}

  /**
   * @param roughness perceptual, in [0, 1]
   */
  public static double of(double roughness) {
    double place = Math.max(0, Math.min(1, roughness)) * (SHARES.length - 1);
    int low = Math.min((int) place, SHARES.length - 2);
    return SHARES[low] + (place - low) * (SHARES[low + 1] - SHARES[low]);
  }
}
