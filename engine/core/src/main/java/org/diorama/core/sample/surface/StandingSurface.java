package org.diorama.core.sample.surface;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.sample.NoPlace;

/**
 * A level place in an instance's frame on which things can stand. Meters.
 *
 * @param height z of the surface
 * @param ceiling least free height above all of it; infinite under the open sky
 * @param inset free distance to the border that things keep; negative where they may hang over
 */
public record StandingSurface(
    String name, double height, double ceiling, double inset, Extent extent) {
  /** Things reach over a border or ceiling by rounding alone, never by this much. Meters. */
  private static final double TOUCH = 1e-9;

  /** The region of a surface, in the instance's x and y. */
  public interface Extent {
    /** Square meters. */
    double area();

    /** Around all of it; z is 0. */
    Aabb bounds();

    /** A point of it, uniform in area; z is 0. */
    Vec3 draw(RandomStream stream);

    /**
     * Whether a convex footprint lies inside.
     *
     * @param corners in order; z is ignored
     */
    boolean covers(List<Vec3> corners);

    /**
     * Whether there is so much free height over all of a footprint inside.
     *
     * @param height meters
     */
    default boolean clears(List<Vec3> corners, double height) {
      return true;
    }
  }

  /** Reason why a body cannot stand at a spot of this surface; empty where it can. */
  public Optional<NoPlace> refuses(Spot spot, Body body) {
    List<Vec3> corners = spot.corners(body, inset);
    if (!extent.covers(corners)) {
      return Optional.of(NoPlace.OUTSIDE);
    }
    double top = spot.rest().z() - height + body.height();
    return top <= ceiling + TOUCH && extent.clears(corners, top)
        ? Optional.empty()
        : Optional.of(NoPlace.TOO_TALL);
  }

  /** The middle of the region's bounds, at the surface's height. */
  public Vec3 center() {
    return extent.bounds().center().plus(new Vec3(0, 0, height));
  }
}
