package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.math.LinearColor;

/** The scene's light: an optional sun and a sky. */
public record LightingDescription(Optional<Sun> sun, Sky sky) {

  /**
   * @param azimuth degrees counter-clockwise from +X of the direction towards the sun
   * @param elevation degrees above the horizon
   * @param illuminance lux on a surface that faces the sun
   * @param temperature kelvin of its color
   * @param angularDiameter degrees; the true sun has 0.53
   */
  public record Sun(
      Parameter<Double> azimuth,
      Parameter<Double> elevation,
      Parameter<Double> illuminance,
      Parameter<Double> temperature,
      Parameter<Double> angularDiameter) {}

  /**
   * A gradient over the direction's elevation: zenith to horizon above, ground below.
   *
   * @param zenith color at the zenith, relative; likewise the others
   * @param illuminance lux on an upward surface that the upper half gives, sun excluded
   */
  public record Sky(
      Parameter<LinearColor> zenith,
      Parameter<LinearColor> horizon,
      Parameter<LinearColor> ground,
      Parameter<Double> illuminance) {}
}
