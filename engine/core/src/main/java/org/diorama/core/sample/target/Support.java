package org.diorama.core.sample.target;

import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;

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
    if (distribution instanceof Distribution.Uniform uniform) {
      return value >= uniform.min() && value <= uniform.max();
    }
    if (distribution instanceof Distribution.Normal normal) {
      return value >= normal.min()
          && value <= normal.max()
          && Math.abs(value - normal.mean()) <= REACH * normal.deviation();
    }
    if (distribution instanceof Distribution.Choice<Double> choice) {
      return choice.options().stream()
          .anyMatch(option -> option.weight() > 0 && admits(option.value(), value));
    }
    return false;
  }

  /** Length of the longest interval of values; 0 where all stand alone. */
  static double span(Parameter<Double> parameter) {
    return span(parameter.distribution());
  }

  private static double span(Distribution<Double> distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return uniform.max() - uniform.min();
    }
    if (distribution instanceof Distribution.Normal normal) {
      return Math.min(2 * REACH * normal.deviation(), normal.max() - normal.min());
    }
    if (distribution instanceof Distribution.Choice<Double> choice) {
      return choice.options().stream().mapToDouble(option -> span(option.value())).max().orElse(0);
    }
    return 0;
  }
}
