package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.SceneDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weather's preset brings its clouds and its wind, unless the author says otherwise. */
class WeatherCloudsTest {
  @TempDir private Path folder;

  @Test
  void presetsBringClouds() throws IOException {
    assertEquals(1.0, cover("weather: {preset: rain}", "sky: atmosphere"));
    assertEquals(1.0, cover("weather: {preset: overcast}", "sky: atmosphere"));
    assertEquals(0.5, cover("weather: {preset: broken_cloud}", "sky: atmosphere"));
  }

  @Test
  void clearAirGradientsAndTheAuthorsOwnCloudsStay() throws IOException {
    assertTrue(clouds("weather: {preset: clear}", "sky: atmosphere").isEmpty());
    assertTrue(clouds("weather: {preset: rain}", "sky: {}").isEmpty());
    assertTrue(clouds("frames: 1", "sky: atmosphere").isEmpty());
    assertEquals(0.2, cover("weather: {preset: rain}", "sky: atmosphere, clouds: {cover: 0.2}"));
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
    Path file = folder.resolve("scene.yaml");
    Files.writeString(
        file,
        "version: 1\nname: a\n"
            + line
            + "\nlighting: {sun: {elevation: 30}, "
            + lighting
            + "}\ncamera: {at: [0, 0, 1]}\nobjects: {}\n");
    SceneReading reading = SceneReader.read(file, List.of());
    return reading.scene().orElseThrow(() -> new AssertionError(reading.diagnostics()));
  }
}
