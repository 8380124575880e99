package org.diorama.core.outdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.weather.FogLayer;
import org.junit.jupiter.api.Test;

class FogLightTest {
  private static final Vec3 TOWARDS = new Vec3(0.6, 0, 0.8);
  private static final Optional<Sun> SUN =
      Optional.of(new Sun(TOWARDS, new LinearColor(90_000, 88_000, 80_000), 0.009));
  private static final GradientSky SKY =
      new GradientSky(
          new LinearColor(3000, 5000, 9000),
          new LinearColor(6000, 7000, 8000),
          new LinearColor(2000, 1800, 1500));

  private static FogLayer fog(double visibility, double height) {
    return new FogLayer(
        FogLayer.extinctionOfVisibility(visibility), 0, height, LinearColor.WHITE, 0.8);
  }

  @Test
  void thinFogChangesNothing() {
    FogLight light = FogLight.of(fog(1e9, 100), 0, SUN, SKY);
    assertEquals(90_000, light.sun().orElseThrow().illuminance().red(), 0.1);
    Vec3 up = new Vec3(0, 0.6, 0.8);
    assertEquals(SKY.luminance(up).green(), light.sky().luminance(up).green(), 0.1);
  }

  /** Direct, seen-through and veil together are what two streams let down. */
  @Test
  void whatArrivesIsWhatTwoStreamsLetDown() {
    for (double visibility : new double[] {2000, 400, 100}) {
      FogLayer layer = fog(visibility, 80);
      FogLight light = FogLight.of(layer, 0, SUN, SKY);
      double tau = layer.extinction() * 80;
      double passed = 2 / (2 + 0.2 * tau);
      double above = 88_000 * 0.8 + SKY.illuminance().green();
      double direct = light.sun().map(s -> s.illuminance().green() * 0.8).orElse(0.0);
      // The sun's own lobe in the fog is not part of the balance: light without it.
      FoggedSky even =
          new FoggedSky(
              SKY,
              layer,
              1.5,
              0,
              light.sky().veil(),
              light.sky().rise(),
              LinearColor.BLACK,
              TOWARDS);
      double diffuse = SkyTables.of(even).irradiance().lookup(Vec3.UNIT_Z).green();
      assertEquals(passed * above, direct + diffuse, 0.02 * passed * above, visibility + " m");
    }
  }

  @Test
  void shadowsFadeAndTheSkyGivesWayToTheFogsOwnLightAsItThickens() {
    double lastShare = 2;
    double lastContrast = 2;
    for (double visibility : new double[] {3000, 500, 120, 40}) {
      FogLight light = FogLight.of(fog(visibility, 100), 0, SUN, SKY);
      double direct = light.sun().map(s -> s.illuminance().green()).orElse(0.0);
      double share = direct / 88_000;
      double contrast = 0;
      for (Vec3 way : new Vec3[] {Vec3.UNIT_Z, new Vec3(-0.995, 0, 0.0999).normalize()}) {
        double own = light.sky().deepFog(way).blue();
        contrast = Math.max(contrast, Math.abs(light.sky().luminance(way).blue() / own - 1));
      }
      assertTrue(share < lastShare && contrast < lastContrast, visibility + " m: " + contrast);
      lastShare = share;
      lastContrast = contrast;
    }
    assertTrue(lastContrast < 0.02, "no sky in dense fog: " + lastContrast);
    assertTrue(lastShare < 1e-4, "no shadow in dense fog: " + lastShare);
  }

  /**
   * Straight up against level, as the diffusion limit says over ground of albedo 0.2: 1 + 1.5 ·
   * 2/3.
   */
  @Test
  void deepFogIsBrighterAboveAndThinFogIsEven() {
    double[] rises = new double[3];
    double[] visibilities = {1e8, 100, 1};
    for (int i = 0; i < 3; i++) {
      FoggedSky sky = FogLight.of(fog(visibilities[i], 100), 0, Optional.empty(), SKY).sky();
      double level = sky.deepFog(Vec3.UNIT_X).green();
      rises[i] = sky.deepFog(Vec3.UNIT_Z).green() / level - 1;
      double down = sky.deepFog(Vec3.UNIT_Z.negate()).green() / level - 1;
      assertEquals(-rises[i], down, 1e-9, "as much darker below");
    }
    assertEquals(0, rises[0], 1e-4);
    assertTrue(rises[1] > 0.05 && rises[1] < 0.5, "between: " + rises[1]);
    assertEquals(1, rises[2], 0.04);
  }

  @Test
  void fogByNightIsDark() {
    GradientSky night =
        new GradientSky(
            LinearColor.WHITE.times(1e-3), LinearColor.WHITE.times(1e-3), LinearColor.BLACK);
    FogLight light = FogLight.of(fog(100, 100), 0, Optional.empty(), night);
    assertTrue(light.sky().luminance(Vec3.UNIT_X).green() < 1.1e-3);
    assertTrue(light.sun().isEmpty());
  }
}
