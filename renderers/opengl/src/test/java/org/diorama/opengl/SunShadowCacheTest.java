package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.SampledWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** The sun's shadow maps that are kept from view to view show in no byte. */
class SunShadowCacheTest {
  private static final String PROGRAM = "shadow.vert + shadow.frag";
  private static final String GLASS_PROGRAM = "sun_glass.vert + sun_glass.frag";
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  private static final LinearColor RED = new LinearColor(0.9, 0.1, 0.1);
  private static final LinearColor GREEN = new LinearColor(0.1, 0.9, 0.1);

  /** Behind the fine balls that stay, one that moves is worth drawing alone. */
  private static final int STAYING = 3;

  private final InMemoryAssets assets = new InMemoryAssets();

  SunShadowCacheTest() {
    Material pale = Material.plain("pale", LinearColor.WHITE.times(0.8), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), pale);
    assets.add("ball", Shape.SPHERE.mesh(128), pale);
    Finish glass =
        new Finish(Finish.Coat.NONE, Finish.Sheen.NONE, Finish.Transmission.pane(0.9), 0);
    assets.add("pane", Shape.PLANE.mesh(4), pale.with(glass));
  }

  @Test
  void warmFramesEqualColdOnes() {
    List<RenderJob> frames = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      frames.add(job(0.1 * i, 40, -5));
    }
    frames.add(job(0.1, 41, -5)); // another sun
    frames.add(job(0.1, 40, -4.5)); // another camera
    frames.add(job(0.2, 40, -5, -4.5)); // both cameras
    frames.add(job(0.3, 40, -5, -4.5));
    frames.add(frames.get(1));
    List<byte[]> cold = new ArrayList<>();
    for (RenderJob frame : frames) {
      Renders.session(assets, 1, session -> cold.add(color(session, frame)));
    }
    Renders.session(
        assets,
        1,
        session -> {
          for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(cold.get(i), color(session, frames.get(i)), "frame " + i);
          }
        });
    assertTrue(
        !Arrays.equals(cold.get(0), cold.get(1)),
        "a ball that moves must be seen to prove a thing");
  }

  /** Glass that moves, is of another kind or isn't there, and what moves below glass. */
  @Test
  void warmFramesOfGlassEqualColdOnes() {
    List<RenderJob> frames =
        List.of(
            glazed(job(0.1, 40, -5), RED, 0),
            glazed(job(0.1, 40, -5), RED, 0.2),
            glazed(job(0.1, 40, -5), GREEN, 0.2),
            job(0.1, 40, -5),
            glazed(job(0.2, 40, -5, -4.5), GREEN, 0.2),
            glazed(job(0.1, 40, -5), RED, 0),
            glazed(job(0.1, 40, -5), RED, 0));
    List<byte[]> cold = new ArrayList<>();
    for (RenderJob frame : frames) {
      Renders.session(assets, 1, session -> cold.add(color(session, frame)));
    }
    Renders.session(
        assets,
        1,
        session -> {
          int[] runs = new int[frames.size() + 1];
          for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(cold.get(i), color(session, frames.get(i)), "frame " + i);
            runs[i + 1] = session.census().programRuns().getOrDefault(GLASS_PROGRAM, 0);
          }
          assertEquals(
              runs[frames.size() - 1], runs[frames.size()], "the same again is still there");
        });
    assertTrue(!Arrays.equals(cold.get(0), cold.get(1)), "glass that moves must be seen");
    assertTrue(!Arrays.equals(cold.get(1), cold.get(2)), "another kind must be seen");
  }

  /** A pane of one model whatever its color: its material alone tells it apart. */
  private RenderJob glazed(RenderJob job, LinearColor color, double aside) {
    SampledMaterial tint =
        new SampledMaterial(Optional.of(color), Optional.empty(), Optional.empty());
    List<Draw> draws = new ArrayList<>(job.draws());
    draws.add(assets.draw(9, "pane", Affine3.translation(new Vec3(aside, 0.4, 1.2)), tint));
    return new RenderJob(draws, job.lighting(), job.weather(), job.views());
  }

  @Test
  void whatHasNotChangedIsNotDrawnAgain() {
    Renders.session(
        assets,
        1,
        session -> {
          color(session, job(0.3, 40, -5, -4.5));
          int first = runs(session);
          assertTrue(first > 0);
          color(session, job(0.3, 40, -5, -4.5));
          assertEquals(first, runs(session), "each camera has its own");
          color(session, job(0.3, 40, -4.5));
          assertEquals(first, runs(session), "the second camera alone");
          color(session, job(0.35, 40, -5));
          int second = runs(session);
          assertTrue(second > first, "a ball has moved");
          color(session, job(0.35, 50, -5));
          assertTrue(runs(session) > second, "the sun has moved");
        });
  }

  private static int runs(OpenGlSession session) {
    return session.census().programRuns().getOrDefault(PROGRAM, 0);
  }

  private static byte[] color(OpenGlSession session, RenderJob job) {
    try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
      ByteBuffer all =
          ByteBuffer.allocate(4 * CAMERA.width() * CAMERA.height() * frame.views().size());
      for (RenderedView view : frame.views()) {
        all.put(view.plane(Channel.COLOR).duplicate());
      }
      return all.array();
    }
  }

  /** A floor with fine balls that stay and one that moves, seen from some places. */
  private RenderJob job(double moved, double elevation, double... eyes) {
    SampledLighting.Sun sun =
        new SampledLighting.Sun(
            Rotations.direction(0.7, Math.toRadians(elevation)),
            LinearColor.WHITE.times(60_000),
            0.0093);
    List<Draw> draws = new ArrayList<>();
    draws.add(assets.draw(1, "floor", Affine3.scaling(new Vec3(20, 20, 1))));
    for (int i = 0; i < STAYING; i++) {
      draws.add(assets.draw(2 + i, "ball", Affine3.translation(new Vec3(i - 1.5, 0.9, 0.5))));
    }
    draws.add(assets.draw(2 + STAYING, "ball", Affine3.translation(new Vec3(moved, -0.6, 0.5))));
    List<View> views =
        IntStream.range(0, eyes.length)
            .mapToObj(
                i ->
                    new View(
                        eyes.length == 1 ? "" : "eye" + i,
                        CAMERA,
                        Rotations.lookAt(new Vec3(0, eyes[i], 3), Vec3.ZERO),
                        Development.exposed(14),
                        EnumSet.allOf(Channel.class)))
            .toList();
    return new RenderJob(
        draws,
        new SampledLighting(Optional.of(sun), LampLab.NIGHT.sky()),
        SampledWeather.CLEAR,
        views);
  }
}
