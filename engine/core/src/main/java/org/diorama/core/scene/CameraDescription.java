package org.diorama.core.scene;

/**
 * A pinhole camera.
 *
 * @param name its key under {@code cameras}; empty for the only, unnamed camera
 * @param image what it takes
 * @param pose where it stands and looks
 * @param horizontalFieldOfView degrees across the image's width
 * @param exposure EV100
 */
public record CameraDescription(
    String name,
    ImageDescription image,
    CameraPose pose,
    Parameter<Double> horizontalFieldOfView,
    Parameter<Double> exposure) {}
