package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.LinearColor;

/**
 * How a value is drawn. A closed family: each member is data and draws from the context it is
 * given, nothing else.
 *
 * @param <T> the type of the value: Double for numbers, or any type an author can list
 */
public sealed interface Distribution<T> {
  T draw(DrawContext context);

  /** Always the same value. */
  record Constant<T>(T value) implements Distribution<T> {
    @Override
    public T draw(DrawContext context) {
      return value;
    }
  }

  /** The value of another parameter, where several places share one draw. */
  record Reference<T>(Parameter<T> parameter) implements Distribution<T> {
    @Override
    public T draw(DrawContext context) {
      return context.value(parameter);
    }
  }

  /** Uniform on [min, max). */
  record Uniform(double min, double max) implements Distribution<Double> {
    public Uniform {
      if (!(min <= max) || !Double.isFinite(max - min)) {
        throw new IllegalArgumentException("uniform needs min <= max, both finite");
      }
    }

    @Override
    public Double draw(DrawContext context) {
      return context.stream().uniform(min, max);
    }
  }

  /** Uniform on the whole numbers min, min + 1, … max. */
  record UniformInt(long min, long max) implements Distribution<Double> {
    public UniformInt {
      if (min > max) {
        throw new IllegalArgumentException("uniform_int needs min <= max");
      }
    }

    @Override
    public Double draw(DrawContext context) {
      return (double) context.stream().uniformInt(min, max);
    }
  }

  /**
   * Gaussian with the given mean and standard deviation, clamped to what its parameter allows.
   *
   * @param min values below become this one
   * @param max values above become this one
   */
  record Normal(double mean, double deviation, double min, double max)
      implements Distribution<Double> {
    public Normal {
      if (!(deviation >= 0) || !Double.isFinite(mean) || !Double.isFinite(deviation)) {
        throw new IllegalArgumentException("normal needs a finite mean and a deviation >= 0");
      }
      if (!(min <= max)) {
        throw new IllegalArgumentException("normal needs min <= max");
      }
    }

    /** Without limits. */
    public Normal(double mean, double deviation) {
      this(mean, deviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public Double draw(DrawContext context) {
      return Math.max(min, Math.min(max, mean + deviation * context.stream().gaussian()));
    }
  }

  /** Uniform on the straight line between two colors, in linear light. */
  record UniformColor(LinearColor from, LinearColor to) implements Distribution<LinearColor> {
    @Override
    public LinearColor draw(DrawContext context) {
      double t = context.stream().uniform();
      return from.times(1 - t).plus(to.times(t));
    }
  }

  /** One of several distributions, by weight. */
  record Choice<T>(List<Option<T>> options) implements Distribution<T> {
    public Choice {
      options = List.copyOf(options);
      double total = options.stream().mapToDouble(Option::weight).sum();
      if (!(total > 0) || !Double.isFinite(total)) {
        throw new IllegalArgumentException("choice needs a positive, finite sum of weights");
      }
    }

    @Override
    public T draw(DrawContext context) {
      double total = 0;
      for (Option<T> option : options) {
        total += option.weight();
      }
      double remaining = context.stream().uniform(0, total);
      Option<T> chosen = null;
      for (Option<T> option : options) {
        if (option.weight() > 0) {
          chosen = option;
          remaining -= option.weight();
          if (remaining < 0) {
            break;
          }
        }
      }
      return chosen.value().draw(context);
    }
  }

  /** One alternative of a choice; the weight is relative and not negative. */
  record Option<T>(Distribution<T> value, double weight) {
    public Option {
      if (!(weight >= 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("a weight is finite and not negative");
      }
    }
  }
}
