package org.diorama.core.render;

import java.util.Optional;
import org.diorama.core.geometry.PixelBox;

/**
 * What one view shows of one instance.
 *
 * @param visiblePixels pixels whose center shows it
 * @param silhouettePixels pixels of the image whose center it would cover with nothing else drawn
 * @param box tight around the visible pixels, {@link PixelBox#EMPTY} where there are none
 * @param nearestDepth least planar z of the visible pixels, meters; 0 where there are none
 * @param farthestDepth greatest planar z of the visible pixels, meters; 0 where there are none
 * @param truncation share of the full silhouette's solid angle that lies outside the image, [0, 1];
 *     1 where nothing of it can be seen from the camera
 * @param contrast empty where it was not asked for, or it or its surroundings show nothing
 */
public record InstanceCoverage(
    int instanceId,
    int visiblePixels,
    int silhouettePixels,
    PixelBox box,
    float nearestDepth,
    float farthestDepth,
    double truncation,
    Optional<InstanceContrast> contrast) {
  /** Visible share of the silhouette inside the image, [0, 1]; 0 where it covers no pixel. */
  public double visibleFraction() {
    return silhouettePixels == 0 ? 0 : (double) visiblePixels / silhouettePixels;
  }
}
