package org.diorama.cli.agreement;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.scenefile.SceneOverride;
import org.diorama.testkit.ImageComparison;
import org.diorama.testkit.RenderedImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Both renderers wet, flood and cover the same surfaces: under the table it stays dry. Both draw
 * the same shade in fog that the sun reaches.
 */
class WetAgreementTest {
  /**
   * OpenGL smooths edges and shadows, which the reference doesn't. Measured: up to 3.0 % of the
   * pixels and a mean of 1.42.
   */
  private static final ImageComparison COLOR = new ImageComparison(16, 0.04, 2);

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "1, 0.5, 0", "0.2, 0, 0.05"})
  void renderersAgreeOnWetAndSnowySurfaces(String wetness, String puddles, String snowDepth) {
    assertSimilar(
        "weather.wetness=" + wetness,
        "weather.puddles=" + puddles,
        "weather.snow_depth=" + snowDepth);
  }

  @Test
  void renderersAgreeOnBeamsInFog() {
    assertSimilar("weather.preset=fog", "weather.visibility=12", "weather.fog_height=3");
  }

  private static void assertSimilar(String... weather) {
    List<SceneOverride> changes =
        Stream.concat(Stream.of("image.width=160", "image.height=120"), Stream.of(weather))
            .map(text -> text.split("="))
            .map(pair -> SceneOverride.set(pair[0], pair[1]))
            .toList();
    try (LoadedScene scene = ShippedScenes.load("tabletop.yaml", changes);
        RenderSession openGl = Renderers.open("opengl", scene.library());
        RenderSession reference = Renderers.open("reference", scene.library())) {
      RenderJob job =
          RenderJob.of(new FrameSampler(scene.variants(), scene.library()).sample(3), Channel.USUAL)
              .without(Effect.OCCLUSION);
      try (RenderedFrame drawn = openGl.submit(List.of(job)).get(0).join();
          RenderedFrame traced = reference.submit(List.of(job)).get(0).join()) {
        COLOR.assertSimilar(
            String.join(", ", weather),
            RenderedImages.color(traced.views().get(0)),
            RenderedImages.color(drawn.views().get(0)));
      }
    }
  }
}
