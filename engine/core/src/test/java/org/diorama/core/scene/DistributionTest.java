package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final int DRAWS = 100_000;

  @Test
  void constant() {
    assertEquals("x", new Distribution.Constant<>("x").draw(context(0)));
  }

  @Test
  void uniform() {
    double[] sample = sample(new Distribution.Uniform(-2, 6));
    Statistics.assertKolmogorov(sample, x -> (x + 2) / 8);
  }

  @Test
  void uniformInt() {
    long[] counts = new long[5];
    for (double value : sample(new Distribution.UniformInt(3, 7))) {
      counts[(int) value - 3]++;
    }
    Statistics.assertChiSquare(counts, new double[] {0.2, 0.2, 0.2, 0.2, 0.2});
  }

  @Test
  void normal() {
    double[] sample = sample(new Distribution.Normal(10, 2.5));
    Statistics.assertKolmogorov(sample, x -> Statistics.normalCumulative((x - 10) / 2.5));
  }

  @Test
  void choiceFollowsItsWeights() {
    Distribution.Choice<String> choice =
        new Distribution.Choice<>(
            List.of(option("a", 1), option("never", 0), option("b", 2), option("c", 5)));
    long[] counts = new long[3];
    for (int i = 0; i < DRAWS; i++) {
      counts["abc".indexOf(choice.draw(context(i)))]++;
    }
    Statistics.assertChiSquare(counts, new double[] {1 / 8.0, 2 / 8.0, 5 / 8.0});
  }

  @Test
  void choiceOfDistributions() {
    Distribution.Choice<Double> choice =
        new Distribution.Choice<>(
            List.of(
                new Distribution.Option<>(new Distribution.Uniform(0, 1), 1),
                new Distribution.Option<>(new Distribution.Uniform(1, 2), 3)));
    Statistics.assertKolmogorov(sample(choice), x -> x < 1 ? x / 4 : 0.25 + (x - 1) * 0.75);
  }

  @Test
  void uniformColorLiesOnTheLineBetween() {
    Distribution.UniformColor colors =
        new Distribution.UniformColor(new LinearColor(0.1, 0.5, 1), new LinearColor(0.2, 0.5, 0));
    double[] red = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      LinearColor color = colors.draw(context(i));
      red[i] = color.red();
      double along = (color.red() - 0.1) / 0.1;
      assertEquals(0.5, color.green(), 1e-12);
      assertEquals(1 - along, color.blue(), 1e-12);
    }
    Statistics.assertKolmogorov(red, x -> (x - 0.1) / 0.1);
  }

  @Test
  void nonsenseIsRefused() {
    assertRefused(() -> new Distribution.Uniform(1, 0));
    assertRefused(() -> new Distribution.Uniform(Double.NaN, 0));
    assertRefused(() -> new Distribution.Uniform(-Double.MAX_VALUE, Double.MAX_VALUE));
    assertRefused(() -> new Distribution.UniformInt(1, 0));
    assertRefused(() -> new Distribution.Normal(0, -1));
    assertRefused(() -> new Distribution.Normal(0, 1, 1, 0));
    assertRefused(() -> new Distribution.Normal(0, 1, 8.1, 9));
    assertRefused(() -> new Distribution.Normal(0, 0, 1, 2));
    assertRefused(() -> new Distribution.Cycle<>(List.of()));
    assertRefused(() -> new Distribution.Grid<>(List.of(), 1));
    assertRefused(() -> new NumberDistribution.LogUniform(0, 1));
    assertRefused(() -> new NumberDistribution.Strata(0, 1, 0, 1));
    assertRefused(() -> new PointDistribution.Polyline(List.of(Vec3.ONE, Vec3.ONE)));
    assertRefused(() -> option("a", -1));
    assertRefused(() -> new Distribution.Choice<>(List.of(option("a", 0))));
    assertRefused(() -> new Distribution.Choice<>(List.<Distribution.Option<String>>of()));
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable making) {
    String message = assertThrows(IllegalArgumentException.class, making).getMessage();
    assertTrue(message.length() > 10, message);
  }

  private static Distribution.Option<String> option(String value, double weight) {
    return new Distribution.Option<>(new Distribution.Constant<>(value), weight);
  }

  private static DrawContext context(int frame) {
    return new FixedContext(11, "value", frame);
  }

  private static double[] sample(Distribution<Double> distribution) {
    return IntStream.range(0, DRAWS).mapToDouble(i -> distribution.draw(context(i))).toArray();
  }
}
