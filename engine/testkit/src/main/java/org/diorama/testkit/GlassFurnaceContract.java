package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.glass.DielectricBorder;
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
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;

/**
 * The white furnace for closed bodies of glass: light is mirrored and refracted, to and fro inside,
 * but none of it is lost, so that clear ones vanish; what tinted ones leave has a closed form for
 * balls. With every effect off.
 */
public final class GlassFurnaceContract {
  /** Code of the sky in the image; its value lies where the tone curve is the identity. */
  private static final int CODE = 218;

  private static final double BRIGHT = FurnaceContract.linear(CODE);
  private static final double EV = 12;

  /** Pixels of an image's side where clear balls vanish, and where tinted ones are compared. */
  private static final int SMALL = 32;

  private static final int LARGE = 64;
  private static final double TOLERANCE = 0.01;

  /** Of the camera, from a ball's middle. */
  private static final Vec3 EYE = new Vec3(0.2, -2.6, 0.7);

  /** Of water, glass and diamond. */
  private static final double[] INDICES = {1.33, 1.5, 2.4};

  /** Roughnesses. */
  private static final double[] FROSTED = {0.3, 0.6};

  /** Facets around a ball: its chords are within 0.2 % of a sphere's. */
  private static final int FACETS = 96;

  /** What is left of white light after a radius of tinted glass. */
  private static final LinearColor TINT = new LinearColor(0.9, 0.7, 0.5);

  /**
   * Share of the radius up to which tinted balls are compared: beyond, a renderer that finds
   * borders by an image's pixels is off by what one of them is wide.
   */
  private static final double WITHIN = 0.85;

  /** Meters between balls: none is seen in another. */
  private static final double APART = 1000;

  private final FinishContract.Drawing renderer;
  private final PinholeCamera camera;
  private final InMemoryAssets assets = new InMemoryAssets();
  private final List<Draw> draws = new ArrayList<>();
  private final List<View> views = new ArrayList<>();

  private GlassFurnaceContract(FinishContract.Drawing renderer, int size) {
    this.renderer = renderer;
    this.camera = new PinholeCamera(size, size, size, size, size / 2.0, size / 2.0);
  }

  /** Clear balls vanish: polished and frosted, with a coat, as panes, and filled with water. */
  public static void clearBodiesVanish(FinishContract.Drawing renderer) {
    GlassFurnaceContract contract = new GlassFurnaceContract(renderer, SMALL);
    for (double index : INDICES) {
      contract.view("index " + index);
      contract.ball(2, glass(index, true, LinearColor.WHITE), 0, Coat.NONE);
    }
    for (double roughness : FROSTED) {
      contract.view("roughness " + roughness);
      contract.ball(2, glass(1.5, true, LinearColor.WHITE), roughness, Coat.NONE);
    }
    contract.view("coated");
    contract.ball(2, glass(1.5, true, LinearColor.WHITE), 0, new Coat(1, 0.2));
    contract.view("hollow");
    contract.ball(2, glass(1.5, false, LinearColor.WHITE), 0, Coat.NONE);
    contract.view("filled with water");
    contract.ball(2, glass(1.5, true, LinearColor.WHITE), 0, Coat.NONE);
    contract.ball(1.8, glass(1.33, true, LinearColor.WHITE), 0, Coat.NONE);
    contract.view("half of it is matte");
    contract.ball(2, new Transmission(0.5, 1.5, true, LinearColor.WHITE, 1), 0, Coat.NONE);
    contract.draw(contract::assertVanished);
  }

  /**
   * A ball mirrors a share R at its outside and at each of its borders inside, by angles that are
   * all the same, and the way from border to border takes the share 1 - a: what is seen is R + (1 -
   * R)² a / (1 - R a).
   */
  public static void tintedBodiesAbsorb(FinishContract.Drawing renderer) {
    GlassFurnaceContract contract = new GlassFurnaceContract(renderer, LARGE);
    for (double index : INDICES) {
      contract.view("" + index);
      contract.ball(2, glass(index, true, TINT), 0, Coat.NONE);
    }
    contract.draw(view -> contract.assertTinted(view, Double.parseDouble(view.name())));
  }

