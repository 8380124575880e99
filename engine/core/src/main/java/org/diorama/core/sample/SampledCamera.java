package org.diorama.core.sample;

import org.diorama.core.geometry.PinholeCamera;

/**
 * One decided camera.
 *
 * @param name empty for the only, unnamed camera
 * @param worldFromCamera rigid; OpenCV frame
 * @param exposure EV100
 */
public record SampledCamera(
    String name, PinholeCamera pinhole, MotionStates worldFromCamera, double exposure) {}
