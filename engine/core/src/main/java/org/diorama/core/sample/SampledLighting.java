package org.diorama.core.sample;

import java.util.List;
import java.util.Optional;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Decided light.
 *
 * @param sun the brightest directional light of the sky: the sun, or the moon
 * @param lamps those that are on, in the order of the scene
 * @param indirect what is drawn of the light between surfaces
 */
public record SampledLighting(
    Optional<Sun> sun, SampledSky sky, List<SampledLamp> lamps, IndirectLight indirect) {
  public SampledLighting {
    lamps = List.copyOf(lamps);
  }

  /** With all light between surfaces. */
  public SampledLighting(Optional<Sun> sun, SampledSky sky, List<SampledLamp> lamps) {
    this(sun, sky, lamps, IndirectLight.ALL);
  }

  /** Sun and sky alone. */
  public SampledLighting(Optional<Sun> sun, SampledSky sky) {
    this(sun, sky, List.of());
  }

  /** The same sun and sky with other lamps. */
  public SampledLighting with(List<SampledLamp> others) {
    return new SampledLighting(sun, sky, others, indirect);
  }

  /** The same lights with other light between surfaces. */
  public SampledLighting with(IndirectLight other) {
    return new SampledLighting(sun, sky, lamps, other);
  }

  /**
   * @param towards unit vector in the world, from the scene to the sun
   * @param illuminance linear Rec.709 lux on a surface that faces the sun, where no cloud is in the
   *     way
   * @param angularDiameter radians
   */
  public record Sun(Vec3 towards, LinearColor illuminance, double angularDiameter) {
    /** The same with a multiple of its light. */
    public Sun times(double factor) {
      return new Sun(towards, illuminance.times(factor), angularDiameter);
    }
  }
}
