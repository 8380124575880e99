package org.diorama.core.sample.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalDouble;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.image.SkyImageFact;
import org.junit.jupiter.api.Test;

class ImageLightTest {
  private static final double LUX = 200 * new LinearColor(5, 5, 5).luminance();
  private static final SkyBody SUN =
      new SkyBody(Rotations.direction(0.3, 0.5), new LinearColor(3, 2, 1), 0.02);

  private final FixedFacts facts =
      new FixedFacts()
          .withSky("clear", fact(Optional.of(SUN), OptionalDouble.empty()))
          .withSky("gray", fact(Optional.empty(), OptionalDouble.of(90)));

  private static SkyImageFact fact(Optional<SkyBody> sun, OptionalDouble unit) {
    return new SkyImageFact("digest", new LinearColor(5, 5, 5), sun, unit);
  }

  private ImageLight light(String file, double rotation, Optional<Double> lux, boolean sunApart) {
    return new ImageLight(
        new SkyDescription.Image(
            file,
            Scenes.constant("lighting.sky.rotation", rotation),
            lux.map(value -> Scenes.constant("lighting.sky.illuminance", value)),
            sunApart),
        new DrawLog(1, FramePosition.of(0, 1, 1)),
        facts);
  }

  /** Sun and image turn together, and level ground gets in all what was asked for. */
  @Test
  void theSunTurnsWithTheImage() {
    SampledLighting light = light("clear", 90, Optional.of(LUX), true).sample();
    SampledLighting.Sun sun = light.sun().orElseThrow();
    Vec3 expected = Rotations.direction(0.3 + Math.PI / 2, 0.5);
    assertEquals(0, sun.towards().minus(expected).length(), 1e-12);
    assertEquals(SUN.illuminance().times(200), sun.illuminance());
    assertEquals(0.02, sun.angularDiameter());
    assertEquals(new ImageSky("clear", "digest", Math.PI / 2, 200, true), light.sky());
    assertEquals(Optional.empty(), light("clear", 0, Optional.of(LUX), false).sample().sun());
  }

  @Test
  void aFileMaySayHowBrightItIs() {
    assertEquals(90, ((ImageSky) light("gray", 0, Optional.empty(), true).sample().sky()).unit());
    DioramaException e =
        assertThrows(
            DioramaException.class, () -> light("clear", 0, Optional.empty(), true).sample());
    assertEquals(ExitStatus.BAD_INPUT, e.status());
  }

  /** For lamps that wait for dusk. */
  @Test
  void whereTheSunStands() {
    double sun = light("clear", 0, Optional.of(1.0), false).sunElevation();
    assertEquals(Math.toDegrees(0.5), sun, 1e-9);
    assertEquals(90, light("gray", 0, Optional.empty(), true).sunElevation());
    assertEquals(-90, light("gray", 0, Optional.of(10.0), true).sunElevation());
  }
}
