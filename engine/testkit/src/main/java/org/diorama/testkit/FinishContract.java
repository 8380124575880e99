package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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
import org.diorama.core.render.Effect;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;

/** What every renderer does with coat, sheen and light that passes, by closed forms. */
public final class FinishContract {
  private static final double WHITE = 1.2 * StrictMath.pow(2, 12);

  /** An exposed value where the tone curve is a line, and at a code: rounding takes nothing. */
  private static final double BRIGHT = FurnaceContract.linear(218);

  private static final PinholeCamera CAMERA = new PinholeCamera(17, 17, 170, 170, 8.5, 8.5);

  /** Sees half a right angle to each side. */
  private static final PinholeCamera WIDE = new PinholeCamera(129, 129, 64.5, 64.5, 64.5, 64.5);

  /** Meters between the middles of plates in a row. */
  private static final double APART = 4;

  /** Draws a job and hands its frame to a check. */
  public interface Drawing {
    void frame(AssetStore assets, RenderJob job, Consumer<RenderedFrame> check);
  }

  private static final List<Double> ANGLES = List.of(2.0, 50.0, 70.0);
  private static final List<Finish> LOBES =
      List.of(
          Finish.PLAIN,
          new Finish(new Coat(1, 0.1), Sheen.NONE, Transmission.NONE, 0),
          new Finish(new Coat(0.5, 0.7), Sheen.NONE, Transmission.NONE, 0),
          new Finish(Coat.NONE, new Sheen(LinearColor.WHITE, 0.25), Transmission.NONE, 0),
          new Finish(Coat.NONE, new Sheen(LinearColor.WHITE, 0.6), Transmission.NONE, 0),
          new Finish(Coat.NONE, Sheen.NONE, Transmission.NONE, 0.4),
          new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0),
          new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(0.5), 0),
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
    return assets.draw(
        materials, name, Affine3.translation(middle).times(Affine3.scaling(new Vec3(3, 3, 1))));
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
        Channel.USUAL);
  }

  /** Exposed linear values of the middles of the views' images. */
  private List<double[]> seen(SampledLighting light, List<Draw> draws, List<View> views) {
    return seen(new RenderJob(draws, light, views).without(Effect.OCCLUSION));
  }

  private List<double[]> seen(RenderJob job) {
    List<double[]> values = new ArrayList<>();
    renderer.frame(
        assets,
        job,
        frame -> frame.views().forEach(view -> values.add(RenderedImages.middle(view))));
    return values;
  }

  private double[] one(SampledLighting light, Draw... draws) {
    return seen(light, List.of(draws), List.of(view(0, 5))).get(0);
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
      assertEquals(BRIGHT, values.get(i)[1], 0.01 * BRIGHT, views.get(i).name());
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

  /** A pane mirrors with both of its sides, and what it does not mirror passes, tinted. */
  public void panes() {
    LinearColor tint = new LinearColor(1, 0.6, 0.3);
    double bright = 1.5;
    LinearColor above = LinearColor.WHITE.times(bright * WHITE);
    SampledLighting sky =
        new SampledLighting(Optional.empty(), new GradientSky(above, above, LinearColor.BLACK));
    SampledLighting dark = new SampledLighting(Optional.empty(), uniform(0));
    Finish glass = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0);
    List<View> views = ANGLES.stream().map(degrees -> view(0, degrees)).toList();
    List<double[]> mirrored = seen(sky, List.of(smooth(Vec3.ZERO, tint, glass)), views);
    Draw floor = glowing(new Vec3(0, 0, -0.2), BRIGHT);
    List<double[]> through = seen(dark, List.of(smooth(Vec3.ZERO, tint, glass), floor), views);
    double[] channels = {tint.red(), tint.green(), tint.blue()};
    for (int i = 0; i < views.size(); i++) {
      double r = fresnel(ANGLES.get(i), 1.5);
      for (int channel = 0; channel < 3; channel++) {
        double a = channels[channel];
        double passes = (1 - r) * (1 - r) * a / (1 - r * r * a * a);
        String what = views.get(i).name() + ", channel " + channel;
        assertEquals(bright * (r + r * a * passes), mirrored.get(i)[channel], 0.015, what);
        assertEquals(BRIGHT * passes, through.get(i)[channel], 0.012, what);
      }
    }
    // Without a tint nothing is lost: 2 r / (1 + r) is mirrored and the rest passes.
    double r = fresnel(2, 1.5);
    double clear = one(sky, smooth(Vec3.ZERO, LinearColor.WHITE, glass))[1];
    assertEquals(bright * 2 * r / (1 + r), clear, 0.01);
  }

  /** Fresnel's equations for unpolarized light, by angles. */
  private static double fresnel(double degrees, double ior) {
    double in = Math.toRadians(degrees);
    double out = Math.asin(Math.sin(in) / ior);
    double across = Math.sin(in - out) / Math.sin(in + out);
    double along = Math.tan(in - out) / Math.tan(in + out);
    return (across * across + along * along) / 2;
  }

  private Draw smooth(Vec3 middle, LinearColor color, Finish finish) {
    return smooth(middle, color, finish, 0);
  }

  private Draw smooth(Vec3 middle, LinearColor color, Finish finish, double roughness) {
    Draw draw = plate(middle, color, 0, finish);
    assets.add(
        draw.assetId(),
        Shape.PLANE.mesh(4),
        Material.plain("glass", color, 0, roughness).with(finish));
    return assets.draw(draw.instanceId(), draw.assetId(), draw.worldFromObject(), draw.material());
  }

  /** The same without sides that would be drawn for nothing. */
  private static Draw small(Draw plate) {
    return plate.at(plate.worldFromObject().times(Affine3.scaling(new Vec3(0.02, 0.02, 1))));
  }

  /** A black plate that glows at an exposed value. */
  private Draw glowing(Vec3 middle, double exposed) {
    Draw draw = plate(middle, LinearColor.BLACK, 0, Finish.PLAIN);
    return draw.with(
        new SampledMaterial(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LinearColor.WHITE.times(exposed * WHITE)),
            Optional.empty(),
            List.of()));
  }

  /** Each pane before a light takes its share, up to four; a fifth is not seen at all. */
  public void fourLayers() {
    SampledLighting dark = new SampledLighting(Optional.empty(), uniform(0));
    Finish glass = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0);
    LinearColor tint = new LinearColor(0.9, 0.8, 0.7);
    List<Draw> draws = new ArrayList<>(List.of(glowing(new Vec3(0, 0, -0.2), BRIGHT)));
    double r = fresnel(5, 1.5);
    double passes = (1 - r) * (1 - r) * 0.8 / (1 - r * r * 0.64);
    for (int panes = 1; panes <= 5; panes++) {
      draws.add(smooth(new Vec3(0, 0, 0.3 * (panes - 1)), tint, glass));
      double value = one(dark, draws.toArray(Draw[]::new))[1];
      assertEquals(BRIGHT * Math.pow(passes, Math.min(4, panes)), value, 0.01, panes + " panes");
    }
  }

  /**
   * The border of a light behind a frosted pane blurs: facets turn light by twice their angle, so
   * that of a light on one side of a plane a share of (1 + m / sqrt(a² + m²)) / 2 is seen, where m
   * is the slope that turns as far as the plane lies beside the eye's line, and a the roughness
   * squared: the marginal of GGX (Walter et al., 2007) in one direction.
   *
   * <p>Within 0.06: a few dozen directions stand for all, one of which is worth 0.04, and the
   * light's border may lie half a pixel off, worth 0.02.
   */
  public void frostedPanes() {
    SampledLighting dark = new SampledLighting(Optional.empty(), uniform(0));
    Finish glass = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0);
    double roughness = 0.35;
    double a = roughness * roughness;
    double behind = 0.4;
    double r = fresnel(0.1, 1.5);
    double passes = (1 - r) / (1 + r);
    for (double slope : new double[] {-1.5 * a, -0.5 * a, 0, 0.5 * a, 1.5 * a}) {
      double aside = behind * Math.tan(2 * Math.atan(slope));
      Draw light = glowing(new Vec3(aside - 1.5, 0, -behind), BRIGHT);
      Draw pane = small(smooth(Vec3.ZERO, LinearColor.WHITE, glass, roughness));
      View wide =
          new View(
              "above",
              WIDE,
              Rotations.lookAt(new Vec3(0, -1e-3, 0.5), Vec3.ZERO),
              Development.exposed(12),
              Channel.USUAL);
      double value = seen(dark, List.of(light, pane), List.of(wide)).get(0)[1];
      double share = (1 + slope / Math.sqrt(a * a + slope * slope)) / 2;
      assertEquals(BRIGHT * passes * share, value, 0.06 * BRIGHT, "slope " + slope / a + " a");
    }
  }

  /** A solid block takes by its color's power of the way through it, which is bent. */
  public void absorption() {
    SampledLighting dark = new SampledLighting(Optional.empty(), uniform(0));
    double thickness = 0.2;
    Transmission green = new Transmission(1, 1.33, true, new LinearColor(0.2, 0.8, 0.4), 0.1);
    Draw block = block(100, new Vec3(3, 3, thickness), -thickness, green);
    List<View> views = List.of(view(0, 2), view(0, 40));
    List<double[]> values =
        seen(dark, List.of(block, glowing(new Vec3(0, 0, -0.3), BRIGHT)), views);
    for (int i = 0; i < views.size(); i++) {
      double degrees = i == 0 ? 2 : 40;
      double sine = Math.sin(Math.toRadians(degrees)) / 1.33;
      double way = thickness / Math.sqrt(1 - sine * sine);
      double borders = Math.pow(1 - fresnel(degrees, 1.33), 2);
      double[] colors = {0.2, 0.8, 0.4};
      for (int channel = 0; channel < 3; channel++) {
        double expected = BRIGHT * borders * Math.pow(colors[channel], way / 0.1);
        assertEquals(expected, values.get(i)[channel], 0.012, degrees + ", " + channel);
      }
    }
  }

  /** A box between transparent borders, its bottom's middle on the vertical axis. */
  private Draw block(int instance, Vec3 size, double bottom, Transmission through) {
    String name = "block" + instance;
    assets.add(
        name,
        Shape.BOX.mesh(4),
        Material.plain(name, LinearColor.WHITE, 0, 0)
            .with(new Finish(Coat.NONE, Sheen.NONE, through, 0)));
    return assets.draw(
        instance, name, Affine3.translation(new Vec3(0, 0, bottom)).times(Affine3.scaling(size)));
  }

  /**
   * Water in glass: at borders between them light turns by the ratio of their indices, and each
   * absorbs along its own part of the way.
   */
  public void nestedBodies() {
    SampledLighting dark = new SampledLighting(Optional.empty(), uniform(0));
    Transmission glass = new Transmission(1, 1.5, true, new LinearColor(0.5, 0.9, 0.7), 0.1);
    Transmission water = new Transmission(1, 1.33, true, new LinearColor(0.9, 0.3, 0.6), 0.1);
    List<Draw> draws =
        List.of(
            block(101, new Vec3(3, 3, 0.15), -0.15, glass),
            block(102, new Vec3(2.9, 2.9, 0.08), -0.11, water),
            glowing(new Vec3(0, 0, -0.3), BRIGHT));
    List<Double> angles = List.of(2.0, 40.0);
    List<double[]> values = seen(dark, draws, angles.stream().map(a -> view(0, a)).toList());
    for (int i = 0; i < angles.size(); i++) {
      double sine = Math.sin(Math.toRadians(angles.get(i)));
      double inGlass = 0.07 / Math.sqrt(1 - sine * sine / (1.5 * 1.5));
      double inWater = 0.08 / Math.sqrt(1 - sine * sine / (1.33 * 1.33));
      double within = Math.toDegrees(Math.asin(sine / 1.5));
      double outer = 1 - fresnel(angles.get(i), 1.5);
      double inner = 1 - fresnel(within, 1.33 / 1.5);
      double borders = outer * outer * inner * inner;
      double[] ofGlass = {0.5, 0.9, 0.7};
      double[] ofWater = {0.9, 0.3, 0.6};
      for (int channel = 0; channel < 3; channel++) {
        double left = Math.pow(ofGlass[channel], inGlass / 0.1);
        left *= Math.pow(ofWater[channel], inWater / 0.1);
        double expected = BRIGHT * borders * left;
        assertEquals(expected, values.get(i)[channel], 0.012, angles.get(i) + ", " + channel);
      }
    }
  }

  /**
   * Light that a block's bottom mirrors totally stays in it, and leaves on the far side as steeply
   * as it came, upwards. What that side mirrors leaves on the near side, upwards, too, and of what
   * the near side mirrors the same is true: nothing is lost but what never enters.
   */
  public void totalReflection() {
    reflectedTotally(block(103, new Vec3(0.5, 0.5, 0.5), 0, clear(1.5)));
  }

  /** The same where the top of a hollow lies in the bottom's place. */
  public void totalReflectionAtHollows() {
    reflectedTotally(
        block(104, new Vec3(0.5, 0.5, 0.7), -0.2, clear(1.5)),
        block(105, new Vec3(0.4, 0.4, 0.15), -0.15, clear(1)));
  }

  private static Transmission clear(double index) {
    return new Transmission(1, index, true, LinearColor.WHITE, 1);
  }

  private void reflectedTotally(Draw... blocks) {
    LinearColor above = LinearColor.WHITE.times(BRIGHT * WHITE);
    SampledLighting sky =
        new SampledLighting(Optional.empty(), new GradientSky(above, above, LinearColor.BLACK));
    List<Double> angles = List.of(20.0, 8.0);
    List<View> views = angles.stream().map(FinishContract::beside).toList();
    List<double[]> values = seen(sky, List.of(blocks), views);
    for (int i = 0; i < angles.size(); i++) {
      double passes = 1 - fresnel(angles.get(i), 1.5);
      assertEquals(BRIGHT * passes, values.get(i)[1], 0.012, angles.get(i) + " degrees");
    }
  }

  /** Onto a block's side, from which the refracted ray comes to the middle of the bottom. */
  private static View beside(double degrees) {
    double down = Math.toRadians(degrees);
    double within = Math.asin(Math.sin(down) / 1.5);
    Vec3 side = new Vec3(0, -0.25, 0.22 * Math.tan(within));
    Vec3 eye = side.plus(new Vec3(0, -0.6 * StrictMath.cos(down), 0.6 * StrictMath.sin(down)));
    return new View(
        "beside " + degrees,
        WIDE,
        Rotations.lookAt(eye, side),
        Development.exposed(12),
        Channel.USUAL);
  }

  /**
   * The sun behind panes: what Fresnel's equations let pass, times the tint, with what goes to and
   * fro between the sides; two panes take twice. Within 0.008: a code is worth 0.006.
   */
  public void shadowOfPanes() {
    LinearColor tint = new LinearColor(1, 0.6, 0.3);
    double[] tints = {1, 0.6, 0.3};
    Finish clear = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(1), 0);
    Finish half = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(0.5), 0);
    for (double degrees : new double[] {2, 45, 70}) {
      double r = fresnel(degrees, 1.5);
      double[] free = underSun(degrees);
      double[] one = underSun(degrees, smooth(onTheWay(degrees, 0.5), tint, clear));
      double[] two =
          underSun(
              degrees,
              smooth(onTheWay(degrees, 0.5), tint, clear),
              smooth(onTheWay(degrees, 0.7), LinearColor.WHITE, half));
      double white = 0.5 * (1 - r) / (1 + r);
      for (int channel = 0; channel < 3; channel++) {
        double a = tints[channel];
        double passes = (1 - r) * (1 - r) * a / (1 - r * r * a * a);
        String what = degrees + ", channel " + channel;
        assertEquals(passes * free[channel], one[channel], 0.008, what);
        assertEquals(passes * white * free[channel], two[channel], 0.008, what);
      }
    }
    double wood = underSun(45, plate(onTheWay(45, 0.5), LinearColor.WHITE, 0, Finish.PLAIN))[1];
    assertEquals(0, wood, 0.004);
  }

  /**
   * Behind a body, which the eye doesn't look through, and within it, which it does: what borders
   * let pass, and what Beer and Lambert leave of it along the straight way.
   */
  public void shadowOfBodies() {
    Transmission green = new Transmission(1, 1.5, true, new LinearColor(0.3, 0.8, 0.5), 0.2);
    double[] colors = {0.3, 0.8, 0.5};
    double degrees = 30;
    double cosine = Math.cos(Math.toRadians(degrees));
    double border = 1 - fresnel(degrees, 1.5);
    double toEye = 1 - fresnel(1, 1.5);
    double[] free = underSun(degrees);
    double[] behind = underSun(degrees, block(110, new Vec3(2, 2, 0.3), 0.2, green));
    double[] bare = underSun(degrees, view(0, 1));
    double[] within = underSun(degrees, view(0, 1), block(111, new Vec3(2, 2, 0.3), -0.1, green));
    for (int channel = 0; channel < 3; channel++) {
      double a = colors[channel];
      double both = border * border * Math.pow(a, 0.3 / cosine / 0.2);
      double upper = border * Math.pow(a, 0.2 / cosine / 0.2);
      double seen = toEye * a;
      assertEquals(both * free[channel], behind[channel], 0.008, "behind, channel " + channel);
      assertEquals(upper * seen * bare[channel], within[channel], 0.008, "within " + channel);
    }
  }

  /** Exposed values of a matte floor that the sun alone shines on, seen from close above. */
  private double[] underSun(double degrees, Draw... glass) {
    Vec3 eye = new Vec3(0, -0.3, 0.1);
    Affine3 below = Rotations.lookAt(eye, Vec3.ZERO);
    Development development = Development.exposed(12);
    return underSun(degrees, new View("below", CAMERA, below, development, Channel.USUAL), glass);
  }

  private double[] underSun(double degrees, View view, Draw... glass) {
    double angle = Math.toRadians(degrees);
    Vec3 towards = new Vec3(StrictMath.sin(angle), 0, StrictMath.cos(angle));
    double lux = 3.2 / StrictMath.cos(angle) * WHITE;
    SampledLighting light =
        new SampledLighting(
            Optional.of(new SampledLighting.Sun(towards, LinearColor.WHITE.times(lux), 0.009)),
            uniform(0));
    List<Draw> draws = new ArrayList<>(List.of(glass));
    draws.add(plate(Vec3.ZERO, LinearColor.WHITE.times(0.7), 0, Finish.PLAIN));
    // A pane gives the floor some of its own light back: what the sun alone gives is asked for.
    RenderJob job = new RenderJob(draws, light, List.of(view));
    return seen(job.without(Effect.OCCLUSION).without(Effect.BOUNCE)).get(0);
  }

  /** Where a plate shades the middle of the floor. */
  private static Vec3 onTheWay(double degrees, double height) {
    return new Vec3(height * Math.tan(Math.toRadians(degrees)), 0, height);
  }

  /** Labels and depth of random scenes stay the same byte for byte whatever light passes. */
  public void labelsIgnoreGlass() {
    TestScene scene = RandomScenes.scene(11, Vec3.ZERO);
    RenderJob plain = scene.job();
    SampledFinish glass =
        new SampledFinish(
            Optional.of(0.5),
            Optional.empty(),
            Optional.of(LinearColor.WHITE),
            Optional.empty(),
            Optional.of(0.9),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            Optional.empty(),
            Optional.of(0.3));
    List<Draw> clear = new ArrayList<>();
    for (Draw draw : plain.draws()) {
      clear.add(
          draw.with(
              draw.instanceId() % 2 == 0
                  ? draw.material()
                  : SampledMaterial.of(Optional.of(glass))));
    }
    List<List<Object>> labels = new ArrayList<>();
    List<ByteBuffer> colors = new ArrayList<>();
    for (List<Draw> draws : List.of(plain.draws(), clear)) {
      renderer.frame(
          scene.assets(),
          new RenderJob(draws, plain.lighting(), plain.views()),
          frame -> {
            RenderedView view = frame.views().get(0);
            labels.add(
                List.of(
                    copy(view.plane(Channel.DEPTH)),
                    copy(view.plane(Channel.INSTANCE)),
                    view.instances().rows().stream().map(FinishContract::geometry).toList()));
            colors.add(copy(view.plane(Channel.COLOR)));
          });
    }
    assertEquals(labels.get(0), labels.get(1));
    assertNotEquals(colors.get(0), colors.get(1));
  }

  /** All but the contrast, which is one of looks. */
  private static List<Object> geometry(InstanceCoverage row) {
    return List.of(
        row.instanceId(),
        row.visiblePixels(),
        row.silhouettePixels(),
        row.box(),
        row.nearestDepth(),
        row.farthestDepth(),
        row.truncation());
  }

  private static ByteBuffer copy(ByteBuffer plane) {
    ByteBuffer bytes = plane.duplicate();
    return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
  }
}
