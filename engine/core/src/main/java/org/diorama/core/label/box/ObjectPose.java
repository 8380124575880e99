package org.diorama.core.label.box;

import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Pose of an instance at the label instant, six degrees of freedom, its scale apart. A point p of
 * the asset's space lies at {@code cameraFromObject · (scale ∘ p)} in the camera's frame.
 *
 * @param cameraFromObject rigid, to the camera's OpenCV frame, meters
 * @param worldFromObject the same to the world
 * @param scale factors along the asset's axes; z is negative where the object is mirrored
 */
public record ObjectPose(Affine3 cameraFromObject, Affine3 worldFromObject, Vec3 scale) {
  /** Of the map from the asset's space to the world, scale included. */
  public static ObjectPose of(Affine3 worldFromCamera, Affine3 worldFromAsset) {
    RigidPose pose = RigidPose.of(worldFromAsset);
    return new ObjectPose(worldFromCamera.inverseTimes(pose.rigid()), pose.rigid(), pose.scale());
  }
}