  private static Transmission glass(double index, boolean solid, LinearColor tint) {
    return new Transmission(1, index, solid, tint, 1);
  }

  /** Adds a view of where the next balls go. */
  private void view(String name) {
    Vec3 middle = new Vec3(APART * views.size(), 0, 0);
    views.add(
        new View(
            name,
            camera,
            Rotations.lookAt(middle.plus(EYE), middle),
            Development.exposed(EV),
            Channel.USUAL));
  }

  private void ball(double diameter, Transmission through, double roughness, Coat coat) {
    String name = "ball " + draws.size();
    Material glass = Material.plain(name, LinearColor.WHITE, 0, roughness);
    assets.add(
        name, Shape.SPHERE.mesh(FACETS), glass.with(new Finish(coat, Sheen.NONE, through, 0)));
    Vec3 middle = new Vec3(APART * (views.size() - 1), 0, 0);
    Affine3 pose = AnalyticScenes.centered(middle, diameter);
    draws.add(assets.draw(draws.size() + 1, name, pose));
  }

  private void draw(Consumer<RenderedView> check) {
    LinearColor luminance = LinearColor.WHITE.times(BRIGHT / Development.exposureFactor(EV));
    SampledLighting light =
        new SampledLighting(Optional.empty(), new GradientSky(luminance, luminance, luminance));
    RenderJob job = new RenderJob(draws, light, views);
    for (Effect effect : Effect.values()) {
      job = job.without(effect);
    }
    renderer.frame(assets, job, frame -> frame.views().forEach(check));
  }

  private void assertVanished(RenderedView view) {
    ByteBuffer color = view.plane(Channel.COLOR);
    ByteBuffer instance = view.plane(Channel.INSTANCE);
    int pixels = camera.width() * camera.height();
    int seen = 0;
    double least = 2;
    double most = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (instance.getShort(2 * pixel) != 0) {
        seen++;
        for (int channel = 0; channel < 3; channel++) {
          double share = FurnaceContract.linear(color.get(4 * pixel + channel) & 0xff) / BRIGHT;
          least = Math.min(least, share);
          most = Math.max(most, share);
        }
      }
    }
    assertEquals(0.35, seen / (double) pixels, 0.2, view.name() + ": share of the image");
    assertEquals(1, least, TOLERANCE, view.name() + ": darkest");
    assertEquals(1, most, TOLERANCE, view.name() + ": brightest");
  }

  /** Within the tolerance, and half a code. */
  private void assertTinted(RenderedView view, double index) {
    ByteBuffer color = view.plane(Channel.COLOR);
    double[] tints = {TINT.red(), TINT.green(), TINT.blue()};
    double distance = EYE.length();
    int pixels = camera.width() * camera.height();
    int compared = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      Vec3 ray = camera.direction(pixel % LARGE + 0.5, pixel / LARGE + 0.5).normalize();
      double beside = distance * Math.sqrt(1 - ray.z() * ray.z());
      if (beside < WITHIN) {
        compared++;
        double mirrored = new DielectricBorder(index).mirrored(Math.sqrt(1 - beside * beside));
        double way = 2 * Math.sqrt(1 - beside * beside / (index * index));
        for (int channel = 0; channel < 3; channel++) {
          double left = StrictMath.pow(tints[channel], way);
          double passes = (1 - mirrored) * (1 - mirrored) * left / (1 - mirrored * left);
          double expected = BRIGHT * (mirrored + passes);
          int code = color.get(4 * pixel + channel) & 0xff;
          double half = (FurnaceContract.linear(code + 1) - FurnaceContract.linear(code)) / 2;
          String what = view.name() + ", " + beside + " beside the middle, channel " + channel;
          assertEquals(expected, FurnaceContract.linear(code), TOLERANCE * expected + half, what);
        }
      }
    }
    assertTrue(compared > 500, view.name());
  }
}
