package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.View;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.SampledWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Shadow maps of lamps that are kept from frame to frame show in no byte. */
class LampShadowCacheTest {
  private static final String PROGRAM = "lamp_shadow.vert + shadow.frag";
  private static final String GLASS_PROGRAM = "lamp_glass.vert + lamp_glass.frag";
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  private final InMemoryAssets assets = new InMemoryAssets();

  LampShadowCacheTest() {
    Material pale = Material.plain("pale", LinearColor.WHITE.times(0.8), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), pale);
    assets.add("ball", Shape.SPHERE.mesh(128), pale);
    assets.add("pane", Shape.PLANE.mesh(4), pale);
  }

  @Test
  void warmFramesEqualColdOnes() {
    List<RenderJob> frames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      frames.add(job(0.3 * i, -5, 0));
    }
    frames.add(job(0.3, -4, 0)); // another camera
    frames.add(job(0.3, -5, 0.2)); // the lamp itself has moved
    frames.add(frames.get(1));
    List<byte[]> cold = cold(frames);
    Renders.session(
        assets,
        1,
        session -> {
          for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(cold.get(i), color(session, frames.get(i)), "frame " + i);
          }
        });
  }

  /** The colors of frames, each in a session of its own. */
  private List<byte[]> cold(List<RenderJob> frames) {
    List<byte[]> colors = new ArrayList<>();
    for (RenderJob frame : frames) {
      Renders.session(assets, 1, session -> colors.add(color(session, frame)));
    }
    return colors;
  }

  @Test
  void whatHasNotChangedIsNotDrawnAgain() {
    Renders.session(
        assets,
        1,
        session -> {
          color(session, job(0.3, -5, 0));
          int first = runs(session);
          assertTrue(first > 0);
          color(session, job(0.3, -5, 0));
          color(session, job(0.3, -4.5, 0));
          assertEquals(first, runs(session), "the maps know no camera");
          color(session, job(0.6, -5, 0));
          assertTrue(runs(session) > first, "a ball has moved");
        });
  }

  /** Glass that moves or is of another kind, and what moves below glass. */
  @Test
  void warmFramesOfGlassEqualColdOnes() {
    LampShape disk = new LampShape.Disk(0.3);
    List<RenderJob> frames =
        List.of(
            job(disk, 0.3, -5, 0, pane(0.5, 0)),
            job(disk, 0.3, -5, 0, pane(0.5, 0.2)),
            job(disk, 0.3, -5, 0, pane(0.9, 0.2)),
            job(disk, 0.6, -5, 0, pane(0.9, 0.2)));
    List<byte[]> cold = cold(frames);
    Renders.session(
        assets,
        1,
        session -> {
          for (int i = 0; i <= frames.size(); i++) {
            int frame = i % frames.size();
            assertArrayEquals(cold.get(frame), color(session, frames.get(frame)), "frame " + i);
          }
          int drawn = glassRuns(session);
          assertTrue(drawn > 0);
          color(session, job(0.3, -5, 0));
          color(session, job(disk, 0.3, -4, 0, pane(0.5, 0)));
          assertEquals(drawn, glassRuns(session), "no glass, and another camera");
        });
    assertFalse(Arrays.equals(cold.get(0), cold.get(1)), "glass that moves must be seen");
    assertFalse(Arrays.equals(cold.get(1), cold.get(2)), "another kind must be seen");
  }

  private static int glassRuns(OpenGlSession session) {
    return session.census().programRuns().getOrDefault(GLASS_PROGRAM, 0);
  }

  /** Of one model, so that its material alone tells its kinds apart. */
  private Draw pane(double share, double aside) {
    SampledFinish glass =
        new SampledFinish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(share),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return assets.draw(
        9,
        "pane",
        Affine3.translation(new Vec3(aside, -0.2, 1.2)),
        SampledMaterial.of(Optional.of(glass)));
  }

  /** A street lamp is narrow from the street, however near its post is: one map a face. */
  @Test
  void aPostBesideALampDoesNotCutItIntoCells() {
    LampShape shape = new LampShape.Rectangle(0.2, 0.4);
    Draw post =
        assets.draw(
            4,
            "ball",
            Affine3.translation(new Vec3(0, -0.3, 2.7))
                .times(Affine3.scaling(new Vec3(0.1, 0.1, 0.5))));
    Draw crate = assets.draw(4, "ball", Affine3.translation(new Vec3(0, -1, 1.3)));
    int alone = mapsDrawn(shape);
    assertEquals(alone, mapsDrawn(shape, post));
    assertTrue(mapsDrawn(shape, crate) > 2 * alone, "what hangs right below it is another matter");
  }

  private int mapsDrawn(LampShape shape, Draw... more) {
    int[] runs = {0};
    Renders.session(
        assets,
        1,
        session -> {
          color(session, job(shape, 0.3, -5, 0, more));
          runs[0] = runs(session);
        });
    return runs[0];
  }

  private static int runs(OpenGlSession session) {
    return session.census().programRuns().getOrDefault(PROGRAM, 0);
  }

  private static byte[] color(OpenGlSession session, RenderJob job) {
    try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
      byte[] copy = new byte[4 * CAMERA.width() * CAMERA.height()];
      frame.views().get(0).plane(Channel.COLOR).duplicate().get(copy);
      return copy;
    }
  }

  /** A floor with a fine ball that stays and one that moves, under a lamp. */
  private RenderJob job(double moved, double eye, double lampAt) {
    return job(new LampShape.Disk(0.3), moved, eye, lampAt);
  }

  private RenderJob job(LampShape shape, double moved, double eye, double lampAt, Draw... more) {
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            shape,
            MotionStates.still(
                Rotations.forwardLeftUp(
                    Rotations.lookAt(new Vec3(lampAt, -1, 3), new Vec3(0, 0, 0)))),
            LinearColor.WHITE.times(900),
            false);
    View view =
        new View(
            "",
            CAMERA,
            Rotations.lookAt(new Vec3(0, eye, 3), Vec3.ZERO),
            Development.exposed(6),
            EnumSet.allOf(Channel.class));
    List<Draw> draws = new ArrayList<>(List.of(more));
    draws.addAll(
        List.of(
            assets.draw(1, "floor", Affine3.scaling(new Vec3(20, 20, 1))),
            assets.draw(2, "ball", Affine3.translation(new Vec3(-0.8, 0, 0.5))),
            assets.draw(3, "ball", Affine3.translation(new Vec3(moved, 0.4, 0.5)))));
    return new RenderJob(
        draws, LampLab.NIGHT.with(List.of(lamp)), SampledWeather.CLEAR, List.of(view));
  }
}
