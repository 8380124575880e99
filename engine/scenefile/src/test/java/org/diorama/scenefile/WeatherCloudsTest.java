package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SkyDescription;
import org.diorama.scenefile.diagnostic.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weather's preset brings its sky, clouds and wind, unless the author says otherwise. */
class WeatherCloudsTest {
  @TempDir private Path folder;

  @Test
  void presetsBringClouds() throws IOException {
    assertEquals(1.0, cover("weather: {preset: rain}", "sky: atmosphere"));
    assertEquals(1.0, cover("weather: {preset: overcast}", "sky: atmosphere"));
    assertEquals(0.5, cover("weather: {preset: broken_cloud}", "sky: atmosphere"));
  }

  @Test
  void clearAirAndTheAuthorsOwnCloudsStay() throws IOException {
    assertTrue(clouds("weather: {preset: clear}", "sky: atmosphere").isEmpty());
    assertTrue(clouds("frames: 1", "sky: atmosphere").isEmpty());
    assertEquals(0.2, cover("weather: {preset: rain}", "sky: atmosphere, clouds: {cover: 0.2}"));
  }

  /** Light is of one model whatever the preset, so that weathers differ in the weather alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {"clear", "broken_cloud", "overcast", "haze", "fog", "rain", "snow", "dust"})
  void whereNoSkyIsWrittenAPresetBringsItsOwn(String preset) throws IOException {
    String weather = "weather: {preset: " + preset + "}";
    SceneReading implied = reading(weather, "lighting: {sun: {elevation: 30}}");
    SceneReading written = reading(weather, "lighting: {sun: {elevation: 30}, sky: atmosphere}");
    assertEquals(scene(written).lighting(), scene(implied).lighting());
    assertEquals(written.resolvedKeys(), implied.resolvedKeys());
    assertEquals(List.of(), implied.warnings());
    SceneReading bare = reading(weather, "frames: 1");
    assertInstanceOf(SkyDescription.Atmosphere.class, scene(bare).lighting().sky());
    assertEquals("3:19", place(bare.locate("lighting.sky").orElseThrow()));
  }

  @Test
  void whereNoPresetIsWrittenTheSkyIsAGradient() throws IOException {
    for (String weather : List.of("frames: 2", "weather: {}", "weather: {visibility: 300}")) {
      SceneDescription scene = scene(reading(weather, "lighting: {sun: {elevation: 30}}"));
      assertInstanceOf(SkyDescription.Gradient.class, scene.lighting().sky(), weather);
    }
  }

  @Test
  void cloudsAndMoonGoWithThatSky() throws IOException {
    SceneReading reading =
        reading(
            "weather: {preset: rain}",
            "lighting: {clouds: {cover: 0.4}, moon: {elevation: 20, illuminated: 1}}");
    assertEquals(
        new Distribution.Constant<>(0.4),
        scene(reading).lighting().clouds().orElseThrow().cover().distribution());
  }

  /** The author's own sky stands; where he sees the preset, he reads what it does not do. */
  @Test
  void aGradientStaysAndAWarningSaysSo() throws IOException {
    SceneReading own = reading("weather: {preset: rain}", "lighting: {sky: {illuminance: 900}}");
    assertInstanceOf(SkyDescription.Gradient.class, scene(own).lighting().sky());
    assertTrue(scene(own).lighting().clouds().isEmpty());
    String file = folder.resolve("scene.yaml").toString();
    assertEquals(
        List.of(
            "warning: "
                + file
                + ":3:19: weather.preset: its clouds change neither sun nor sky, which are the"
                + " scene's own gradient. Write sky: atmosphere, or no sky."),
        own.warningLines());
    for (String cloudless : List.of("clear", "haze", "fog", "dust")) {
      assertEquals(
          List.of(),
          reading("weather: {preset: " + cloudless + "}", "lighting: {sky: {illuminance: 900}}")
              .warnings());
    }
  }

  @Test
  void levelsOfAFactorAreWarnedOfOnce() throws IOException {
    SceneReading levels =
        reading(
            "factors: {w: {a: {}, b: {set: {weather: {preset: rain}}}, c: {set: {weather: {preset:"
                + " fog}}}}, n: {a: {}, b: {set: {camera: {fov: 40}}}}}",
            "lighting: {sky: {illuminance: 900}}");
    assertEquals(1, levels.warnings().size(), () -> "" + levels.warnings());
    assertEquals("3:50", place(levels.warnings().get(0).location()));
  }

  @Test
  void presetsBringWind() throws IOException {
    assertEquals(2.0, wind("{preset: rain}"));
    assertEquals(0.5, wind("{preset: snow}"));
    assertEquals(0.0, wind("{preset: fog, rain_mm_per_h: 3}"));
    assertEquals(7.0, wind("{preset: rain, wind: 7}"));
  }

  private double wind(String weather) throws IOException {
    SceneDescription scene = scene("weather: " + weather, "sky: atmosphere");
    return ((Distribution.Constant<Double>) scene.weather().orElseThrow().wind().distribution())
        .value();
  }

  private double cover(String line, String lighting) throws IOException {
    return ((Distribution.Constant<Double>)
            clouds(line, lighting).orElseThrow().cover().distribution())
        .value();
  }

  private Optional<CloudDescription> clouds(String line, String lighting) throws IOException {
    return scene(line, lighting).lighting().clouds();
  }

  private SceneDescription scene(String line, String lighting) throws IOException {
    return scene(reading(line, "lighting: {sun: {elevation: 30}, " + lighting + "}"));
  }

  private static SceneDescription scene(SceneReading reading) {
    return reading.scene().orElseThrow(() -> new AssertionError(reading.diagnostics()));
  }

  private static String place(Location location) {
    return location.line() + ":" + location.column();
  }

  private SceneReading reading(String line, String next) throws IOException {
    Path file = folder.resolve("scene.yaml");
    Files.writeString(
        file,
        "version: 1\nname: a\n" + line + "\n" + next + "\ncamera: {at: [0, 0, 1]}\nobjects: {}\n");
    return SceneReader.read(file, List.of());
  }
}
