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
 * @param measures wanted of the instances beside
 */
public record View(
    String name,
    PinholeCamera camera,
    Affine3 worldFromCamera,
    Development development,
    Set<Channel> channels,
    Set<Measure> measures) {
  public View {
    channels = Set.copyOf(channels);
    measures = Set.copyOf(measures);
  }

  /** Planes alone. */
  public View(
      String name,
      PinholeCamera camera,
      Affine3 worldFromCamera,
      Development development,
      Set<Channel> channels) {
    this(name, camera, worldFromCamera, development, channels, Set.of());
  }

  /** The same by another camera in its place. */
  public View with(PinholeCamera other) {
    return new View(name, other, worldFromCamera, development, channels, measures);
  }

  /** The same, developed otherwise. */
  public View with(Development other) {
    return new View(name, camera, worldFromCamera, other, channels, measures);
  }

  /** The same with other planes. */
  public View with(Set<Channel> others) {
    return new View(name, camera, worldFromCamera, development, others, measures);
  }

  /** The same with other measures. */
  public View measuring(Set<Measure> others) {
    return new View(name, camera, worldFromCamera, development, channels, others);
  }

  /** Whether it has a color plane and is to measure contrast in it. */
  public boolean measuresContrast() {
    return channels.contains(Channel.COLOR) && measures.contains(Measure.CONTRAST);
  }

  /** An object's map to this camera's OpenCV frame, as precise far from the origin as near it. */
  public Affine3 viewFromObject(Affine3 worldFromObject) {
    return worldFromCamera.inverseTimes(worldFromObject);
  }
}
