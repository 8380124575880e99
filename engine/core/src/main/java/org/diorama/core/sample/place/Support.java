package org.diorama.core.sample.place;

import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.NumberDistribution;

/** Which values a distribution may give: as far as things may be moved without a new draw. */
final class Support {
  /** Standard deviations of a normal distribution within which things are moved. */
  private static final double REACH = 3;

  private Support() {}

  /** Whether the value may be drawn; false for families whose values stand alone. */
  static boolean admits(Distribution<Double> distribution, double value) {
    if (distribution instanceof Distribution.Constant<Double> constant) {
      return constant.value() == value;
    }
    if (distribution instanceof Distribution.Choice<Double> choice) {
      return choice.options().stream()
          .anyMatch(option -> option.weight() > 0 && admits(option.value(), value));
    }
    return interval(distribution).holds(value);
  }

  /** From the least to the greatest value that may be drawn; nothing where values stand alone. */
  static Span span(Distribution<Double> distribution) {
    if (distribution instanceof Distribution.Constant<Double> constant) {
      return new Span(constant.value(), constant.value());
    }
    if (distribution instanceof Distribution.Choice<Double> choice) {
      return choice.options().stream()
          .filter(option -> option.weight() > 0)
          .map(option -> span(option.value()))
          .reduce(Span.NOTHING, Span::around);
    }
    return interval(distribution);
  }

  private static Span interval(Distribution<Double> distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return new Span(uniform.min(), uniform.max());
    }
    if (distribution instanceof NumberDistribution.LogUniform uniform) {
      return new Span(uniform.min(), uniform.max());
    }
    if (distribution instanceof Distribution.Normal normal) {
      double reach = REACH * normal.deviation();
      return new Span(
          Math.max(normal.min(), normal.mean() - reach),
          Math.min(normal.max(), normal.mean() + reach));
    }
    return Span.NOTHING;
  }
}
