package org.diorama.core.sky.air;

/**
 * What a layer of clouds does to light from above, as a mean over the country around the world's
 * origin.
 *
 * @param opacity share of the sky straight up that clouds take the place of, in [0, 1]
 * @param passed share of the light on top of them that those let through as even light, of the
 *     whole sky: at most the opacity
 */
public record CloudCover(double opacity, double passed) {
  /** Places on a side, and meters between them. */
  private static final int PLACES = 32;

  private static final double STEP = 730;

  public static CloudCover of(CloudLayer layer) {
    double opacity = 0;
    double passed = 0;
    for (int k = 0; k < PLACES * PLACES; k++) {
      double x = (k % PLACES - 0.5 * PLACES) * STEP;
      double y = (k / PLACES - 0.5 * PLACES) * STEP;
      double depth = layer.depth(x, y, 0);
      double here = 1 - CloudLayer.directTransmittance(depth);
      opacity += here;
      passed += here * CloudLayer.diffuseTransmittance(depth);
    }
    int places = PLACES * PLACES;
    return new CloudCover(opacity / places, passed / places);
  }
}
