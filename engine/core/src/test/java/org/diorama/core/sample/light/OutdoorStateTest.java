package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.Parameter;
import org.diorama.core.sky.air.Daylight;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.junit.jupiter.api.Test;

class OutdoorStateTest {
  private static Optional<Parameter<Double>> at(double value) {
    return Optional.of(Scenes.constant("lamps.a.on", value));
  }

  private static LampSwitch lamp(
      Optional<Parameter<Double>> lux,
      Optional<Parameter<Double>> visibility,
      Optional<Parameter<Double>> fall) {
    return new LampSwitch(Optional.empty(), false, lux, visibility, fall);
  }

  private static boolean isOn(OutdoorState state, LampSwitch lamp) {
    return state.isOn(lamp, OutdoorStateTest::constant);
  }

  private static double constant(Parameter<Double> parameter) {
    return ((Distribution.Constant<Double>) parameter.distribution()).value();
  }

  private static OutdoorState noon(SampledWeather weather) {
    return new OutdoorState(50, 80_000, weather);
  }

  private static SampledWeather weather(double visibility, double rain, double snow) {
    return new SampledWeather(
        Optional.of(new SampledWeather.Haze(visibility, 0, 100, LinearColor.WHITE)),
        SurfaceWeather.DRY,
        new Precipitation(rain, snow, 0));
  }

  @Test
  void withoutAnyReasonItIsAlwaysOn() {
    assertTrue(isOn(noon(SampledWeather.CLEAR), LampSwitch.ALWAYS));
    assertTrue(LampSwitch.ALWAYS.isAlways());
    assertFalse(LampSwitch.sunBelow(at(0).get()).isAlways());
  }

  @Test
  void eachReasonIsEnough() {
    LampSwitch dark = lamp(at(35), Optional.empty(), Optional.empty());
    assertFalse(isOn(new OutdoorState(50, 35, SampledWeather.CLEAR), dark));
    assertTrue(isOn(new OutdoorState(50, 34.9, SampledWeather.CLEAR), dark));
    LampSwitch veiled = lamp(Optional.empty(), at(500), Optional.empty());
    assertFalse(isOn(noon(SampledWeather.CLEAR), veiled));
    assertFalse(isOn(noon(weather(500.1, 0, 0)), veiled));
    assertTrue(isOn(noon(weather(499.9, 0, 0)), veiled));
    assertTrue(isOn(noon(weather(500.1, 5, 0)), veiled), "drops dim, too");
    LampSwitch wet = lamp(Optional.empty(), Optional.empty(), at(0.5));
    assertFalse(isOn(noon(weather(9000, 0, 0)), wet));
    assertFalse(isOn(noon(weather(9000, 0.5, 0)), wet));
    assertTrue(isOn(noon(weather(9000, 0.3, 0.3)), wet));
    LampSwitch any = new LampSwitch(at(-1), false, at(35), at(500), at(0.5));
    assertFalse(isOn(noon(weather(9000, 0, 0)), any));
    assertTrue(isOn(new OutdoorState(-1.1, 80_000, SampledWeather.CLEAR), any));
  }

  @Test
  void everyNumberIsDrawnWhicheverDecides() {
    List<Parameter<Double>> drawn = new ArrayList<>();
    LampSwitch any = new LampSwitch(at(-1), true, at(35), at(500), at(0.5));
    new OutdoorState(-5, 1, weather(100, 9, 0))
        .isOn(
            any,
            parameter -> {
              drawn.add(parameter);
              return constant(parameter);
            });
    assertEquals(4, drawn.size());
  }

  /** Koschmieder's law, of haze and drops together. */
  @Test
  void visibilityIsThatOfAllThatDims() {
    assertEquals(300, weather(300, 0, 0).visibility(), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, SampledWeather.CLEAR.visibility());
    double rain = new Precipitation(20, 0, 0).extinction();
    assertEquals(
        -Math.log(0.02) / (FogLayer.extinctionOfVisibility(5000) + rain),
        weather(5000, 20, 0).visibility(),
        1e-9);
  }

  /** Dusk means what it meant: in clear air the light is that of the sun's height. */
  @Test
  void inClearAirDuskIsTheSunsHeightAlone() {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int k = 0; k < 500; k++) {
      double height = random.nextDouble(-1, 2);
      double elevation = random.nextDouble(-4, 6);
      double lux = Daylight.onGround(elevation, Daylight.USUAL_VISIBILITY, 0);
      OutdoorState state = new OutdoorState(elevation, lux, SampledWeather.CLEAR);
      assertEquals(
          elevation < height,
          isOn(state, LampSwitch.asDarkAs(at(height).get())),
          "seed 20261129, case " + k);
    }
  }

  /** Under clouds that leave a fifth lamps come on while the sun is still up. */
  @Test
  void underCloudsDuskComesEarlier() {
    LampSwitch dusk = LampSwitch.asDarkAs(at(0).get());
    double lux = Daylight.onGround(4, Daylight.USUAL_VISIBILITY, 0);
    assertFalse(isOn(new OutdoorState(4, lux, SampledWeather.CLEAR), dusk));
    assertTrue(isOn(new OutdoorState(4, 0.2 * lux, SampledWeather.CLEAR), dusk));
    assertFalse(
        isOn(
            new OutdoorState(4, 0.2 * lux, SampledWeather.CLEAR),
            LampSwitch.sunBelow(at(0).get())));
  }
}
