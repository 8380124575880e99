package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.random.Statistics;
import org.diorama.core.scene.NumberDistribution.LogUniform;
import org.diorama.core.scene.NumberDistribution.Product;
import org.diorama.core.scene.NumberDistribution.Strata;
import org.diorama.core.scene.NumberDistribution.Sum;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NumberDistributionTest {
  private static final int DRAWS = 100_000;
  private static final Distribution<Double> UNIT = new Distribution.Uniform(0, 1);

  @Test
  void truncatedNormal() {
    NormalDistribution plain = new NormalDistribution(10, 2);
    double below = plain.cumulativeProbability(9);
    double range = plain.cumulativeProbability(14) - below;
    Statistics.assertKolmogorov(
        sample(new Distribution.Normal(10, 2, 9, 14)),
        x -> (plain.cumulativeProbability(x) - below) / range);
  }

  @Test
  void logUniform() {
    Statistics.assertKolmogorov(
        sample(new LogUniform(0.5, 200)), x -> Math.log(x / 0.5) / Math.log(400));
  }

  /** Irwin and Hall's triangle. */
  @Test
  void theSumOfTwoUniformDrawsIsATriangle() {
    Statistics.assertKolmogorov(
        sample(new Sum(List.of(UNIT, UNIT))), x -> x < 1 ? x * x / 2 : 1 - (2 - x) * (2 - x) / 2);
  }

  @Test
  void theProductOfTwoUniformDrawsHasALogarithm() {
    Statistics.assertKolmogorov(
        sample(new Product(List.of(UNIT, UNIT))), x -> x == 0 ? 0 : x * (1 - Math.log(x)));
  }

  @Test
  void sumsOfGaussiansAddTheirVariances() {
    NormalDistribution expected = new NormalDistribution(5, 5);
    Statistics.assertKolmogorov(
        sample(
            new Sum(
                List.of(
                    new Distribution.Normal(2, 3),
                    new Distribution.Normal(3, 4),
                    new Distribution.Constant<>(0.0)))),
        expected::cumulativeProbability);
  }

  @Test
  void strataCoverTheirRangeEvenlyAndExactlyOnceARound() {
    Strata strata = new Strata(-3, 5, 16, 1);
    double[] sample = sample(strata);
    Statistics.assertKolmogorov(sample, x -> (x + 3) / 8);
    for (int round = 0; round < DRAWS / 16; round++) {
      double[] cells = Arrays.copyOfRange(sample, 16 * round, 16 * round + 16);
      for (int cell = 0; cell < 16; cell++) {
        assertEquals(cell, (int) Math.floor((cells[cell] + 3) / 0.5));
      }
    }
    Statistics.assertKolmogorov(
        IntStream.range(0, DRAWS).mapToDouble(i -> (sample[i] + 3) / 0.5 % 1).toArray(), x -> x);
  }

  @Test
  void valuesInTurn() {
    Distribution<Double> cycle = new Distribution.Cycle<>(constants(4, 5, 6));
    assertEquals(List.of(4.0, 5.0, 6.0, 4.0), first(cycle, 4));
    Distribution<Double> grid = new Distribution.Grid<>(constants(4, 5), 3);
    assertEquals(List.of(4.0, 4.0, 4.0, 5.0, 5.0, 5.0, 4.0), first(grid, 7));
  }

  @Test
  void gridsWithStridesVisitEveryCombinationOnce() {
    Distribution<Double> fast = new Distribution.Grid<>(constants(0, 1, 2), 1);
    Distribution<Double> middle = new Strata(0, 4, 4, 3);
    Distribution<Double> slow = new Distribution.Grid<>(constants(0, 1), 12);
    int[] visits = new int[24];
    for (int frame = 0; frame < 24 * 5; frame++) {
      DrawContext context = new FixedContext(3, "g", frame);
      double cell = fast.draw(context) + 3 * Math.floor(middle.draw(context));
      visits[(int) (cell + 12 * slow.draw(context))]++;
    }
    assertTrue(Arrays.stream(visits).allMatch(count -> count == 5), Arrays.toString(visits));
  }

  private static List<Double> first(Distribution<Double> distribution, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> distribution.draw(new FixedContext(1, "p", i)))
        .toList();
  }

  private static List<Distribution<Double>> constants(double... values) {
    return Arrays.stream(values)
        .<Distribution<Double>>mapToObj(Distribution.Constant::new)
        .toList();
  }

  private static double[] sample(Distribution<Double> distribution) {
    return IntStream.range(0, DRAWS)
        .mapToDouble(i -> distribution.draw(new FixedContext(17, "n", i)))
        .toArray();
  }
}
