package org.diorama.cli.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.View;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.scenefile.SceneOverride;
import org.diorama.testkit.ImageComparison;
import org.diorama.testkit.OracleComparison;
import org.diorama.testkit.OracleReport;
import org.diorama.testkit.RenderedImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Both renderers draw random frames of the scenes that we ship: all their labels are held against
 * exact rays, at the world's origin and ten kilometers from it, and the colors of some against each
 * other.
 */
class RendererAgreementTest {
  private static final int FRAMES = 20;

  /** Of these, so many have the planes of surfaces and silhouettes, too. */
  private static final int SURFACE_FRAMES = 4;

  /**
   * And so many have colors, which cost far more rays than labels do: where a scene is drawn at
   * both places, every other one of them at each.
   */
  private static final int COLOR_FRAMES = 6;

  private static final long SEED = 20261122;
  private static final Vec3 TEN_KILOMETERS = new Vec3(7071.3, -7070.9, 11.7);

  /**
   * OpenGL smooths edges and shadows and darkens what lies close together, which the reference
   * doesn't; both weigh sky, sun and lamps alike. Measured: 6.3 % of the street's pixels, nearly
   * all of them on the edges of windows and paving stones, and a mean of 3.7, which is 2.5 without
   * what lies close together.
   */
  private static final ImageComparison COLOR = new ImageComparison(16, 0.07, 3.9);

  /** Which of the first frames have colors. */
  enum Colored {
    ALL,
    EVEN,
    ODD;

    boolean has(int frame) {
      return frame < COLOR_FRAMES && (this == ALL || (frame % 2 == 0) == (this == EVEN));
    }
  }

  private static final List<SceneOverride> SMALL =
      List.of(SceneOverride.set("image.width", "320"), SceneOverride.set("image.height", "240"));

  @ParameterizedTest
  @CsvSource({
    "tabletop, false, EVEN",
    "tabletop, true, ODD",
    "street, false, EVEN",
    "street, true, ODD",
    "courtyard, false, ALL",
    "living_room, false, ALL",
    "still_life, false, ALL",
    "room_lamps, false, EVEN",
    "room_lamps, true, ODD",
    "softboxes, false, ALL",
    "materials, false, ALL"
  })
  void renderersAgreeWithExactRays(String sceneName, boolean farAway, Colored colored) {
    Vec3 offset = farAway ? TEN_KILOMETERS : Vec3.ZERO;
    String what = sceneName + " moved by " + offset + ", frames of seed " + SEED;
    try (LoadedScene scene = ShippedScenes.load(sceneName + ".yaml", SMALL);
        RenderSession openGl = Renderers.open("opengl", scene.library());
        RenderSession reference = Renderers.open("reference", scene.library())) {
      OracleReport openGlTotal = OracleReport.EMPTY;
      OracleReport referenceTotal = OracleReport.EMPTY;
      List<RenderJob> jobs = jobs(scene, offset, colored);
      // All at once: each renderer has a lane for every core.
      List<CompletableFuture<RenderedFrame>> tracing = reference.submit(jobs);
      List<CompletableFuture<RenderedFrame>> drawing = openGl.submit(jobs);
      for (int n = 0; n < FRAMES; n++) {
        RenderJob job = jobs.get(n);
        try (RenderedFrame drawn = drawing.get(n).join();
            RenderedFrame traced = tracing.get(n).join()) {
          for (int i = 0; i < job.views().size(); i++) {
            OracleComparison judge = new OracleComparison(job, job.views().get(i), scene.library());
            openGlTotal = openGlTotal.plus(judge.judge(drawn.views().get(i)));
            referenceTotal = referenceTotal.plus(judge.judge(traced.views().get(i)));
            if (colored.has(n)) {
              COLOR.assertSimilar(
                  sceneName,
                  RenderedImages.color(traced.views().get(i)),
                  RenderedImages.color(drawn.views().get(i)));
            }
          }
        }
      }
      System.out.println(what + "\n  OpenGL: " + openGlTotal.summary());
      System.out.println("  reference: " + referenceTotal.summary());
      openGlTotal.assertAgreement("OpenGL, " + what);
      referenceTotal.assertAgreement("reference, " + what);
    }
  }

  private static List<RenderJob> jobs(LoadedScene scene, Vec3 offset, Colored colored) {
    FrameSampler sampler = new FrameSampler(scene.variants(), scene.library());
    long[] frames = new Random(SEED).longs(FRAMES, 0, 1_000_000).toArray();
    List<RenderJob> jobs = new ArrayList<>();
    for (int n = 0; n < FRAMES; n++) {
      SampledFrame frame = sampler.sample(frames[n]);
      boolean surfaces = n < SURFACE_FRAMES;
      EnumSet<Channel> channels =
          surfaces ? EnumSet.allOf(Channel.class) : EnumSet.copyOf(Channel.USUAL);
      if (!colored.has(n)) {
        channels.remove(Channel.COLOR);
      }
      RenderJob job =
          RenderJob.of(
              frame,
              channels,
              surfaces ? EnumSet.of(Measure.SILHOUETTES) : EnumSet.noneOf(Measure.class));
      jobs.add(moved(job, offset));
    }
    return jobs;
  }

  private static SampledLamp moved(SampledLamp lamp, Affine3 move) {
    return new SampledLamp(
        lamp.name(),
        lamp.index(),
        lamp.shape(),
        MotionStates.still(move.times(lamp.worldFromLamp().atLabelInstant())),
        lamp.intensity(),
        lamp.visible());
  }

  private static RenderJob moved(RenderJob job, Vec3 offset) {
    Affine3 move = Affine3.translation(offset);
    return new RenderJob(
        job.draws().stream().map(draw -> draw.at(move.times(draw.worldFromObject()))).toList(),
        job.lighting()
            .with(job.lighting().lamps().stream().map(lamp -> moved(lamp, move)).toList()),
        job.views().stream()
            .map(
                view ->
                    new View(
                        view.name(),
                        view.camera(),
                        move.times(view.worldFromCamera()),
                        view.development(),
                        view.channels(),
                        view.measures()))
            .toList());
  }
}
