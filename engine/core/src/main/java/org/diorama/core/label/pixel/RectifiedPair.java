package org.diorama.core.label.pixel;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.SampledCamera;

/**
 * Two cameras in each of whose images a point lies in the same row: they look in parallel from
 * places that differ along their rows alone, through the same lens.
 *
 * @param left what the left one's image shows lies further right
 */
public record RectifiedPair(SampledCamera left, SampledCamera right) {
  /** Radians, and of the baseline: what rounding makes of poses that are parallel. */
  private static final double ROUNDING = 1e-9;

  /** The first other camera that makes a pair with one. */
  public static Optional<RectifiedPair> of(SampledCamera camera, List<SampledCamera> cameras) {
    return cameras.stream()
        .filter(other -> other != camera && areRectified(camera, other))
        .findFirst()
        .map(
            other ->
                baseline(camera, other) > 0
                    ? new RectifiedPair(camera, other)
                    : new RectifiedPair(other, camera));
  }

  private static boolean areRectified(SampledCamera one, SampledCamera other) {
    PinholeCamera a = one.pinhole();
    PinholeCamera b = other.pinhole();
    Affine3 move = oneFromOther(one, other);
    double across = Math.abs(move.m03());
    return a.width() == b.width()
        && a.height() == b.height()
        && a.focalX() == b.focalX()
        && a.focalY() == b.focalY()
        && a.centerY() == b.centerY()
        && across > 0
        && Math.abs(move.m13()) <= ROUNDING * across
        && Math.abs(move.m23()) <= ROUNDING * across
        && Math.abs(move.m01()) <= ROUNDING
        && Math.abs(move.m02()) <= ROUNDING
        && Math.abs(move.m12()) <= ROUNDING
        && move.m00() > 0
        && move.m11() > 0;
  }

  private static Affine3 oneFromOther(SampledCamera one, SampledCamera other) {
    return one.worldFromCamera()
        .atLabelInstant()
        .inverseTimes(other.worldFromCamera().atLabelInstant());
  }

  private static double baseline(SampledCamera one, SampledCamera other) {
    return oneFromOther(one, other).m03();
  }

  /** Meters from the left camera to the right one. */
  public double baseline() {
    return baseline(left, right);
  }

  /**
   * One channel: the column in the left image less that in the right one, pixels; 0 = no surface.
   * It is focal length × baseline / z, and what the image centers differ by.
   *
   * @param depth planar z in either camera's image
   * @param width of the image
   */
  public PixelRows disparity(PixelRows depth, int width) {
    double scale = left.pinhole().focalX() * baseline();
    double shift = left.pinhole().centerX() - right.pinhole().centerX();
    return (y, row) -> {
      depth.fill(y, row);
      for (int x = 0; x < width; x++) {
        row[x] = row[x] > 0 ? (float) (scale / row[x] + shift) : 0;
      }
    };
  }
}
