package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.math.HueColor;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.random.Statistics;
import org.junit.jupiter.api.Test;

class ColorDistributionTest {
  private static final int DRAWS = 100_000;
  private static final LinearColor ORANGE = new LinearColor(0.5, 0.3, 0.1);
  private static final Distribution<Double> NONE = new Distribution.Constant<>(0.0);

  @Test
  void kelvinIsThePlanckianLocusScaledToOne() {
    LinearColor color =
        new ColorDistribution.Kelvin(new Distribution.Constant<>(3000.0))
            .draw(new FixedContext(1, "c", 0));
    LinearColor locus = PlanckianLocus.color(3000);
    assertEquals(1, color.red());
    assertEquals(locus.green() / locus.red(), color.green(), 1e-12);
    assertEquals(locus.blue() / locus.red(), color.blue(), 1e-12);
  }

  @Test
  void kelvinFollowsTheTemperature() {
    LinearColor[] sample =
        sample(new ColorDistribution.Kelvin(new Distribution.Uniform(2500, 6000)));
    double[] ratios = Stream.of(sample).mapToDouble(c -> c.green() / c.red()).toArray();
    Statistics.assertKolmogorov(ratios, ratio -> (temperature(ratio) - 2500) / 3500);
  }

  @Test
  void jitterOfEachPartIsEvenAndLeavesTheOthers() {
    HueColor plain = HueColor.of(ORANGE);
    double[] hues = jitter(new Distribution.Uniform(-20, 20), NONE, NONE, HueColor::hue);
    Statistics.assertKolmogorov(hues, hue -> (hue - plain.hue() + 20) / 40);
    double[] saturations =
        jitter(NONE, new Distribution.Uniform(-0.2, 0.2), NONE, HueColor::saturation);
    Statistics.assertKolmogorov(saturations, s -> (s / plain.saturation() - 0.8) / 0.4);
    double[] values = jitter(NONE, NONE, new Distribution.Uniform(-0.5, 0.5), HueColor::value);
    Statistics.assertKolmogorov(values, v -> (v / plain.value() - 0.5));
    assertEquals(
        plain.hue(),
        jitter(NONE, NONE, new Distribution.Uniform(-0.5, 0.5), HueColor::hue)[7],
        1e-9);
  }

  @Test
  void jitterNeverLeavesItsLimit() {
    for (LinearColor color :
        sample(
            new ColorDistribution.Jitter(
                new Distribution.Constant<>(ORANGE),
                new Distribution.Uniform(-180, 180),
                new Distribution.Uniform(-1, 5),
                new Distribution.Uniform(-1, 5),
                1))) {
      for (double channel : new double[] {color.red(), color.green(), color.blue()}) {
        assertTrue(channel >= 0 && channel <= 1, color.toString());
      }
    }
  }

  @Test
  void boundsKnowTheBrightestAndBlack() {
    Distribution<LinearColor> orange = new Distribution.Constant<>(ORANGE);
    Distribution<LinearColor> black = new Distribution.Constant<>(LinearColor.BLACK);
    assertEquals(new ColorBounds(0.5, false), ColorBounds.of(orange));
    assertEquals(
        new ColorBounds(0.5, true),
        ColorBounds.of(new Distribution.UniformColor(ORANGE, LinearColor.BLACK)));
    assertEquals(
        new ColorBounds(0.5, true),
        ColorBounds.of(new Distribution.Cycle<>(List.of(orange, black))));
    assertFalse(ColorBounds.of(dimmed(orange, -0.9)).mayBeBlack());
    assertTrue(ColorBounds.of(dimmed(orange, -1)).mayBeBlack());
    assertEquals(1, ColorBounds.of(new ColorDistribution.Kelvin(NONE)).largest());
  }

  @Test
  void aLinearColorIsItsHueSaturationAndValue() {
    for (LinearColor color :
        sample(new Distribution.UniformColor(ORANGE, new LinearColor(0, 0.9, 1)))) {
      LinearColor back = HueColor.of(color).color();
      assertEquals(color.red(), back.red(), 1e-12);
      assertEquals(color.green(), back.green(), 1e-12);
      assertEquals(color.blue(), back.blue(), 1e-12);
    }
    assertEquals(new HueColor(0, 1, 1), HueColor.of(new LinearColor(1, 0, 0)));
    assertEquals(new HueColor(120, 1, 0.5), HueColor.of(new LinearColor(0, 0.5, 0)));
    assertEquals(new HueColor(300, 1, 1), HueColor.of(new LinearColor(1, 0, 1)));
    assertEquals(new HueColor(0, 0, 0.3), HueColor.of(new LinearColor(0.3, 0.3, 0.3)));
  }

  private static Distribution<LinearColor> dimmed(Distribution<LinearColor> color, double least) {
    return new ColorDistribution.Jitter(color, NONE, NONE, new Distribution.Uniform(least, 0), 1);
  }

  private static double[] jitter(
      Distribution<Double> hue,
      Distribution<Double> saturation,
      Distribution<Double> brightness,
      ToDoubleFunction<HueColor> part) {
    return Stream.of(
            sample(
                new ColorDistribution.Jitter(
                    new Distribution.Constant<>(ORANGE), hue, saturation, brightness, 1)))
        .mapToDouble(color -> part.applyAsDouble(HueColor.of(color)))
        .toArray();
  }

  /** By bisection: the ratio rises with the temperature. */
  private static double temperature(double ratio) {
    double low = 2000;
    double high = 7000;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      LinearColor color = PlanckianLocus.color(middle);
      if (color.green() / color.red() < ratio) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static LinearColor[] sample(Distribution<LinearColor> distribution) {
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> distribution.draw(new FixedContext(31, "c", i)))
        .toArray(LinearColor[]::new);
  }
}
