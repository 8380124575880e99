package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.glass.DielectricBorder;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;

/**
 * Lamps behind glass, by closed forms: a small lamp two meters from a matte floor, which a camera
 * close above it sees below all glass.
 */
public final class LampGlassContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(17, 17, 170, 170, 8.5, 8.5);
  private static final double EV = 5;
  private static final double WHITE = 1.2 * 32;
  private static final double AWAY = 2;

  /** A code is worth 0.006. */
  private static final double TOLERANCE = 0.008;

  /** Meters of a lamp's side or length. */
  private static final double SMALL = 0.04;

  private static final LinearColor TINT = new LinearColor(1, 0.6, 0.3);
  private static final LampShape POINT = new LampShape.Point(0);

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();

  public LampGlassContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /**
   * Panes let pass what Fresnel's equations say, times the tint, with what goes to and fro between
   * the sides; two let pass twice. One that the lamp stands before takes nothing.
   */
  public void panes() {
    Transmission pane = Transmission.pane(1);
    for (double degrees : new double[] {2, 45, 65}) {
      double[] free = seen(POINT, degrees);
      double[] one = seen(POINT, degrees, level(1, degrees, 0.5, pane, TINT));
      double[] two =
          seen(
              POINT,
              degrees,
              level(1, degrees, 0.5, pane, TINT),
              level(2, degrees, 0.7, pane, LinearColor.WHITE));
      double[] beyond = seen(POINT, degrees, level(1, degrees, 1.2, pane, TINT));
      double once = new DielectricBorder(1.5).mirrored(Math.cos(Math.toRadians(degrees)));
      for (int channel = 0; channel < 3; channel++) {
        double passes = DielectricBorder.paneTransmits(once, channel(TINT, channel));
        double white = DielectricBorder.paneTransmits(once, 1);
        String what = degrees + " degrees, channel " + channel;
        assertEquals(passes * free[channel], one[channel], TOLERANCE, what);
        assertEquals(passes * white * free[channel], two[channel], TOLERANCE, "two, " + what);
        assertEquals(free[channel], beyond[channel], TOLERANCE, "beyond, " + what);
      }
    }
  }

  /** A body lets its two borders' shares pass, and takes by its color's power of the way. */
  public void bodies() {
    Transmission green = new Transmission(1, 1.5, true, new LinearColor(0.3, 0.8, 0.5), 0.2);
    double degrees = 30;
    double thickness = 0.3;
    double cosine = Math.cos(Math.toRadians(degrees));
    double border = 1 - new DielectricBorder(1.5).mirrored(cosine);
    double[] free = seen(POINT, degrees);
    double[] behind = seen(POINT, degrees, block(green, degrees, thickness));
    for (int channel = 0; channel < 3; channel++) {
      double absorbed =
          StrictMath.pow(channel(green.absorption(), channel), thickness / cosine / 0.2);
      double expected = border * border * absorbed * free[channel];
      assertEquals(expected, behind[channel], TOLERANCE, "channel " + channel);
    }
  }

  /** Whatever a lamp's shape. */
  public void shapes() {
    double degrees = 45;
    double once = new DielectricBorder(1.5).mirrored(Math.cos(Math.toRadians(degrees)));
    List<LampShape> shapes =
        List.of(
            new LampShape.Spot(0, Math.toRadians(20), Math.toRadians(30)),
            new LampShape.Rectangle(SMALL, SMALL),
            new LampShape.Disk(SMALL),
            new LampShape.Tube(SMALL, SMALL / 4));
    for (LampShape shape : shapes) {
      double[] free = seen(shape, degrees);
      double[] dimmed = seen(shape, degrees, level(1, degrees, 0.5, Transmission.pane(1), TINT));
      for (int channel = 0; channel < 3; channel++) {
        double passes = DielectricBorder.paneTransmits(once, channel(TINT, channel));
        assertEquals(passes * free[channel], dimmed[channel], TOLERANCE, shape + ", " + channel);
      }
    }
  }

  private static double channel(LinearColor color, int channel) {
    return new double[] {color.red(), color.green(), color.blue()}[channel];
  }

  private static Vec3 towards(double degrees) {
    double angle = Math.toRadians(degrees);
    return new Vec3(StrictMath.sin(angle), 0, StrictMath.cos(angle));
  }

  /** A level pane at a share of the way to the lamp. */
  private Draw level(
      int number, double degrees, double share, Transmission glass, LinearColor tint) {
    Affine3 place = Affine3.translation(towards(degrees).times(AWAY * share));
    return draw(number, Shape.PLANE, tint, glass, place);
  }

  private Draw block(Transmission glass, double degrees, double thickness) {
    Affine3 place = Affine3.translation(towards(degrees).times(AWAY * 0.4));
    Affine3 size = Affine3.scaling(new Vec3(1.5, 1.5, thickness));
    return draw(1, Shape.BOX, LinearColor.WHITE, glass, place.times(size));
  }

  private Draw draw(
      int number, Shape shape, LinearColor color, Transmission through, Affine3 place) {
    String name = "thing" + number;
    assets.add(
        name,
        shape.mesh(4),
        Material.plain(name, color, 0, 0).with(new Finish(Coat.NONE, Sheen.NONE, through, 0)));
    return assets.draw(1 + number, name, place);
  }

  /** Exposed linear values of the floor that the lamp alone shines on. */
  private double[] seen(LampShape shape, double degrees, Draw... glass) {
    assets.add(
        "floor", Shape.PLANE.mesh(4), Material.plain("floor", LinearColor.WHITE.times(0.7), 0, 1));
    List<Draw> draws = new ArrayList<>(List.of(glass));
    draws.add(assets.draw(1, "floor", Affine3.scaling(new Vec3(3, 3, 1))));
    Vec3 at = towards(degrees).times(AWAY);
    double candela = 3.2 * AWAY * AWAY / StrictMath.cos(Math.toRadians(degrees)) * WHITE;
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            shape,
            MotionStates.still(Rotations.forwardLeftUp(Rotations.lookAt(at, Vec3.ZERO))),
            LinearColor.WHITE.times(candela),
            false);
    GradientSky night = new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
    View view =
        new View(
            "",
            CAMERA,
            Rotations.lookAt(new Vec3(0, -0.3, 0.1), Vec3.ZERO),
            Development.exposed(EV),
            Channel.USUAL);
    RenderJob job =
        new RenderJob(
            draws, new SampledLighting(Optional.empty(), night, List.of(lamp)), List.of(view));
    List<double[]> values = new ArrayList<>();
    // A pane gives the floor some of its own light back: what the lamp alone gives is asked for.
    renderer.frame(
        assets,
        job.without(Effect.OCCLUSION).without(Effect.BOUNCE),
        frame -> values.add(RenderedImages.middle(frame.views().get(0))));
    return values.get(0);
  }
}
