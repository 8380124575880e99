package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.SkyPlace;
import org.junit.jupiter.api.Test;

class LightSamplerTest {
  @Test
  void theSkyGivesTheIlluminanceAskedFor() {
    GradientSky sky = sky(12345);
    // Midpoint rule over elevation and azimuth, against the closed form.
    double lux = 0;
    int steps = 400;
    for (int i = 0; i < steps; i++) {
      double elevation = (i + 0.5) / steps * Math.PI / 2;
      for (int j = 0; j < 16; j++) {
        Vec3 direction = Rotations.direction((j + 0.5) / 16 * 2 * Math.PI, elevation);
        double solidAngle = Math.cos(elevation) * (Math.PI / 2 / steps) * (2 * Math.PI / 16);
        lux += sky.luminance(direction).luminance() * direction.z() * solidAngle;
      }
    }
    assertEquals(12345, lux, 0.1);
    assertEquals(12345, sky.illuminance().luminance(), 1e-9);
  }

  @Test
  void theSkyKeepsItsColorsProportions() {
    GradientSky sky = sky(500);
    assertEquals(0.4 / 0.2, sky.zenith().green() / sky.zenith().red(), 1e-12);
    assertEquals(0.9 / 0.4, sky.horizon().green() / sky.zenith().green(), 1e-12);
    assertEquals(0.3 / 0.8, sky.ground().red() / sky.horizon().red(), 1e-12);
  }

  @Test
  void luminanceRunsFromGroundOverHorizonToZenith() {
    GradientSky sky = sky(500);
    assertEquals(sky.zenith().red(), sky.luminance(Vec3.UNIT_Z).red(), 1e-9);
    assertEquals(sky.zenith().blue(), sky.luminance(Vec3.UNIT_Z).blue(), 1e-9);
    assertEquals(sky.horizon(), sky.luminance(new Vec3(0, -3, 0)));
    assertEquals(sky.ground(), sky.luminance(new Vec3(1, 0, -0.01)));
    double middle = sky.luminance(Rotations.direction(1, Math.PI / 6)).red();
    assertEquals((sky.zenith().red() + sky.horizon().red()) / 2, middle, 1e-9);
  }

  @Test
  void noLightIsNoLight() {
    assertEquals(LinearColor.BLACK, sky(0).zenith());
    assertEquals(Optional.empty(), sample(sun(30, 0), 1).sun());
    assertEquals(Optional.empty(), sample(sun(0, 1000), 1).sun());
    assertEquals(Optional.empty(), sample(sun(-5, 1000), 1).sun());
  }

  @Test
  void theSunHasDirectionIlluminanceAndSize() {
    SampledLighting.Sun sun = sample(sun(30, 80000), 1).sun().orElseThrow();
    assertEquals(0, sun.towards().minus(new Vec3(0, Math.sqrt(0.75), 0.5)).length(), 1e-12);
    assertEquals(80000, sun.illuminance().luminance(), 1e-6);
    assertEquals(0.53 * Math.PI / 180, sun.angularDiameter(), 1e-15);
    assertTrue(sun.illuminance().red() > sun.illuminance().blue(), "5000 K is warm");
  }

  @Test
  void whatIsSwitchedOffStaysOff() {
    for (IndirectLight indirect :
        List.of(
            new IndirectLight(false, false), new IndirectLight(true, false), IndirectLight.ALL)) {
      LightingDescription lighting =
          new LightingDescription(
              sun(30, 80000),
              new MoonDescription.OfTheMoment(),
              Optional.empty(),
              Scenes.sky(500),
              indirect);
      assertEquals(indirect, sample(lighting).indirect());
    }
  }

  private static Optional<LightingDescription.Sun> sun(double elevation, double illuminance) {
    return Optional.of(
        new LightingDescription.Sun(
            new SkyPlace.Angles(
                Scenes.constant("lighting.sun.azimuth", 90),
                Scenes.constant("lighting.sun.elevation", elevation)),
            Optional.of(Scenes.constant("lighting.sun.illuminance", illuminance)),
            Optional.of(Scenes.constant("lighting.sun.temperature", 5000)),
            Scenes.constant("lighting.sun.angular_diameter", 0.53)));
  }

  private static GradientSky sky(double lux) {
    return (GradientSky) sample(Optional.empty(), lux).sky();
  }

  private static SampledLighting sample(Optional<LightingDescription.Sun> sun, double lux) {
    return sample(new LightingDescription(sun, Scenes.sky(lux)));
  }

  private static SampledLighting sample(LightingDescription lighting) {
    return new FrameSampler(Scenes.lit(Scenes.scene(1), lighting), FixedFacts.BOX)
        .sample(0)
        .lighting();
  }
}
