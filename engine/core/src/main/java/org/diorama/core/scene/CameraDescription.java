package org.diorama.core.scene;

/**
 * A pinhole camera.
 *
 * @param name its key; empty for the only, unnamed camera
 * @param path where it stands in the scene, such as {@code cameras.front}
 * @param image what it takes
 * @param mount where it stands, alone or with the other cameras of its rig
 * @param offset its pose in the mount's frame
 */
public record CameraDescription(
    String name,
    String path,
    ImageDescription image,
    CameraMount mount,
    CameraOffset offset,
    Intrinsics intrinsics,
    DevelopmentDescription development,
    CameraConstraints constraints) {}
