package org.diorama.core.scene;

/** How a camera is placed. World meters and degrees. */
public sealed interface CameraPose {
  /**
   * A point and angles: yaw counter-clockwise from world +X, pitch above the horizon, roll
   * clockwise in the image.
   */
  record Fixed(
      VectorParameter position,
      Parameter<Double> yaw,
      Parameter<Double> pitch,
      Parameter<Double> roll)
      implements CameraPose {}

  /** From one point to another; up stays up. */
  record LookAt(VectorParameter position, VectorParameter target) implements CameraPose {}

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
}
