package org.diorama.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {
  private static final GradientSky SKY =
      new GradientSky(LinearColor.BLACK, LinearColor.WHITE, LinearColor.BLACK);

  /** Maps that are kept from round to round would tell less than a new frame costs. */
  @ParameterizedTest
  @ValueSource(strings = {"sun, its shadow included", "sun shadows"})
  void shadowsAreMeasuredWithMapsOfTheirOwn(String name) {
    Feature feature = named(name);
    RenderJob job = job(true);
    assertTrue(feature.remakes());
    assertEquals(job, feature.on().of(job, 0));
    RenderJob with = feature.on().of(job, 3);
    RenderJob without = feature.off().of(job, 3);
    assertEquals(
        4,
        List.of(height(job), height(with), height(without), height(other(feature, job))).stream()
            .distinct()
            .count(),
        "each round is new, with and without");
    assertEquals(height(job), height(with), 1e-5, "and looks the same");
    assertTrue(with.has(Effect.SUN_SHADOWS) && with.lighting().sun().isPresent());
    assertFalse(without.has(Effect.SUN_SHADOWS) && without.lighting().sun().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun, its shadow included",
        "sun shadows",
        "lamps, their shadows included",
        "lamp shadows"
      })
  void whereThereIsNothingToLeaveOutTheJobStays(String name) {
    RenderJob job = job(false);
    assertEquals(job, named(name).off().of(job, 5));
    assertNotEquals(job, job(true));
  }

  private static RenderJob other(Feature feature, RenderJob job) {
    return feature.on().of(job, 4);
  }

  private static double height(RenderJob job) {
    return job.draws().get(0).worldFromObject().translation().z();
  }

  private static Feature named(String name) {
    return Feature.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static RenderJob job(boolean sunny) {
    SampledLighting.Sun sun = new SampledLighting.Sun(Vec3.UNIT_Z, LinearColor.WHITE, 0);
    View view =
        new View(
            "",
            new PinholeCamera(64, 48, 60, 60, 32, 24),
            Affine3.IDENTITY,
            Development.exposed(14),
            EnumSet.allOf(Channel.class));
    Affine3 place = Affine3.translation(new Vec3(100, 2, 1));
    return new RenderJob(
        List.of(new Draw(1, "box", "digest", 0, place, SampledMaterial.NONE)),
        new SampledLighting(sunny ? Optional.of(sun) : Optional.empty(), SKY),
        SampledWeather.CLEAR,
        List.of(view));
  }
}
