package org.diorama.core.label.keypoint;

import org.diorama.core.math.Vec3;

/**
 * What an image shows of a named point of an instance.
 *
 * @param x column position in pixels, (0, 0) being the top left corner of the image; 0 where it
 *     lies outside, as {@code y}
 * @param v COCO's flag: {@link #OUTSIDE}, {@link #HIDDEN} or {@link #VISIBLE}
 * @param position in the camera's OpenCV frame, meters, wherever it lies
 */
public record KeypointLabel(String name, double x, double y, int v, Vec3 position) {
  /** Beside the image, or behind the camera. */
  public static final int OUTSIDE = 0;

  /** In the image, behind something else or on a side that is turned away. */
  public static final int HIDDEN = 1;

  /** On a surface of its instance that is seen. */
  public static final int VISIBLE = 2;
}
