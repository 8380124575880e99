package org.diorama.core.scene;

import org.diorama.core.math.LinearColor;

/**
 * What the draws of a distribution of colors can be, known before any is made.
 *
 * @param largest no channel is above
 * @param mayBeBlack whether a draw may have no light at all
 */
public record ColorBounds(double largest, boolean mayBeBlack) {
  public static ColorBounds of(Distribution<LinearColor> distribution) {
    if (distribution instanceof Distribution.Constant<LinearColor> constant) {
      return of(constant.value());
    }
    if (distribution instanceof Distribution.Reference<LinearColor> reference) {
      return of(reference.parameter().distribution());
    }
    if (distribution instanceof Distribution.UniformColor uniform) {
      return of(uniform.from()).union(of(uniform.to()));
    }
    if (distribution instanceof ColorDistribution.Kelvin) {
      return new ColorBounds(1, false);
    }
    if (distribution instanceof ColorDistribution.Jitter jitter) {
      boolean darkens = NumberBounds.of(jitter.brightness()).min() <= -1;
      return new ColorBounds(jitter.brightest(), darkens || of(jitter.value()).mayBeBlack());
    }
    return Alternatives.of(distribution).stream()
        .map(ColorBounds::of)
        .reduce(new ColorBounds(0, false), ColorBounds::union);
  }

  private static ColorBounds of(LinearColor color) {
    return new ColorBounds(
        Math.max(color.red(), Math.max(color.green(), color.blue())), color.luminance() <= 0);
  }

  private ColorBounds union(ColorBounds other) {
    return new ColorBounds(Math.max(largest, other.largest), mayBeBlack || other.mayBeBlack);
  }
}
