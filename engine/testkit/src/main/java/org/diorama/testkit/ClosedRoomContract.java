package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;

/**
 * A closed room under a bright sky whose walls all glow alike with luminance L and reflect ρ: they
 * look L / (1 - ρ) everywhere, all bounces together, and no light of the sky gets in.
 */
public final class ClosedRoomContract {
  private static final double EV = 12;
  private static final int SIZE = 40;
  private static final double COLOR = 0.5;
  private static final Affine3 ROOM = AnalyticScenes.centered(new Vec3(0, 0, 1), 4);

  /**
   * What walls of that color reflect of light from all around: at this roughness their lobe mirrors
   * 3.1 % of it.
   */
  private static final double REFLECTANCE = 0.031 + 0.969 * COLOR;

  private static final double ROUGHNESS = 0.8;

  private static final double GLOW = 0.3;

  /**
   * The lobe mirrors from 2.3 % straight on to 7 % seen at an angle; a code is 1.1 % wide. What
   * lobes mirror from wall to wall counts: without it this room is 2.3 % darker.
   */
  private static final double TOLERANCE = 0.02;

  /** Thickness of walls that let no light in, meters. */
  private static final double WALL = 0.02;

  private ClosedRoomContract() {}

  /** Holds for every pixel. */
  public static void hold(FinishContract.Drawing renderer) {
    InMemoryAssets assets = AnalyticScenes.shapes();
    hold(renderer, assets, List.of(room(assets)));
  }

  /** Clear panes in it can't be told from the walls: what they mirror and let pass is all light. */
  public static void hidesPanes(FinishContract.Drawing renderer) {
    InMemoryAssets assets = AnalyticScenes.shapes();
    Affine3 pane = Rotations.lookAt(new Vec3(-0.5, 0.6, 0.7), new Vec3(0.4, -1, 2.2));
    hold(renderer, assets, List.of(room(assets), assets.draw(2, "plane", pane, glass())));
  }

  private static void hold(
      FinishContract.Drawing renderer, InMemoryAssets assets, List<Draw> draws) {
    LinearColor sky = LinearColor.WHITE.times(20 / Development.exposureFactor(EV));
    RenderJob job =
        new RenderJob(
                draws,
                new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky)),
                List.of(view(EV)))
            .without(Effect.OCCLUSION);
    renderer.frame(
        assets, job, frame -> assertEven(frame.views().get(0), GLOW / (1 - REFLECTANCE)));
  }

  /**
   * With no light of its own it is as black as a byte can be, at an exposure of moonlight under a
   * sun of any height: walls of 2 cm let in neither sun nor sky, not at their edges either.
   *
   * @param azimuth of the sun, degrees
   * @param elevation of the sun, degrees
   */
  public static void staysDark(FinishContract.Drawing renderer, double azimuth, double elevation) {
    LinearColor sky = LinearColor.WHITE.times(5_000);
    InMemoryAssets assets = AnalyticScenes.shapes();
    SampledLighting.Sun sun =
        new SampledLighting.Sun(
            Rotations.direction(Math.toRadians(azimuth), Math.toRadians(elevation)),
            LinearColor.WHITE.times(100_000),
            0.0093);
    RenderJob job =
        new RenderJob(
            List.of(
                assets.draw(1, "box", ROOM),
                assets.draw(2, "box", AnalyticScenes.centered(new Vec3(0, 0, 1), 4 + 2 * WALL))),
            new SampledLighting(Optional.of(sun), new GradientSky(sky, sky, sky)),
            List.of(view(-3)));
    renderer.frame(
        assets,
        job,
        frame -> {
          ByteBuffer color = frame.views().get(0).plane(Channel.COLOR);
          for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            assertEquals(
                0,
                color.getInt(4 * pixel) & 0xffffff,
                "sun at " + azimuth + ", " + elevation + " degrees, pixel " + pixel);
          }
        });
  }

  private static Draw room(InMemoryAssets assets) {
    SampledMaterial glowing =
        new SampledMaterial(
            Optional.of(LinearColor.WHITE.times(COLOR)),
            Optional.of(0.0),
            Optional.of(ROUGHNESS),
            Optional.empty(),
            Optional.of(LinearColor.WHITE.times(GLOW / Development.exposureFactor(EV))),
            Optional.empty(),
            List.of());
    return assets.draw(1, "box", ROOM, glowing);
  }

  private static SampledMaterial glass() {
    SampledFinish clear =
        new SampledFinish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(1.0),
            Optional.of(1.5),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new SampledMaterial(
        Optional.of(LinearColor.WHITE),
        Optional.of(0.0),
        Optional.of(0.0),
        Optional.of(clear),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static View view(double exposure) {
    return new View(
        "",
        new PinholeCamera(SIZE, SIZE, 24, 24, SIZE / 2.0, SIZE / 2.0),
        Rotations.lookAt(new Vec3(0.3, -1, 1.4), new Vec3(0.2, 1.5, 0)),
        Development.exposed(exposure),
        Channel.USUAL);
  }

  private static void assertEven(RenderedView view, double expected) {
    ByteBuffer color = view.plane(Channel.COLOR);
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      double seen = FurnaceContract.linear(color.get(4 * pixel + 1) & 0xff);
      assertEquals(expected, seen, TOLERANCE * expected, "pixel " + pixel);
    }
  }
}
