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

  /** Meters, nearer than any surface. */
  private static final float LEAST = 1e-20f;

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
      divide(
          (float) scale,
          (float) (scale - (float) scale),
          (float) shift,
          (float) (shift - (float) shift),
          row,
          width);
    };
  }

  /**
   * Makes scale / z + shift of each z, and 0 of 0, in single precision: at most one rounding more
   * than in double precision. What the quotient misses is added to it, as a fused product tells it
   * exactly. Without branches, so that a compiler does several pixels at once.
   *
   * @param scaleRest what the scale lacks; likewise that of the shift
   */
  private static void divide(
      float scale, float scaleRest, float shift, float shiftRest, float[] row, int width) {
    for (int x = 0; x < width; x++) {
      float z = Math.max(row[x], LEAST);
      float quotient = scale / z;
      float missed = Math.fma(-quotient, z, scale) + scaleRest;
      float isSeen = Math.min(1, row[x] * (1 / LEAST));
      row[x] = (quotient + shift + (missed / z + shiftRest)) * isSeen;
    }
  }
}
