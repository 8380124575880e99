package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * The white furnace: a white ball under a uniform white sky can't be told from that sky, whatever
 * lobes reflect its light, seen from any angle.
 */
public final class FurnaceContract {
  /** Code of the sky in the image; its value lies where the tone curve is the identity. */
  private static final int CODE = 218;

  private static final double BRIGHT = linear(CODE);
  private static final double EV = 12;
  private static final int SIZE = 48;
  private static final double[] ROUGHNESS = {0.05, 0.2, 0.4, 0.6, 0.8, 1};
  private static final double TOLERANCE = 0.01;

  /** Roughnesses of coats and sheens, on a surface of middle roughness. */
  private static final double[] LOBES = {0.1, 0.25, 0.5, 1};

  private FurnaceContract() {}

  /**
   * Balls of a dielectric and of a metal, each of several roughnesses, and under coats and sheens,
   * from the middle to the outline, with every effect off.
   */
  public static void hold(FinishContract.Drawing renderer) {
    hold(renderer, EnumSet.allOf(Effect.class));
  }

  /** The same with some effects off only: on a convex thing, alone, the others change nothing. */
  public static void hold(FinishContract.Drawing renderer, EnumSet<Effect> without) {
    InMemoryAssets assets = AnalyticScenes.shapes();
    List<View> views = new ArrayList<>();
    List<Draw> draws = new ArrayList<>();
    for (double metallic : new double[] {0, 1}) {
      for (double roughness : ROUGHNESS) {
        // Far enough apart that none reflects another.
        Vec3 middle = new Vec3(1000 * draws.size(), 0, 0);
        draws.add(ball(assets, middle, metallic, roughness, Optional.empty()));
        views.add(view("metallic " + metallic + ", roughness " + roughness, middle));
      }
      for (double roughness : LOBES) {
        for (boolean coat : new boolean[] {true, false}) {
          Vec3 middle = new Vec3(1000 * draws.size(), 0, 0);
          draws.add(ball(assets, middle, metallic, 0.4, Optional.of(finish(coat, roughness))));
          views.add(
              view("metallic " + metallic + (coat ? ", coat " : ", sheen ") + roughness, middle));
        }
      }
    }
    LinearColor luminance = LinearColor.WHITE.times(BRIGHT / Development.exposureFactor(EV));
    SampledLighting light =
        new SampledLighting(Optional.empty(), new GradientSky(luminance, luminance, luminance));
    RenderJob job = new RenderJob(draws, light, views);
    for (Effect effect : without) {
      job = job.without(effect);
    }
    renderer.frame(assets, job, frame -> frame.views().forEach(FurnaceContract::assertVanished));
  }

  private static SampledFinish finish(boolean coat, double roughness) {
    return new SampledFinish(
        coat ? Optional.of(1.0) : Optional.empty(),
        coat ? Optional.of(roughness) : Optional.empty(),
        coat ? Optional.empty() : Optional.of(LinearColor.WHITE),
        coat ? Optional.empty() : Optional.of(roughness),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Draw ball(
      InMemoryAssets assets,
      Vec3 middle,
      double metallic,
      double roughness,
      Optional<SampledFinish> finish) {
    SampledMaterial white =
        new SampledMaterial(
            Optional.of(LinearColor.WHITE),
            Optional.of(metallic),
            Optional.of(roughness),
            finish,
            Optional.empty(),
            Optional.empty(),
            List.of());
    Affine3 pose = AnalyticScenes.centered(middle, 2);
    int id = 1 + (int) Math.round(middle.x() / 1000);
    return assets.draw(id, "sphere", pose, white);
  }

  private static View view(String name, Vec3 middle) {
    return new View(
        name,
        new PinholeCamera(SIZE, SIZE, SIZE, SIZE, SIZE / 2.0, SIZE / 2.0),
        Rotations.lookAt(middle.plus(new Vec3(0.2, -2.6, 0.7)), middle),
        Development.exposed(EV),
        Channel.USUAL);
  }

  private static void assertVanished(RenderedView view) {
    ByteBuffer color = view.plane(Channel.COLOR);
    ByteBuffer instance = view.plane(Channel.INSTANCE);
    int seen = 0;
    double least = 2;
    double most = 0;
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      if (instance.getShort(2 * pixel) != 0) {
        seen++;
        for (int channel = 0; channel < 3; channel++) {
          double share = linear(color.get(4 * pixel + channel) & 0xff) / BRIGHT;
          least = Math.min(least, share);
          most = Math.max(most, share);
        }
      }
    }
    assertEquals(0.35, seen / (double) (SIZE * SIZE), 0.2, view.name() + ": share of the image");
    assertEquals(1, least, TOLERANCE, view.name() + ": darkest");
    assertEquals(1, most, TOLERANCE, view.name() + ": brightest");
  }

  static double linear(int code) {
    double v = code / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }
}
