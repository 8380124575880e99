package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.FoggedSky;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/**
 * Cards around an eye in fog, each in the middle of a view of its own, by closed forms: what a
 * glowing one shows more than a black one is the transmittance alone.
 */
public final class FogContract {
  private static final int SIZE = 9;
  private static final double GLOW = FurnaceContract.linear(218);
  private static final LinearColor SKY = new LinearColor(300, 400, 500);

  /** So dark that what fog gives of its own is next to nothing beside a card. */
  private static final LinearColor DIM_SKY = SKY.times(0.01);

  /** Views of each card, some codes apart in exposure: their mean is finer than a code. */
  private static final int EXPOSURES = 3;

  private static final double STEP = 0.04;

  /** Degrees of elevation and meters of the cards. */
  private static final double[][] CARDS = {
    {0, 4}, {0, 20}, {0, 60}, {-8, 10}, {12, 15}, {25, 10}, {40, 30}, {70, 12}
  };

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();

  public FogContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
    assets.add("card", Shape.BOX.mesh(4), Material.plain("card", LinearColor.BLACK, 1, 1));
  }

  /**
   * Even fog leaves exp(-β d), where β leaves 2 % at the visibility (Koschmieder, 1924).
   *
   * @param origin of everything, in the world
   */
  public void evenFog(Vec3 origin, double visibility) {
    transmittance(origin, new Haze(visibility, origin.z() + 1000, 100, LinearColor.WHITE));
  }

  /** Above its base fog thins out: exp(-∫ β), summed here along each way. */
  public void thinningFog(Vec3 origin, double visibility, double scaleHeight) {
    transmittance(origin, new Haze(visibility, origin.z() - 1, scaleHeight, LinearColor.WHITE));
  }

  private void transmittance(Vec3 origin, Haze haze) {
    GradientSky even = new GradientSky(DIM_SKY, DIM_SKY, DIM_SKY);
    SampledLighting light = new SampledLighting(Optional.empty(), even);
    double ev = 10;
    // Each card is as bright as it must be to be seen alike, however much fog is before it.
    double[] exposed = new double[CARDS.length];
    for (int i = 0; i < CARDS.length; i++) {
      exposed[i] = GLOW / through(origin.z(), haze, CARDS[i]);
    }
    List<double[]> glowing = seen(origin, light, haze, ev, exposed);
    List<double[]> black = seen(origin, light, haze, ev, new double[CARDS.length]);
    for (int i = 0; i < CARDS.length; i++) {
      double expected = through(origin.z(), haze, CARDS[i]);
      double through = (glowing.get(i)[1] - black.get(i)[1]) / exposed[i];
      assertEquals(1, through / expected, 0.01, haze + ", card " + i);
    }
  }

  /** Share of a card's light that arrives, by a plain sum along the way. */
  private static double through(double eye, Haze haze, double[] card) {
    double sine = StrictMath.sin(Math.toRadians(card[0]));
    double depth = 0;
    int steps = 2000;
    for (int k = 0; k < steps; k++) {
      double height = eye + card[1] * sine * (k + 0.5) / steps;
      double above = Math.max(0, height - haze.baseHeight());
      depth += Math.exp(-above / haze.scaleHeight()) * card[1] / steps;
    }
    return Math.exp(Math.log(0.02) * depth / haze.visibility());
  }

  /**
   * What is lost of a card's light fog gives of its own, as much as fog without end has in that
   * direction: a veil that rises with the elevation, and the sun's lobe.
   */
  public void fogsOwnLight() {
    Haze haze = new Haze(30, 2, 3, new LinearColor(1, 0.9, 0.8));
    GradientSky sky = new GradientSky(SKY, SKY, SKY);
    SampledLighting light =
        new SampledLighting(
            Optional.of(
                new SampledLighting.Sun(
                    Rotations.direction(0.2, Math.toRadians(35)),
                    LinearColor.WHITE.times(3000),
                    0.009)),
            sky);
    FoggedSky fog = OutdoorLight.of(light, sky, weather(haze)).fog().orElseThrow().light();
    Vec3 eye = new Vec3(0, 0, 1.5);
    double ev = 0;
    for (int i = 0; i < CARDS.length; i++) {
      double brightest = fog.deepFog(direction(i)).red() / GLOW / 1.2;
      ev = Math.max(ev, StrictMath.log(brightest) / StrictMath.log(2));
    }
    List<double[]> seen = seen(eye, light, haze, ev, new double[CARDS.length]);
    for (int i = 0; i < CARDS.length; i++) {
      double share = (1 - through(eye.z(), haze, CARDS[i])) * Development.exposureFactor(ev);
      LinearColor due = fog.deepFog(direction(i)).times(share);
      assertEquals(due.red(), seen.get(i)[0], 0.012 * due.red() + 0.003, "red, card " + i);
      assertEquals(due.blue(), seen.get(i)[2], 0.012 * due.blue() + 0.003, "blue, card " + i);
    }
  }

  /** Cards stand apart in azimuth. */
  private static Vec3 direction(int card) {
    return Rotations.direction(0.2 + 0.7 * card, Math.toRadians(CARDS[card][0]));
  }

  private static SampledWeather weather(Haze haze) {
    return new SampledWeather(Optional.of(haze), SurfaceWeather.DRY, Precipitation.NONE);
  }

  private static SampledMaterial glow(double luminance) {
    return new SampledMaterial(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LinearColor.WHITE.times(luminance)),
        Optional.empty(),
        List.of());
  }

  /**
   * Linear colors of the middles of all cards at an exposure.
   *
   * @param exposed values that the cards glow with, at that exposure
   */
  private List<double[]> seen(
      Vec3 origin, SampledLighting light, Haze haze, double ev, double[] exposed) {
    List<Draw> draws = new ArrayList<>();
    List<View> views = new ArrayList<>();
    for (int i = 0; i < CARDS.length; i++) {
      Affine3 pose = Rotations.lookAt(origin, origin.plus(direction(i)));
      double size = 0.2 * CARDS[i][1];
      Affine3 place =
          pose.times(Affine3.translation(new Vec3(0, 0, CARDS[i][1])))
              .times(Affine3.scaling(new Vec3(size, size, size)));
      double luminance = exposed[i] / Development.exposureFactor(ev);
      draws.add(assets.draw(i + 1, "card", place, glow(luminance)));
      for (int k = 0; k < EXPOSURES; k++) {
        views.add(
            new View(
                "card " + i + "_" + k,
                new PinholeCamera(SIZE, SIZE, 200, 200, SIZE / 2.0, SIZE / 2.0),
                pose,
                Development.exposed(ev + STEP * k),
                Channel.USUAL));
      }
    }
    List<double[]> seen = new ArrayList<>();
    for (int i = 0; i < CARDS.length; i++) {
      seen.add(new double[3]);
    }
    RenderJob job = new RenderJob(draws, light, weather(haze), views);
    renderer.frame(
        assets,
        job.without(Effect.SUN_SHADOWS).without(Effect.OCCLUSION),
        frame -> {
          for (int n = 0; n < views.size(); n++) {
            double[] linear = RenderedImages.middle(frame.views().get(n));
            double brighter = StrictMath.pow(2, STEP * (n % EXPOSURES));
            for (int channel = 0; channel < 3; channel++) {
              seen.get(n / EXPOSURES)[channel] += linear[channel] * brighter / EXPOSURES;
            }
          }
        });
    return seen;
  }
}
