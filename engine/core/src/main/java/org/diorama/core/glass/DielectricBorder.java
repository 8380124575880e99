package org.diorama.core.glass;

import java.util.Optional;
import org.diorama.core.math.Vec3;

/**
 * A smooth border between transparent bodies: Fresnel's equations for unpolarized light, and
 * Snell's law.
 *
 * @param index refractive index beyond over that before
 */
public record DielectricBorder(double index) {
  /**
   * Share that is mirrored.
   *
   * @param cosine of the angle between the ray and the normal
   */
  public double mirrored(double cosine) {
    double sineBeyond = Math.sqrt(Math.max(0, 1 - cosine * cosine)) / index;
    if (sineBeyond >= 1) {
      return 1;
    }
    double beyond = Math.sqrt(1 - sineBeyond * sineBeyond);
    double across = (cosine - index * beyond) / (cosine + index * beyond);
    double along = (index * cosine - beyond) / (index * cosine + beyond);
    return (across * across + along * along) / 2;
  }

  /** Share that a pane of this index and a tint mirrors, back and forth between its sides. */
  public static double paneMirrors(double once, double tint) {
    return once * (1 + paneTransmits(once, tint) * tint);
  }

  /**
   * Share of light that passes a pane, with what goes to and fro between its sides.
   *
   * @param once share that one side mirrors
   * @param tint share that is left on the way through
   */
  public static double paneTransmits(double once, double tint) {
    return (1 - once) * (1 - once) * tint / (1 - once * once * tint * tint);
  }

  /**
   * Direction beyond; none where all is mirrored.
   *
   * @param direction unit vector
   * @param normal unit vector against it
   */
  public Optional<Vec3> refracted(Vec3 direction, Vec3 normal) {
    double cosine = -direction.dot(normal);
    double squared = 1 - (1 - cosine * cosine) / (index * index);
    return squared < 0
        ? Optional.empty()
        : Optional.of(
            direction.times(1 / index).plus(normal.times(cosine / index - Math.sqrt(squared))));
  }
}
