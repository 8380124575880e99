package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
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
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/** What lamps do to leaves and in fog, by closed forms: a point of light over a level plate. */
public final class LampContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(33, 25, 100, 100, 16.5, 12.5);
  private static final int MIDDLE = 12 * 33 + 16;
  private static final double EV = 5;
  private static final double WHITE = 1.2 * 32;
  private static final double TOLERANCE = 0.02;

  /** A rough lobe mirrors 3 % less than its border, straight on. */
  private static final double SPREAD = 0.05;

  private static final Finish LEAF = new Finish(Coat.NONE, Sheen.NONE, Transmission.NONE, 0.5);
  private static final LinearColor GREEN = new LinearColor(0.4, 0.9, 0.2);

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();
  private final List<Draw> draws = new ArrayList<>();
  private int plates;

  public LampContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /** A lamp behind a leaf lights it by its share of what a matte surface would give. */
  public void leavesGlowBeforeLamps() {
    Vec3 behind = new Vec3(0, 1.2, -1.6);
    double candela = 4 * WHITE;
    // At 2 m, by a cosine of 0.8; about 4 % go to the lobe, which mirrors.
    double most = 0.955 * 0.5 * 0.8 * candela / 4 / WHITE / Math.PI;
    plate(Vec3.ZERO, 3, GREEN, LEAF);
    double[] value = seen(behind, candela, SampledWeather.CLEAR, 3);
    assertEquals(0.4 * most, value[0], TOLERANCE * most);
    assertEquals(0.9 * most, value[1], TOLERANCE * most);
    assertEquals(0.2 * most, value[2], TOLERANCE * most);
    plate(behind.times(0.5), 0.4, GREEN, LEAF);
    assertEquals(0, seen(behind, candela, SampledWeather.CLEAR, 3)[1], 1e-3, "in a shadow");
    draws.clear();
    plate(Vec3.ZERO, 3, GREEN, Finish.PLAIN);
    assertEquals(0, seen(behind, candela, SampledWeather.CLEAR, 3)[1], 1e-3, "no leaf");
  }

  /**
   * Both sides of a clear pane mirror a lamp, 2 / (1 + r) times as strong as the one side of a
   * black dielectric, of which r is mirrored; a body mirrors with one side.
   */
  public void glassMirrorsLamps() {
    Vec3 above = new Vec3(0, 0, 2);
    plate(Vec3.ZERO, 3, LinearColor.BLACK, Finish.PLAIN);
    double black = seen(above, 8 * WHITE, SampledWeather.CLEAR, 3)[1];
    draws.clear();
    plate(Vec3.ZERO, 3, LinearColor.WHITE, glass(false));
    double pane = seen(above, 8 * WHITE, SampledWeather.CLEAR, 3)[1];
    assertEquals(black * 2 / 1.04, pane, SPREAD * pane, "a pane");
    draws.clear();
    plate(Vec3.ZERO, 3, LinearColor.WHITE, glass(true));
    assertEquals(
        black, seen(above, 8 * WHITE, SampledWeather.CLEAR, 3)[1], SPREAD * black, "a body");
    plate(above.times(0.5), 0.3, LinearColor.BLACK, Finish.PLAIN);
    assertEquals(0, seen(above, 8 * WHITE, SampledWeather.CLEAR, 0.8)[1], 1e-3, "in a shadow");
  }

  /** The sun shines on glass, and is kept off it, as it does without lamps, however many passes. */
  public void lampsLeaveTheSunOnGlassAlone() {
    Sun sun = new Sun(new Vec3(0, 0.6, 0.8), LinearColor.WHITE.times(3 * WHITE), 0.005);
    GradientSky night = new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
    SampledLighting day = new SampledLighting(Optional.of(sun), night);
    SampledLighting lit = day.with(List.of(lamp(new Vec3(0, 0, 2), 1e-6)));
    Finish half = new Finish(Coat.NONE, Sheen.NONE, Transmission.pane(0.5), 0);
    plate(Vec3.ZERO, 3, LinearColor.WHITE, half);
    double[] alone = shot(day, SampledWeather.CLEAR, 3);
    assertEquals(0.5 * 0.95 * 0.8 * 3 / Math.PI, alone[1], 0.05, "half of it is no glass");
    assertArrayEquals(alone, shot(lit, SampledWeather.CLEAR, 3), "in the sun");
    plate(new Vec3(0, 0.6, 0.8), 0.3, LinearColor.BLACK, Finish.PLAIN);
    assertArrayEquals(new double[3], shot(lit, SampledWeather.CLEAR, 3), 1e-3, "in a shadow");
  }

  private static Finish glass(boolean solid) {
    return new Finish(
        Coat.NONE,
        Sheen.NONE,
        new Transmission(1, 1.5, solid, LinearColor.WHITE, Double.POSITIVE_INFINITY),
        0);
  }

  /** Air that only absorbs takes exp(-βd) of the light on both ways, to the surface and on. */
  public void fogDimsLampsOnTheirWay() {
    plate(Vec3.ZERO, 3, LinearColor.WHITE.times(0.8), Finish.PLAIN);
    double visibility = 30;
    SampledWeather smoke =
        new SampledWeather(
            Optional.of(new SampledWeather.Haze(visibility, 100, 50, LinearColor.BLACK)),
            SurfaceWeather.DRY,
            Precipitation.NONE);
    double beta = FogLayer.extinctionOfVisibility(visibility);
    for (double height : new double[] {1.5, 4}) {
      Vec3 above = new Vec3(1, 0, height);
      double candela = 2.5 * WHITE * above.dot(above);
      double clear = seen(above, candela, SampledWeather.CLEAR, 3)[1];
      double dimmed = seen(above, candela, smoke, 3)[1];
      double expected = clear * StrictMath.exp(-beta * (above.length() + 3));
      assertEquals(expected, dimmed, TOLERANCE * expected, "a lamp at " + above);
    }
  }

  /** A lamp that hardly shines is as bright in fog as a black card in its place. */
  public void fogLiesBeforeLamps() {
    LinearColor sky = LinearColor.WHITE.times(0.5 * WHITE);
    SampledWeather fog =
        new SampledWeather(
            Optional.of(new SampledWeather.Haze(20, 100, 50, LinearColor.WHITE)),
            SurfaceWeather.DRY,
            Precipitation.NONE);
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            new LampShape.Disk(2),
            MotionStates.still(
                Rotations.forwardLeftUp(Rotations.lookAt(Vec3.ZERO, new Vec3(0.001, 0, 6)))),
            LinearColor.WHITE.times(1e-6),
            true);
    SampledLighting light = new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky));
    double glow = shot(light.with(List.of(lamp)), fog, 6)[1];
    assets.add("card", Shape.PLANE.mesh(4), Material.plain("card", LinearColor.BLACK, 1, 1));
    draws.add(assets.draw(1, "card", Affine3.IDENTITY));
    double card = shot(light, fog, 6)[1];
    assertEquals(card, glow, TOLERANCE, "a rough metal mirrors 1 % of the sky, however black");
    // Seen from above, deep fog is darker than level.
    assertTrue(glow > 0.04, "fog lies before it: " + glow);
  }

  private void plate(Vec3 middle, double side, LinearColor color, Finish finish) {
    String name = "plate" + plates++;
    assets.add(name, Shape.PLANE.mesh(4), Material.plain(name, color, 0, 0.4).with(finish));
    draws.add(
        assets.draw(
            draws.size() + 1,
            name,
            Affine3.translation(middle).times(Affine3.scaling(new Vec3(side, side, 1)))));
  }

  /** Exposed linear values of the origin, from straight above it. */
  private double[] seen(Vec3 at, double candela, SampledWeather weather, double height) {
    GradientSky night = new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
    SampledLighting light =
        new SampledLighting(Optional.empty(), night, List.of(lamp(at, candela)));
    return shot(light, weather, height);
  }

  private static SampledLamp lamp(Vec3 at, double candela) {
    return new SampledLamp(
        "lamp",
        0,
        new LampShape.Point(0),
        MotionStates.still(Affine3.translation(at)),
        LinearColor.WHITE.times(candela),
        false);
  }

  private double[] shot(SampledLighting light, SampledWeather weather, double height) {
    View view =
        new View(
            "",
            CAMERA,
            Rotations.lookAt(new Vec3(0.001, 0, height), Vec3.ZERO),
            Development.exposed(EV),
            Channel.USUAL);
    double[] value = new double[3];
    renderer.frame(
        assets,
        new RenderJob(draws, light, weather, List.of(view)),
        frame -> {
          RenderedView image = frame.views().get(0);
          for (int channel = 0; channel < 3; channel++) {
            value[channel] = decode(image.plane(Channel.COLOR).get(4 * MIDDLE + channel) & 0xff);
          }
        });
    return value;
  }

  private static double decode(int code) {
    double v = code / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }
}
