package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.math.Affine3;

/**
 * How a camera's mount is placed and aimed. Meters and degrees, in the carrier's frame or world.
 */
public sealed interface CameraPose {
  /**
   * At a point.
   *
   * @param lookAt the point it looks at, up staying up; where there is none it looks along +X
   */
  record At(VectorParameter position, Optional<VectorParameter> lookAt) implements CameraPose {}

  /**
   * On a spherical shell around a target, looking at it.
   *
   * @param radius meters
   * @param azimuth degrees counter-clockwise from +X as seen from above
   * @param elevation degrees above the horizontal plane through the target
   */
  record Shell(
      VectorParameter target,
      Parameter<Double> radius,
      Parameter<Double> azimuth,
      Parameter<Double> elevation)
      implements CameraPose {}

  /**
   * Under way from point to point.
   *
   * @param start seconds on the way when the sequence begins
   * @param lookAt the point it looks at; where there is none it looks along its way
   */
  record Trajectory(Waypoints way, Parameter<Double> start, Optional<VectorParameter> lookAt)
      implements CameraPose {}

  /**
   * Exactly here.
   *
   * @param worldFromCamera rigid, OpenCV frame
   */
  record Exact(Affine3 worldFromCamera) implements CameraPose {}

  /** As it is said; before the first instant the first pose holds. OpenCV frame. */
  record Timed(TimedPoses poses) implements CameraPose {}
}
