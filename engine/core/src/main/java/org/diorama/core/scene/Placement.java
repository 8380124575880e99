package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;

/**
 * Where an object's instances go, in the frame of the instance they stand in, or the world. Their
 * lowest point rests at the given height, save where a transform says all.
 */
public sealed interface Placement {
  /** At one point in meters: x and y of the asset's origin, z of its lowest point. */
  record At(VectorParameter position) implements Placement {}

  /**
   * Exactly there, scale included; yaw, pitch, roll and scale are not drawn.
   *
   * @param parentFromObject with perpendicular axes, not mirrored
   */
  record Exact(Affine3 parentFromObject) implements Placement {}

  /** Each instance as it is said, in this order; nothing of them is drawn. */
  record Given(List<GivenInstance> instances) implements Placement {
    public Given {
      instances = List.copyOf(instances);
    }
  }

  /**
   * Somewhere in a rectangle, drawn uniformly, clear of what was placed before.
   *
   * @param x distribution of the x of the origin, meters
   * @param y distribution of the y of the origin, meters
   * @param z height of the surface, meters
   * @param separate as {@link Separation#separate()}
   * @param clearance as {@link Separation#clearance()}
   */
  record Area(
      Parameter<Double> x,
      Parameter<Double> y,
      Parameter<Double> z,
      boolean separate,
      double clearance)
      implements Placement {
    public Separation separation() {
      return new Separation(separate, clearance);
    }
  }

  /** In a pattern over level ground. */
  record Arranged(Ground ground, Arrangement arrangement, Separation separation)
      implements Placement {}

  /**
   * One behind the other along paths: they head where the path does, their own yaw on top.
   *
   * @param paths names of the scene's paths; each instance draws one of those that have room left
   * @param gap from the front of one to the rear of the next, meters of path; without it they stand
   *     anywhere along the path
   * @param start of the first one's rear, meters of path
   * @param offset to the left of the path, meters
   * @param reverse whether the paths are followed from their ends
   */
  record Along(
      List<String> paths,
      Optional<Parameter<Double>> gap,
      Parameter<Double> start,
      Parameter<Double> offset,
      boolean reverse,
      Separation separation)
      implements Placement {
    public Along {
      paths = List.copyOf(paths);
    }
  }

  /**
   * Scattered inside a container, each on what lies below it.
   *
   * @param container name of the group that holds them; nothing for the parent
   * @param headroom how far they may rise above the container's rim, meters
   */
  record Inside(Optional<String> container, double headroom, Separation separation)
      implements Placement {}

  /**
   * In a camera's view.
   *
   * @param camera name of one that is not attached
   * @param distance of the origin along the camera's axis, meters, as its depth image tells it
   * @param x share of the image's width from its left border
   * @param y share of the image's height from its top, for the center of the bounds; without it
   *     they stand on the ground
   * @param z height of the ground, meters
   */
  record InView(
      String camera,
      Parameter<Double> distance,
      Parameter<Double> x,
      Optional<Parameter<Double>> y,
      Parameter<Double> z,
      Separation separation)
      implements Placement {}

  /**
   * How instances keep clear of one another.
   *
   * @param separate whether one must not share room with earlier separate ones, those aside in
   *     whose frame it stands; one that finds no place is left out
   * @param clearance free horizontal distance between the boxes along their own axes, meters; where
   *     neither asks for any, they may come as near as their surfaces allow
   */
  record Separation(boolean separate, double clearance) {
    /** Others do not matter. */
    public static final Separation NONE = new Separation(false, 0);
  }

  /** Name of the group whose instance or surfaces it needs; nothing for the parent or the world. */
  default Optional<String> carrier() {
    if (this instanceof Arranged arranged
        && arranged.ground() instanceof Ground.Surfaces surfaces) {
      return surfaces.carrier();
    }
    return this instanceof Inside inside ? inside.container() : Optional.empty();
  }
}
