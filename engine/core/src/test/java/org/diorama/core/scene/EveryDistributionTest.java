package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each family of distributions against its law, by 100,000 draws: Kolmogorov's test, or Pearson's
 * where values stand alone. The same test must reject a sampler with a common mistake, so that it
 * is known to see one. A family that is added without a law fails.
 */
class EveryDistributionTest {
  private static final long SEED = 20261128;
  private static final int DRAWS = 100_000;

  /** Draws nothing: it has one value. */
  private static final Set<String> WITHOUT_LAW = Set.of("Constant");

  private static final Distribution<Double> UNIT = new Distribution.Uniform(0, 1);
  private static final Distribution<Double> NONE = new Distribution.Constant<>(0.0);

  /**
   * A law and a mistake.
   *
   * @param right what is tested
   * @param wrong a sampler that draws something else
   * @param law that tells them apart
   */
  private record Case(
      Function<DrawContext, Double> right, Function<DrawContext, Double> wrong, Law law) {}

  private interface Law {
    void check(double[] sample);
  }

  private static final Map<String, Case> CASES = cases();

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put(
        "Reference",
        of(
            new Distribution.Reference<>(
                new Parameter<>("r", new Distribution.Uniform(2, 4), Scope.FRAME)),
            c -> 2 + 2 * Math.pow(uniform(c), 1.05),
            continuous(x -> (x - 2) / 2)));
    cases.put(
        "Choice",
        of(
            new Distribution.Choice<>(
                List.of(option(0, 1), option(1, 2), option(5, 0), option(2, 4))),
            c -> Math.floor(3 * uniform(c)),
            discrete(1 / 7.0, 2 / 7.0, 4 / 7.0)));
    cases.put(
        "Cycle",
        of(
            new Distribution.Cycle<>(List.of(constant(0), constant(1), constant(2))),
            c -> (double) (c.number() % 10 % 3),
            discrete(1 / 3.0, 1 / 3.0, 1 / 3.0)));
    cases.put(
        "Grid",
        of(
            new Distribution.Grid<>(List.of(constant(0), constant(1)), 3),
            c -> c.number() / 3 % 10 < 6 ? 0.0 : 1.0,
            discrete(0.5, 0.5)));
    cases.put(
        "Uniform",
        of(
            new Distribution.Uniform(-2, 6),
            c -> -2 + 8.1 * uniform(c),
            continuous(x -> (x + 2) / 8)));
    cases.put(
        "UniformInt",
        of(
            new Distribution.UniformInt(0, 4),
            c -> (double) Math.round(4 * uniform(c)),
            discrete(0.2, 0.2, 0.2, 0.2, 0.2)));
    double below = Statistics.normalCumulative(-0.5);
    double range = Statistics.normalCumulative(2) - below;
    cases.put(
        "Normal",
        of(
            new Distribution.Normal(10, 2, 9, 14),
            c -> Math.max(9, Math.min(14, 10 + 2 * c.stream().gaussian())),
            continuous(x -> (Statistics.normalCumulative((x - 10) / 2) - below) / range)));
    LinearColor dark = new LinearColor(0.1, 0.5, 1);
    LinearColor light = new LinearColor(0.9, 0.5, 0);
    cases.put(
        "UniformColor",
        of(
            new Distribution.UniformColor(dark, light),
            LinearColor::red,
            c -> dark.times(Math.pow(uniform(c), 2.2)).plus(light.times(0.9)),
            continuous(x -> (x - 0.1) / 0.8)));
    cases.put(
        "LogUniform",
        of(
            new NumberDistribution.LogUniform(0.5, 200),
            c -> 0.5 + 199.5 * uniform(c),
            continuous(x -> Math.log(x / 0.5) / Math.log(400))));
    cases.put(
        "Strata",
        of(
            new NumberDistribution.Strata(-3, 5, 16, 1),
            c -> -3 + 0.5 * (c.number() % 15 + uniform(c)),
            continuous(x -> (x + 3) / 8)));
    cases.put(
        "Sum",
        of(
            new NumberDistribution.Sum(List.of(UNIT, UNIT)),
            c -> 2 * uniform(c),
            continuous(x -> x < 1 ? x * x / 2 : 1 - (2 - x) * (2 - x) / 2)));
    cases.put(
        "Product",
        of(
            new NumberDistribution.Product(List.of(UNIT, UNIT)),
            c -> Math.pow(uniform(c), 2),
            continuous(x -> x == 0 ? 0 : x * (1 - Math.log(x)))));
    cases.put(
        "Kelvin",
        of(
            new ColorDistribution.Kelvin(new Distribution.Uniform(2500, 6000)),
            c -> c.green() / c.red(),
            c -> PlanckianLocus.color(1 / (1 / 2500.0 + uniform(c) * (1 / 6000.0 - 1 / 2500.0))),
            continuous(ratio -> (temperature(ratio) - 2500) / 3500)));
    cases.put(
        "Jitter",
        of(
            new ColorDistribution.Jitter(
                new Distribution.Constant<>(new LinearColor(0.5, 0.25, 0.1)),
                NONE,
                NONE,
                new Distribution.Uniform(-0.5, 0.5),
                1),
            LinearColor::red,
            c -> new LinearColor(0.5 * (0.5 + Math.sqrt(uniform(c))), 0, 0),
            continuous(red -> red / 0.5 - 0.5)));
    cases.putAll(points());
    cases.putAll(rotations());
    return cases;
  }

  private static Map<String, Case> points() {
    Map<String, Case> cases = new LinkedHashMap<>();
    // Thirds of each axis: 27 equal cells, so that a coordinate that follows another one is seen.
    ToDoubleFunction<Vec3> thirds =
        p -> Math.floor(3 * p.x()) + 3 * Math.floor(3 * p.y()) + 9 * Math.floor(3 * p.z());
    Law even = discrete(IntStream.range(0, 27).mapToDouble(i -> 1 / 27.0).toArray());
    Function<DrawContext, Vec3> diagonal =
        c -> {
          double x = uniform(c);
          return new Vec3(x, (x + 0.3 * uniform(c)) % 1, uniform(c));
        };
    cases.put("Axes", of(new PointDistribution.Axes(UNIT, UNIT, UNIT), thirds, diagonal, even));
    cases.put("Box", of(new PointDistribution.Box(Vec3.ZERO, Vec3.ONE), thirds, diagonal, even));
    cases.put(
        "Shell",
        of(
            new PointDistribution.Shell(Vec3.ZERO, 1, 2, 0, 360, -90, 90),
            Vec3::length,
            c -> new Vec3(1 + uniform(c), 0, 0),
            continuous(r -> (r * r * r - 1) / 7)));
    cases.put(
        "Shell.elevation",
        of(
            new PointDistribution.Shell(Vec3.ZERO, 1, 1, 0, 360, 0, 90),
            Vec3::z,
            c -> new Vec3(0, 0, Math.sin(Math.PI / 2 * uniform(c))),
            continuous(z -> z)));
    cases.put(
        "Disk",
        of(
            new PointDistribution.Disk(Vec3.ZERO, 1, 3, Vec3.UNIT_Y),
            Vec3::length,
            c -> new Vec3(1 + 2 * uniform(c), 0, 0),
            continuous(r -> (r * r - 1) / 8)));
    cases.put(
        "Polyline",
        of(
            new PointDistribution.Polyline(List.of(Vec3.ZERO, Vec3.UNIT_X, new Vec3(1, 3, 0))),
            p -> p.x() + p.y(),
            c -> uniform(c) < 0.5 ? new Vec3(uniform(c), 0, 0) : new Vec3(1, 3 * uniform(c), 0),
            continuous(s -> s / 4)));
    Vec3 far = new Vec3(1, 2, 3);
    cases.put(
        "Sum of points",
        of(
            new PointDistribution.Sum(
                List.of(
                    new Distribution.Constant<>(far),
                    new PointDistribution.Axes(UNIT, NONE, NONE))),
            Vec3::x,
            c -> new Vec3(1 + Math.pow(uniform(c), 1.05), 0, 0),
            continuous(x -> x - 1)));
    // An L of one unit square beside two: a third each, whatever triangles it is cut into.
    PointPolygon angle =
        PointPolygon.of(
                Stream.of("00", "20", "21", "11", "12", "02")
                    .map(at -> new Vec3(at.charAt(0) - '0', at.charAt(1) - '0', 0))
                    .toList())
            .orElseThrow();
    cases.put(
        "PointPolygon",
        of(
            angle,
            p -> p.y() >= 1 ? 2 : p.x() >= 1 ? 1 : 0,
            c -> new Vec3(2 * uniform(c), uniform(c) < 0.3 ? 1 : 0, 0),
            discrete(1 / 3.0, 1 / 3.0, 1 / 3.0)));
    return cases;
  }

  private static Map<String, Case> rotations() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put(
        "UniformRotation",
        of(
            new RotationDistribution.UniformRotation(),
            q -> 2 * Math.acos(Math.min(1, Math.abs(q.w()))),
            c ->
                Rotations.ofYawPitchRoll(
                    2 * Math.PI * uniform(c), 2 * Math.PI * uniform(c), 2 * Math.PI * uniform(c)),
            continuous(angle -> (angle - Math.sin(angle)) / Math.PI)));
    double lowest = Math.cos(Math.toRadians(40));
    cases.put(
        "Cone",
        of(
            new RotationDistribution.Cone(Vec3.UNIT_Z, 40, NONE),
            q -> q.map().transformDirection(Vec3.UNIT_Z).z(),
            c -> Rotations.about(Vec3.UNIT_X, Math.toRadians(40 * uniform(c))),
            continuous(height -> (height - lowest) / (1 - lowest))));
    cases.put(
        "Angles",
        of(
            new RotationDistribution.Angles(new Distribution.Uniform(-180, 180), NONE, NONE),
            q -> Rotations.heading(q.map()),
            c -> Rotations.about(Vec3.UNIT_Z, Math.toRadians(350 * uniform(c) - 175)),
            continuous(angle -> (angle + Math.PI) / (2 * Math.PI))));
    return cases;
  }

  @TestFactory
  Stream<DynamicTest> followsItsLaw() {
    return CASES.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey() + ", seed " + SEED,
                    () -> each.getValue().law().check(sample(each.getValue().right()))));
  }

  @TestFactory
  Stream<DynamicTest> aMistakeIsSeen() {
    return CASES.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey() + ", seed " + SEED,
                    () ->
                        assertThrows(
                            AssertionError.class,
                            () -> each.getValue().law().check(sample(each.getValue().wrong())))));
  }

  @Test
  void noFamilyIsLeftOut() {
    Set<String> families = new TreeSet<>();
    families(Distribution.class, families);
    assertTrue(families.size() > 20, "" + families);
    families.removeAll(CASES.keySet());
    families.removeAll(WITHOUT_LAW);
    assertEquals(Set.of(), families, "families without a law");
  }

  private static void families(Class<?> sealed, Set<String> families) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        families(permitted, families);
      } else {
        boolean points = permitted == PointDistribution.Sum.class;
        families.add(permitted.getSimpleName() + (points ? " of points" : ""));
      }
    }
  }

  private static <T> Case of(
      Distribution<T> right, ToDoubleFunction<T> measure, Function<DrawContext, T> wrong, Law law) {
    return new Case(
        context -> measure.applyAsDouble(right.draw(context)),
        context -> measure.applyAsDouble(wrong.apply(context)),
        law);
  }

  private static Case of(Distribution<Double> right, Function<DrawContext, Double> wrong, Law law) {
    return of(right, Double::doubleValue, wrong, law);
  }

  private static Law continuous(DoubleUnaryOperator cumulative) {
    return sample ->
        Statistics.assertKolmogorov(
            sample, x -> Math.max(0, Math.min(1, cumulative.applyAsDouble(x))));
  }

  /** Of the whole numbers from 0. */
  private static Law discrete(double... probabilities) {
    return sample -> {
      long[] counts = new long[probabilities.length];
      for (double value : sample) {
        counts[(int) value]++;
      }
      Statistics.assertChiSquare(counts, probabilities);
    };
  }

  private static double[] sample(Function<DrawContext, Double> sampler) {
    return IntStream.range(0, DRAWS)
        .mapToDouble(i -> sampler.apply(new FixedContext(SEED, "every", i)))
        .toArray();
  }

  private static double uniform(DrawContext context) {
    return context.stream().uniform();
  }

  private static Distribution<Double> constant(double value) {
    return new Distribution.Constant<>(value);
  }

  private static Distribution.Option<Double> option(double value, double weight) {
    return new Distribution.Option<>(constant(value), weight);
  }

  /** By bisection: the ratio of green to red rises with the temperature. */
  private static double temperature(double ratio) {
    double[] limits = {2000, 7000};
    for (int i = 0; i < 40; i++) {
      double middle = Arrays.stream(limits).average().orElseThrow();
      LinearColor color = PlanckianLocus.color(middle);
      limits[color.green() / color.red() < ratio ? 0 : 1] = middle;
    }
    return limits[0];
  }
}
