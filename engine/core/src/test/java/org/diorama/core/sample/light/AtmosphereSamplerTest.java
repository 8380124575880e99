package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.ephemeris.Refraction;
import org.diorama.core.ephemeris.SunAndMoon;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneVariants;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.SkyPlace;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.Sunlight;
import org.junit.jupiter.api.Test;

class AtmosphereSamplerTest {
  private static final SkyDescription AIR =
      new SkyDescription.Atmosphere(
          constant("sky.visibility", 40_000),
          constant("sky.ozone", 300),
          Parameter.constant("lighting.sky.ground_albedo", LinearColor.WHITE.times(0.2)),
          constant("sky.altitude", 0));
  private static final MoonDescription NO_MOON = new MoonDescription.None();

  private final List<Instant> asked = new ArrayList<>();

  /** Sun in the east, moon high in the south. */
  private final Ephemeris ephemeris =
      (moment, latitude, longitude) -> {
        asked.add(moment);
        return new SunAndMoon(
            new SunAndMoon.Place(90, latitude), new SunAndMoon.Place(180, 60), 384_400_000, 0);
      };

  private static Parameter<Double> constant(String path, double value) {
    return Scenes.constant("lighting." + path, value);
  }

  private SampledLighting sample(LightingDescription light) {
    return new FrameSampler(
            SceneVariants.of(Scenes.lit(Scenes.scene(1), light)),
            FixedFacts.BOX,
            PhysicsSettler.none(),
            ephemeris)
        .sample(0)
        .lighting();
  }

  private static Optional<LightingDescription.Sun> sun(
      SkyPlace place, Optional<Parameter<Double>> lux, Optional<Parameter<Double>> kelvin) {
    return Optional.of(
        new LightingDescription.Sun(place, lux, kelvin, constant("sun.angular_diameter", 0.53)));
  }

  private static SkyPlace elevation(double degrees) {
    return new SkyPlace.Angles(constant("sun.azimuth", 40), constant("sun.elevation", degrees));
  }

  private static SkyPlace dated(double latitude, double longitude, double time, double north) {
    return new SkyPlace.Moment(
        2026,
        constant("sun.date.day", 172),
        constant("sun.time", time),
        constant("sun.latitude", latitude),
        constant("sun.longitude", longitude),
        Optional.empty(),
        constant("sun.north", north));
  }

  private SampledLighting.Sun direct(SkyPlace place, MoonDescription moon) {
    return sample(
            new LightingDescription(
                sun(place, Optional.empty(), Optional.empty()), moon, Optional.empty(), AIR))
        .sun()
        .orElseThrow();
  }

  @Test
  void theAirDimsAndWarmsTheSun() {
    SampledLighting.Sun sun = direct(elevation(30), NO_MOON);
    Air air = new Air(40_000, 300, LinearColor.WHITE.times(0.2));
    LinearColor expected =
        Sunlight.above(128_000).times(air.transmittance(0, Math.sin(Math.toRadians(30))));
    assertEquals(expected.green(), sun.illuminance().green(), 1e-6 * expected.green());
    assertTrue(sun.illuminance().red() > 1.5 * sun.illuminance().blue());
    assertTrue(
        direct(elevation(4), NO_MOON).illuminance().luminance()
            < 0.2 * sun.illuminance().luminance());
  }

  @Test
  void whatTheSceneSaysOfTheSunStandsOnTheGround() {
    SampledLighting.Sun sun =
        sample(
                new LightingDescription(
                    sun(
                        elevation(30),
                        Optional.of(constant("sun.illuminance", 500)),
                        Optional.of(constant("sun.temperature", 10_000))),
                    NO_MOON,
                    Optional.empty(),
                    AIR))
            .sun()
            .orElseThrow();
    assertEquals(500, sun.illuminance().luminance(), 1e-9);
    assertTrue(sun.illuminance().blue() > sun.illuminance().red(), "10000 K is cold");
  }

  @Test
  void theSkyKnowsASunBelowTheHorizon() {
    SampledLighting dusk =
        sample(
            new LightingDescription(
                sun(elevation(-8), Optional.empty(), Optional.empty()),
                NO_MOON,
                Optional.empty(),
                AIR));
    assertEquals(Optional.empty(), dusk.sun());
    Atmosphere atmosphere = ((AtmosphereSky) dusk.sky()).atmosphere();
    assertEquals(Math.sin(Math.toRadians(-8)), atmosphere.sun().towards().z(), 1e-12);
    SampledLighting night =
        sample(new LightingDescription(Optional.empty(), NO_MOON, Optional.empty(), AIR));
    assertEquals(-1, ((AtmosphereSky) night.sky()).atmosphere().sun().towards().z());
  }

  @Test
  void aDateIsAMomentOfUtc() {
    direct(dated(40, 0, 12, 90), NO_MOON);
    direct(dated(40, 100, 0.5, 90), NO_MOON);
    direct(dated(40, -179, 23.75, 90), NO_MOON);
    assertEquals(
        List.of(
            Instant.parse("2026-06-21T12:00:00Z"),
            // 100° lie nearest to 7 hours.
            Instant.parse("2026-06-20T17:30:00Z"),
            Instant.parse("2026-06-22T11:45:00Z")),
        asked);
  }

  /** The sun in the east: +X where north is +Y, and turned with it. */
  @Test
  void northTurnsTheCompass() {
    double height = Rotations.radians(Refraction.apparent(40));
    for (double north : new double[] {90, 0, 200}) {
      Vec3 expected = Rotations.direction(Rotations.radians(north - 90), height);
      Vec3 towards = direct(dated(40, 0, 12, north), NO_MOON).towards();
      assertEquals(0, towards.minus(expected).length(), 1e-12, "north " + north);
    }
  }

  @Test
  void theBrighterOneLights() {
    MoonDescription ofTheMoment = new MoonDescription.OfTheMoment();
    assertEquals(0, direct(dated(10, 0, 12, 90), ofTheMoment).towards().y(), 1e-9, "the sun");
    SampledLighting.Sun moon = direct(dated(-10, 0, 12, 90), ofTheMoment);
    assertTrue(moon.towards().y() < -0.4, "the moon in the south: " + moon.towards());
    assertEquals(0.25, moon.illuminance().luminance(), 0.03);
    SampledLighting.Sun half =
        direct(
            elevation(-20),
            new MoonDescription.Placed(
                new SkyPlace.Angles(constant("moon.azimuth", 0), constant("moon.elevation", 60)),
                constant("moon.illuminated", 0.5)));
    // A half moon gives a tenth of the full moon's light.
    assertEquals(0.025, half.illuminance().luminance(), 0.008);
  }

  @Test
  void aDateNeedsAnEphemeris() {
    LightingDescription light =
        new LightingDescription(
            sun(dated(1, 2, 3, 4), Optional.empty(), Optional.empty()),
            NO_MOON,
            Optional.empty(),
            AIR);
    FrameSampler without = new FrameSampler(Scenes.lit(Scenes.scene(1), light), FixedFacts.BOX);
    DioramaException refusal = assertThrows(DioramaException.class, () -> without.sample(0));
    assertTrue(refusal.getMessage().contains("azimuth and elevation"), refusal.getMessage());
  }
}
