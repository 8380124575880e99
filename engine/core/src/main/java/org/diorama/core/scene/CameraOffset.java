package org.diorama.core.scene;

import org.diorama.core.math.Vec3;

/**
 * Pose of a camera in the frame of its mount: +X forward, +Y left, +Z up.
 *
 * @param position meters
 * @param share of the position that holds: the eyes of a pair have one draw and opposite shares
 * @param yaw degrees, counter-clockwise seen from above
 * @param pitch degrees upwards
 * @param roll degrees clockwise as the camera looks
 */
public record CameraOffset(
    VectorParameter position,
    double share,
    Parameter<Double> yaw,
    Parameter<Double> pitch,
    Parameter<Double> roll) {
  /** The mount's own pose. */
  public static final CameraOffset NONE =
      new CameraOffset(
          VectorParameter.constant("at", Vec3.ZERO),
          1,
          Parameter.constant("yaw", 0.0),
          Parameter.constant("pitch", 0.0),
          Parameter.constant("roll", 0.0));
}
