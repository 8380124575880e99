package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.scene.NumberDistribution.LogUniform;
import org.diorama.core.scene.NumberDistribution.Product;
import org.diorama.core.scene.NumberDistribution.Strata;
import org.diorama.core.scene.NumberDistribution.Sum;
import org.junit.jupiter.api.Test;

class NumberBoundsTest {
  @Test
  void boundsOfEach() {
    assertBounds(3, 3, true, new Distribution.Constant<>(3.0));
    assertBounds(0.5, 0.5, false, new Distribution.Constant<>(0.5));
    assertBounds(-1, 2, false, new Distribution.Uniform(-1, 2));
    assertBounds(-1, 2, true, new Distribution.UniformInt(-1, 2));
    assertBounds(1, 9, false, new LogUniform(1, 9));
    assertBounds(1, 9, false, new Strata(1, 9, 4, 1));
    assertBounds(0, 12, false, new Distribution.Normal(10, 2, 0, 12));
    assertBounds(-7.1434, 27.1434, false, new Distribution.Normal(10, 2));
    assertBounds(5, 5, true, new Sum(List.of(constant(2), constant(3))));
    assertBounds(
        -6, 12, true, new Product(List.of(new Distribution.UniformInt(-1, 2), constant(6))));
    assertBounds(
        -6,
        4,
        false,
        new Product(List.of(new Distribution.Uniform(-2, 3), new Distribution.Uniform(-2, 1))));
  }

  @Test
  void optionsWithoutWeightDoNotCount() {
    assertBounds(
        1,
        2,
        true,
        new Distribution.Choice<>(
            List.of(
                new Distribution.Option<>(constant(1), 1),
                new Distribution.Option<>(constant(99.5), 0),
                new Distribution.Option<>(constant(2), 3))));
    assertBounds(1, 4, true, new Distribution.Cycle<>(List.of(constant(4), constant(1))));
    assertBounds(1, 4, true, new Distribution.Grid<>(List.of(constant(4), constant(1)), 1));
  }

  @Test
  void wholeNumbersBeyondExactnessAreNotWhole() {
    assertTrue(!NumberBounds.of(constant(0x1.0p54)).whole());
    assertTrue(!NumberBounds.of(new Product(List.of(constant(1e15), constant(1e15)))).whole());
  }

  @Test
  void noDrawOfARandomExpressionLeavesItsBounds() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Distribution<Double> expression = expression(random, 4);
      NumberBounds bounds = NumberBounds.of(expression);
      for (int frame = 0; frame < 50; frame++) {
        double value = expression.draw(new FixedContext(i, "e", frame));
        String what = "seed " + seed + ", " + expression + " drew " + value;
        assertTrue(value >= bounds.min() && value <= bounds.max(), what);
        assertTrue(!bounds.whole() || value == Math.rint(value), what);
      }
    }
  }

  private static Distribution<Double> expression(Random random, int depth) {
    double a = random.nextInt(21) - 10 + (random.nextBoolean() ? 0 : random.nextDouble());
    double b = a + random.nextInt(5);
    if (depth == 0 || random.nextInt(4) == 0) {
      return switch (random.nextInt(6)) {
        case 0 -> constant(a);
        case 1 -> new Distribution.Uniform(a, b);
        case 2 -> new Distribution.UniformInt((long) a, (long) a + random.nextInt(4));
        case 3 -> new Distribution.Normal(a, random.nextDouble());
        case 4 -> new Distribution.Normal(a, 1, b, b + 1);
        default -> new LogUniform(Math.abs(a) + 0.1, Math.abs(a) + 3);
      };
    }
    List<Distribution<Double>> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      parts.add(expression(random, depth - 1));
    }
    return switch (random.nextInt(5)) {
      case 0 -> new Sum(parts);
      case 1 -> new Product(parts);
      case 2 -> new Distribution.Cycle<>(parts);
      case 3 ->
          new Distribution.Choice<>(
              parts.stream().map(part -> new Distribution.Option<>(part, 1)).toList());
      default ->
          new Distribution.Reference<>(new Parameter<>("r" + depth, parts.get(0), Scope.FRAME));
    };
  }

  private static Distribution<Double> constant(double value) {
    return new Distribution.Constant<>(value);
  }

  private static void assertBounds(
      double min, double max, boolean whole, Distribution<Double> distribution) {
    NumberBounds bounds = NumberBounds.of(distribution);
    assertEquals(min, bounds.min(), 1e-12, distribution.toString());
    assertEquals(max, bounds.max(), 1e-12, distribution.toString());
    assertEquals(whole, bounds.whole(), distribution.toString());
  }
}
