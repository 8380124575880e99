package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
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
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;

/** What every renderer does with coat, sheen and light that passes, by closed forms. */
public final class FinishContract {
  private static final double WHITE = 1.2 * StrictMath.pow(2, 12);

  /** An exposed value below which the tone curve is a line. */
  private static final double BRIGHT = 0.7;

  private static final PinholeCamera CAMERA = new PinholeCamera(17, 17, 170, 170, 8.5, 8.5);
  private static final int MIDDLE = 8 * 17 + 8;

  /** Meters between the middles of plates in a row. */
  private static final double APART = 4;

  /** Draws a job and hands its frame to a check. */
  public interface Drawing {
    void frame(AssetStore assets, RenderJob job, Consumer<RenderedFrame> check);
  }

  private static final List<Finish> LOBES =
      List.of(
          Finish.PLAIN,
          new Finish(new Coat(1, 0.1), Sheen.NONE, Transmission.NONE, 0),
          new Finish(new Coat(0.5, 0.7), Sheen.NONE, Transmission.NONE, 0),
          new Finish(Coat.NONE, new Sheen(LinearColor.WHITE, 0.25), Transmission.NONE, 0),
          new Finish(Coat.NONE, new Sheen(LinearColor.WHITE, 0.6), Transmission.NONE, 0),
          new Finish(Coat.NONE, Sheen.NONE, Transmission.NONE, 0.4),
          new Finish(
              new Coat(0.8, 0.2), new Sheen(LinearColor.WHITE, 0.5), Transmission.NONE, 0.3));

  private final Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();
  private int materials;

  public FinishContract(Drawing renderer) {
    this.renderer = renderer;
  }

  private static GradientSky uniform(double exposed) {
    LinearColor light = LinearColor.WHITE.times(exposed * WHITE);
    return new GradientSky(light, light, light);
  }

  /** A level plate of three meters, of a material of its own. */
  private Draw plate(Vec3 middle, LinearColor color, double metallic, Finish finish) {
    String name = "plate" + ++materials;
    assets.add(name, Shape.PLANE.mesh(4), Material.plain(name, color, metallic, 0.4).with(finish));
    return new Draw(
        materials,
        name,
        assets.model(name).digest(),
        0,
        Affine3.translation(middle).times(Affine3.scaling(new Vec3(3, 3, 1))),
        SampledMaterial.NONE);
  }

  private static View view(int number, double degrees) {
    double angle = Math.toRadians(degrees);
    Vec3 target = new Vec3(APART * number, 0, 0);
    Vec3 fromTarget = new Vec3(0.001, -3 * StrictMath.sin(angle), 3 * StrictMath.cos(angle));
    return new View(
        "view " + number + " at " + degrees,
        CAMERA,
        Rotations.lookAt(target.plus(fromTarget), target),
        Development.exposed(12),
        EnumSet.allOf(Channel.class));
  }

  /** Exposed linear values of the middles of the views' images. */
  private List<double[]> seen(SampledLighting light, List<Draw> draws, List<View> views) {
    List<double[]> values = new ArrayList<>();
    renderer.frame(
        assets,
        new RenderJob(draws, light, views),
        frame -> frame.views().forEach(view -> values.add(middle(view))));
    return values;
  }

  private double[] one(SampledLighting light, Draw... draws) {
    return seen(light, List.of(draws), List.of(view(0, 5))).get(0);
  }

  private static double[] middle(RenderedView view) {
    double[] result = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double v = (view.plane(Channel.COLOR).get(4 * MIDDLE + channel) & 0xff) / 255.0;
      result[channel] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }
    return result;
  }

  /**
   * White surfaces under uniform light are as bright as that light, whatever lobes lie on them.
   *
   * @param angles of the view from the normal, in degrees
   */
  public void furnace(List<Double> angles) {
    List<Draw> draws = new ArrayList<>();
    List<View> views = new ArrayList<>();
    for (double metallic : new double[] {0, 1}) {
      for (Finish finish : LOBES) {
        if (metallic == 0 || finish.translucency() == 0) {
          int number = draws.size();
          Vec3 middle = new Vec3(APART * number, 0, 0);
          draws.add(plate(middle, LinearColor.WHITE, metallic, finish));
          angles.forEach(degrees -> views.add(view(number, degrees)));
        }
      }
    }
    List<double[]> values =
        seen(new SampledLighting(Optional.empty(), uniform(BRIGHT)), draws, views);
    for (int i = 0; i < views.size(); i++) {
      assertEquals(BRIGHT, values.get(i)[1], 0.012 * BRIGHT, views.get(i).name());
    }
  }

  /** A sun behind a leaf lights it by its share of what a matte surface would give. */
  public void backLight() {
    double lux = 2 * WHITE;
    Vec3 below = new Vec3(0, 0.6, -0.8);
    SampledLighting light =
        new SampledLighting(
            Optional.of(new SampledLighting.Sun(below, LinearColor.WHITE.times(lux), 0.009)),
            uniform(0));
    Finish leaf = new Finish(Coat.NONE, Sheen.NONE, Transmission.NONE, 0.5);
    double[] value = one(light, plate(Vec3.ZERO, new LinearColor(0.4, 0.9, 0.2), 0, leaf));
    // About 4 % go to the lobe, which mirrors.
    double most = 0.5 * 0.8 * lux / WHITE / Math.PI;
    assertEquals(0.955 * 0.4 * most, value[0], 0.02 * most);
    assertEquals(0.955 * 0.9 * most, value[1], 0.02 * most);
    assertEquals(0.955 * 0.2 * most, value[2], 0.02 * most);
    assertEquals(0, one(light, plate(Vec3.ZERO, LinearColor.WHITE, 0, Finish.PLAIN))[1], 0.01);
  }
}
