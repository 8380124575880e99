package org.diorama.core.render;

import java.util.Set;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;

/**
 * One image of a job.
 *
 * @param name of the camera; empty for the only one
 * @param worldFromCamera rigid, OpenCV frame, double precision
 * @param channels wanted planes; the instance table always comes
 */
public record View(
    String name,
    PinholeCamera camera,
    Affine3 worldFromCamera,
    Development development,
    Set<Channel> channels) {
  /** The same by another camera in its place. */
  public View with(PinholeCamera other) {
    return new View(name, other, worldFromCamera, development, channels);
  }

  /** The same, developed otherwise. */
  public View with(Development other) {
    return new View(name, camera, worldFromCamera, other, channels);
  }

  /** The same with other planes. */
  public View with(Set<Channel> others) {
    return new View(name, camera, worldFromCamera, development, others);
  }

  /** An object's map to this camera's OpenCV frame, as precise far from the origin as near it. */
  public Affine3 viewFromObject(Affine3 worldFromObject) {
    return worldFromCamera.inverseTimes(worldFromObject);
  }
}
