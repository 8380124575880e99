package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Decided light.
 *
 * @param sun the brightest directional light of the sky: the sun, or the moon
 */
public record SampledLighting(Optional<Sun> sun, SampledSky sky) {

  /**
   * @param towards unit vector in the world, from the scene to the sun
   * @param illuminance linear Rec.709 lux on a surface that faces the sun
   * @param angularDiameter radians
   */
  public record Sun(Vec3 towards, LinearColor illuminance, double angularDiameter) {}
}
