package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.SkyPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of light become. */
class LightingTest {
  @TempDir private Path folder;

  @Test
  void lightBetweenSurfacesIsThereUnlessItIsSwitchedOff() {
    assertEquals(IndirectLight.ALL, lighting("sun: none").indirect());
    assertEquals(new IndirectLight(false, true), lighting("occlusion: false").indirect());
    assertEquals(new IndirectLight(true, false), lighting("bounce: false").indirect());
  }

  @Test
  void aSunByDateAndAnAtmosphere() {
    LightingDescription light =
        lighting(
            """
            sun:
              date: 2024-12-31
              time: {uniform: [8, 18]}
              latitude: 48
              longitude: 11.5
              utc_offset: 1
              north: 0
              temperature: 4000
            moon: none
            sky: {atmosphere: {visibility: 9000, altitude: 500}}
            """);
    LightingDescription.Sun sun = light.sun().orElseThrow();
    assertEquals(
        new SkyPlace.Moment(
            2024,
            constant("sun.date.day", 366),
            new Parameter<>("lighting.sun.time", new Distribution.Uniform(8, 18), Scope.SEQUENCE),
            constant("sun.latitude", 48),
            constant("sun.longitude", 11.5),
            Optional.of(constant("sun.utc_offset", 1)),
            constant("sun.north", 0)),
        sun.place());
    assertEquals(Optional.of(constant("sun.temperature", 4000)), sun.temperature());
    assertEquals(Optional.empty(), sun.illuminance(), "the air decides it");
    assertEquals(new MoonDescription.None(), light.moon());
    assertEquals(
        new SkyDescription.Atmosphere(
            constant("sky.atmosphere.visibility", 9000),
            constant("sky.atmosphere.ozone", 300),
            Parameter.constant(
                "lighting.sky.atmosphere.ground_albedo", new LinearColor(0.18, 0.17, 0.14)),
            constant("sky.atmosphere.altitude", 500)),
        light.sky());
  }

  @Test
  void oneWordIsTheUsualAtmosphere() {
    LightingDescription word = lighting("sun: {elevation: 30}\nsky: atmosphere\n");
    assertEquals(lighting("sun: {elevation: 30}\nsky: {atmosphere: {}}\n"), word);
    assertEquals(new MoonDescription.OfTheMoment(), word.moon());
  }

  @Test
  void aMoonStandsWhereItIsSaidTo() {
    assertEquals(
        new MoonDescription.Placed(
            new SkyPlace.Angles(constant("moon.azimuth", 225), constant("moon.elevation", 20)),
            constant("moon.illuminated", 0.5)),
        lighting("moon: {elevation: 20, illuminated: 0.5}\nsky: atmosphere\n").moon());
  }

  @Test
  void cloudsHaveTheirUsualShape() {
    assertEquals(
        Optional.of(
            new CloudDescription(
                constant("clouds.cover", 0.4),
                constant("clouds.base", 1200),
                constant("clouds.thickness", 1000),
                new Parameter<>(
                    "lighting.clouds.seed",
                    new Distribution.UniformInt(0, 1_000_000),
                    Scope.SEQUENCE))),
        lighting("clouds: {cover: 0.4}\nsky: atmosphere\n").clouds());
  }

  /** Equal scenes have equal keys, however a day is written. */
  @Test
  void aDayIsWrittenInTwoWays() {
    String rest = "latitude: 3}\n";
    Map<String, String> date = keys("sun: {date: 2026-02-01, " + rest);
    assertEquals(date, keys("sun: {date: {year: 2026, day: 32}, " + rest));
    assertEquals("32", date.get("lighting.sun.date.day"));
    assertFalse(date.containsKey("lighting.sun.elevation"));
    assertEquals("100000", date.get("lighting.sun.illuminance"), "a gradient asks for it");
    assertFalse(keys("sky: atmosphere\n").containsKey("lighting.sun.illuminance"));
  }

  @Test
  void anImageBringsItsOwnSun() throws IOException {
    Files.createFile(folder.resolve("studio.hdr"));
    String sky = "sky: {hdri: studio.hdr, rotation: 90, illuminance: 9000}\n";
    assertEquals(
        new LightingDescription(
            Optional.empty(),
            new SkyDescription.Image(
                "studio.hdr",
                constant("sky.rotation", 90),
                Optional.of(constant("sky.illuminance", 9000)),
                true)),
        lighting(sky));
    SkyDescription.Image whole = (SkyDescription.Image) lighting(sky + "sun: none\n").sky();
    assertFalse(whole.sunApart(), "it stays in the image");
    assertEquals("studio.hdr", keys(sky).get("lighting.sky.hdri"));
    assertFalse(keys(sky).containsKey("lighting.sky.zenith"));
  }

  @Test
  void whatDoesNotGoWithAnImage() throws IOException {
    Files.createFile(folder.resolve("studio.hdr"));
    String sky = "sky: {hdri: studio.hdr}\n";
    assertEquals(
        "an hdri has a sun of its own. Remove this; where it is included, write sun: null.",
        problem(sky + "sun: {elevation: 3}\n"));
    assertEquals(
        "an hdri has no clouds. Write sky: atmosphere, or remove this.",
        problem(sky + "clouds: {cover: 1}\n"));
    assertEquals(
        "no file studio.exr. Did you mean studio.hdr?", problem("sky: {hdri: studio.exr}\n"));
    assertEquals(
        "../studio.hdr lies outside the scene's folder. Copy it there, or name its folder on the"
            + " command line: --models DIR.",
        problem("sky: {hdri: ../studio.hdr}\n"));
  }

  private String problem(String lighting) {
    List<String> lines =
        SceneText.read(folder, text(lighting)).findings().shown().stream()
            .map(Object::toString)
            .toList();
    assertEquals(1, lines.size(), lines.toString());
    return lines.get(0).replaceFirst("^\\S+ \\S+: ", "");
  }

  private Map<String, String> keys(String lighting) {
    return SceneText.read(folder, text(lighting)).resolvedKeys();
  }

  private LightingDescription lighting(String yaml) {
    return SceneText.scene(folder, text(yaml)).lighting();
  }

  private static String text(String lighting) {
    return SceneText.MINIMAL + "lighting:\n" + lighting.indent(2);
  }

  private static Parameter<Double> constant(String path, double value) {
    return Parameter.constant("lighting." + path, value);
  }
}
