package org.diorama.core.scene;

import java.util.Optional;

/**
 * What one camera, or all cameras of a rig, stand on: its pose is drawn once for all of them. Its
 * frame has +X forward, +Y left and +Z up.
 *
 * @param path where it stands in the scene, such as {@code camera} or {@code rigs.head}: cameras of
 *     one path share one mount
 * @param pose in the carrier's frame, or the world where there is none
 * @param yaw degrees, counter-clockwise seen from above; turns it from where its pose aims it
 * @param pitch degrees upwards, after yaw
 * @param roll degrees clockwise as it looks, after pitch
 * @param carrier the instance in whose frame it stands
 */
public record CameraMount(
    String path,
    CameraPose pose,
    Parameter<Double> yaw,
    Parameter<Double> pitch,
    Parameter<Double> roll,
    Optional<Attachment> carrier) {}
