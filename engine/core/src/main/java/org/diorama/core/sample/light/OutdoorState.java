package org.diorama.core.sample.light;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.Parameter;
import org.diorama.core.sky.air.Daylight;
import org.diorama.core.weather.SampledWeather;

/**
 * What lamps are switched by.
 *
 * @param sunElevation degrees; see {@link LightSampler#sunElevation}
 * @param groundLux on level open ground, of sun and sky through clouds and fog
 */
public record OutdoorState(double sunElevation, double groundLux, SampledWeather weather) {
  /** Whether a lamp is on; every number of its switch is drawn, whichever decides. */
  boolean isOn(LampSwitch lamp, ToDoubleFunction<Parameter<Double>> number) {
    Optional<Double> sun = lamp.sunBelow().map(number::applyAsDouble);
    boolean dark =
        sun.filter(below -> lamp.asDark())
            .map(below -> Daylight.onGround(below, Daylight.USUAL_VISIBILITY, 0))
            .filter(lux -> groundLux < lux)
            .isPresent();
    boolean low = sun.filter(below -> sunElevation < below).isPresent();
    boolean dim = isBelow(groundLux, lamp.luxBelow(), number);
    boolean veiled = isBelow(weather.visibility(), lamp.visibilityBelow(), number);
    double fall = weather.fall().rain() + weather.fall().snow();
    boolean wet = isBelow(-fall, lamp.fallAbove(), parameter -> -number.applyAsDouble(parameter));
    return lamp.isAlways() || dark || low || dim || veiled || wet;
  }

  private static boolean isBelow(
      double value, Optional<Parameter<Double>> limit, ToDoubleFunction<Parameter<Double>> number) {
    return limit.map(number::applyAsDouble).filter(most -> value < most).isPresent();
  }
}
