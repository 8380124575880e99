package org.diorama.core.scene;

import java.util.Optional;

/**
 * What switches a lamp on: any of these that holds. Without any it is always on.
 *
 * @param sunBelow degrees of the sun's elevation
 * @param asDark whether it is on, too, where the ground gets less light than under a clear sky with
 *     the sun at that elevation
 * @param luxBelow lux on level open ground, of sun and sky through clouds and fog
 * @param visibilityBelow meters at which black is just told from the horizon, rain and snow
 *     included
 * @param fallAbove millimeters of water an hour, rain and snow together
 */
public record LampSwitch(
    Optional<Parameter<Double>> sunBelow,
    boolean asDark,
    Optional<Parameter<Double>> luxBelow,
    Optional<Parameter<Double>> visibilityBelow,
    Optional<Parameter<Double>> fallAbove) {
  public static final LampSwitch ALWAYS = sun(Optional.empty(), false);

  private static LampSwitch sun(Optional<Parameter<Double>> below, boolean asDark) {
    return new LampSwitch(below, asDark, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** By the sun's elevation alone. */
  public static LampSwitch sunBelow(Parameter<Double> degrees) {
    return sun(Optional.of(degrees), false);
  }

  /** By the light that clear air has at an elevation of the sun. */
  public static LampSwitch asDarkAs(Parameter<Double> degrees) {
    return sun(Optional.of(degrees), true);
  }

  /** Whether the light on the ground decides it. */
  public boolean metersLight() {
    return asDark || luxBelow.isPresent();
  }

  public boolean isAlways() {
    return equals(ALWAYS);
  }
}
