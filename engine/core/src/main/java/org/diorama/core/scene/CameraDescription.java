package org.diorama.core.scene;

/**
 * A pinhole camera.
 *
 * @param pose where it stands and looks
 * @param horizontalFieldOfView degrees across the image's width
 * @param exposure EV100
 */
public record CameraDescription(
    CameraPose pose, Parameter<Double> horizontalFieldOfView, Parameter<Double> exposure) {}
