package org.diorama.core.sample;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;

/**
 * One decided camera.
 *
 * @param name empty for the only, unnamed camera
 * @param worldFromCamera rigid; OpenCV frame
 */
public record SampledCamera(
    String name, PinholeCamera pinhole, MotionStates worldFromCamera, Development development) {}
