package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.sky.image.SkyImageFact;
import org.diorama.core.sky.source.NoAssets;
import org.diorama.core.sky.source.SkySources;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By closed forms, and by plain sums over what renderers draw. */
class GroundIlluminanceTest {
  private static final LinearColor ALBEDO = new LinearColor(0.18, 0.17, 0.14);

  private final SkySources sources = new SkySources(NoAssets.STORE);

  private static double lux(SampledLighting light, SampledWeather weather) {
    return GroundIlluminance.of(light, weather, FixedFacts.BOX).lux();
  }

  @Test
  void aGradientGivesWhatItIsAskedForAndTheSunByTheSineOfItsHeight() {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int k = 0; k < 50; k++) {
      double sun = random.nextDouble(1e5);
      double sky = random.nextDouble(1e4);
      double elevation = random.nextDouble(90);
      LinearColor even = LinearColor.WHITE.times(sky / Math.PI);
      SampledLighting light =
          new SampledLighting(
              Optional.of(sun(elevation, sun)), new GradientSky(even, even, LinearColor.WHITE));
      double expected = sun * Math.sin(Math.toRadians(elevation)) + sky;
      assertEquals(
          expected, lux(light, SampledWeather.CLEAR), 1e-6 * expected, "seed 20261129, case " + k);
    }
  }

  private static SampledLighting.Sun sun(double elevation, double lux) {
    return new SampledLighting.Sun(
        Rotations.direction(0.3, Math.toRadians(elevation)), LinearColor.WHITE.times(lux), 0.009);
  }

  @Test
  void anImageGivesItsOwnWhetherItsSunIsApartOrNot() {
    SkyBody body = new SkyBody(Rotations.direction(0.3, 0.5), LinearColor.WHITE.times(3), 0.02);
    FixedFacts facts =
        new FixedFacts()
            .withSky(
                "a.hdr",
                new SkyImageFact(
                    "d", LinearColor.WHITE.times(7), Optional.of(body), OptionalDouble.empty()));
    SampledLighting whole =
        new SampledLighting(Optional.empty(), new ImageSky("a.hdr", "d", 1, 200, false));
    SampledLighting apart =
        new SampledLighting(
            Optional.of(
                new SampledLighting.Sun(body.towards(), LinearColor.WHITE.times(600), 0.02)),
            new ImageSky("a.hdr", "d", 1, 200, true));
    for (SampledLighting light : new SampledLighting[] {whole, apart}) {
      assertEquals(1400, GroundIlluminance.of(light, SampledWeather.CLEAR, facts).lux(), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {5_000, 10_000, 25_000, 40_000, 100_000})
  void clearAirGivesWhatTheAtmosphereDoes(double visibility) {
    for (double elevation :
        new double[] {-12, -6, -4.5, -2, -0.4, 0.3, 1.5, 6, 12, 17, 25, 37, 70}) {
      SampledLighting light = atmosphere(visibility, elevation, Optional.empty());
      double drawn = drawn(light, SampledWeather.CLEAR);
      assertEquals(1, lux(light, SampledWeather.CLEAR) / drawn, 0.13, "sun at " + elevation);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.8, 1})
  void cloudsLeaveWhatTheirSkyDoes(double cover) {
    for (double elevation : new double[] {-3, 1, 5, 10, 30, 60}) {
      double sum = 0;
      double expected = 0;
      // Broken clouds differ by what stands above: the mean of several skies.
      for (int seed = 1; seed <= 4; seed++) {
        SampledLighting light =
            atmosphere(40_000, elevation, Optional.of(new CloudLayer(cover, 1200, 1000, seed)));
        sum += lux(light, SampledWeather.CLEAR);
        expected += drawn(light, SampledWeather.CLEAR);
      }
      assertEquals(1, sum / expected, 0.25, "sun at " + elevation);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 700, 5000})
  void fogLeavesWhatItsVeilDoes(double visibility) {
    for (LinearColor color :
        new LinearColor[] {LinearColor.WHITE, new LinearColor(0.97, 0.9, 0.8)}) {
      SampledWeather weather =
          new SampledWeather(
              Optional.of(new Haze(visibility, 0, 300, color)),
              SurfaceWeather.DRY,
              Precipitation.NONE);
      for (double elevation : new double[] {-3, 4, 30}) {
        SampledLighting light = atmosphere(40_000, elevation, Optional.empty());
        assertEquals(
            1, lux(light, weather) / drawn(light, weather), 0.15, color + ", sun at " + elevation);
      }
    }
  }

  private static SampledLighting atmosphere(
      double visibility, double elevation, Optional<CloudLayer> clouds) {
    SkyBody body =
        new SkyBody(
            Rotations.direction(0.3, Math.toRadians(elevation)),
            Sunlight.above(Sunlight.ILLUMINANCE),
            Math.toRadians(Sunlight.ANGULAR_DIAMETER));
    Atmosphere air =
        new Atmosphere(new Air(visibility, 300, ALBEDO), 0, body, Optional.empty(), clouds);
    return new SampledLighting(
        air.sunFromGround()
            .map(
                seen ->
                    new SampledLighting.Sun(
                        seen.towards(), seen.illuminance(), seen.angularDiameter())),
        new AtmosphereSky(air));
  }

  /** Sun and sky as renderers have them, summed over the upper half; clouds' shade is its mean. */
  private double drawn(SampledLighting light, SampledWeather weather) {
    SkyRadiance sky = light.sky().radiance(sources);
    OutdoorLight outdoors = OutdoorLight.of(light, sky, weather);
    double shade = outdoors.clouds().map(each -> each.mean()).orElse(1.0);
    double sum =
        outdoors
            .sun()
            .map(sun -> sun.illuminance().luminance() * sun.towards().z() * shade)
            .orElse(0.0);
    int rows = 60;
    int columns = 90;
    for (int row = 0; row < rows; row++) {
      double height = Math.sqrt((row + 0.5) / rows);
      for (int column = 0; column < columns; column++) {
        Vec3 direction =
            Rotations.directionAtHeight(2 * Math.PI * (column + 0.5) / columns, height);
        sum += Math.PI / (rows * columns) * outdoors.sky().luminance(direction).luminance();
      }
    }
    return sum;
  }
}
