package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.LinearColor;
import org.diorama.core.random.RandomStream;

/**
 * How a value is drawn. A closed family: each member is data and draws from the context it is
 * given, nothing else.
 *
 * @param <T> the type of the value: Double for numbers, or any type an author can list
 */
public sealed interface Distribution<T>
    permits Distribution.Constant,
        Distribution.Reference,
        Distribution.Choice,
        Distribution.Cycle,
        Distribution.Grid,
        Distribution.Uniform,
        Distribution.UniformInt,
        Distribution.Normal,
        Distribution.UniformColor,
        NumberDistribution,
        ColorDistribution,
        PointDistribution,
        RotationDistribution {
  T draw(DrawContext context);

  /** The distributions it is made of. */
  default List<? extends Distribution<?>> parts() {
    return List.of();
  }

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
   * Gaussian with the given mean and standard deviation, truncated: the density between the limits
   * keeps its shape.
   *
   * @param min no value is below
   * @param max no value is above
   */
  record Normal(double mean, double deviation, double min, double max)
      implements Distribution<Double> {
    /** Limits farther from the mean, in deviations, leave practically nothing to draw. */
    public static final double FARTHEST = 8;

    public Normal {
      if (!(deviation >= 0) || !Double.isFinite(mean) || !Double.isFinite(deviation)) {
        throw new IllegalArgumentException("normal needs a finite mean and a deviation >= 0");
      }
      if (!(min <= max)) {
        throw new IllegalArgumentException("normal needs min <= max");
      }
      if (!(min <= mean + FARTHEST * deviation && max >= mean - FARTHEST * deviation)) {
        throw new IllegalArgumentException("normal needs limits that its draws can meet");
      }
    }

    /** Without limits. */
    public Normal(double mean, double deviation) {
      this(mean, deviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public Double draw(DrawContext context) {
      if (deviation == 0 || min == max) {
        return Math.max(min, Math.min(max, mean));
      }
      double z = context.stream().gaussian((min - mean) / deviation, (max - mean) / deviation);
      return Math.max(min, Math.min(max, mean + deviation * z));
    }

    /** No value is below, limited or not. */
    public double least() {
      return Math.max(min, mean - deviation * RandomStream.WIDEST_GAUSSIAN);
    }

    /** No value is above, limited or not. */
    public double greatest() {
      return Math.min(max, mean + deviation * RandomStream.WIDEST_GAUSSIAN);
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
      // Palettes are long and drawn for every instance: no iterators.
      int count = options.size();
      double total = 0;
      for (int i = 0; i < count; i++) {
        total += options.get(i).weight();
      }
      double remaining = context.stream().uniform(0, total);
      Option<T> chosen = null;
      for (int i = 0; i < count && (chosen == null || remaining >= 0); i++) {
        Option<T> option = options.get(i);
        if (option.weight() > 0) {
          chosen = option;
          remaining -= option.weight();
        }
      }
      return chosen.value().draw(context);
    }

    @Override
    public List<Distribution<T>> parts() {
      return options.stream().map(Option::value).toList();
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

  /** One of several distributions in turn, by the number of what it is drawn for. */
  record Cycle<T>(List<Distribution<T>> values) implements Distribution<T> {
    public Cycle {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a sequence needs a value");
      }
    }

    @Override
    public T draw(DrawContext context) {
      return values.get((int) (context.number() % values.size())).draw(context);
    }

    @Override
    public List<Distribution<T>> parts() {
      return values;
    }
  }

  /**
   * Cells that are visited in turn. Joined with other grids, each cell of this one stands for a
   * whole round of the faster ones, so that together they visit every combination.
   *
   * @param stride combinations of the faster grids it is joined with; 1 where it is alone
   */
  record Grid<T>(List<Distribution<T>> cells, long stride) implements Distribution<T> {
    public Grid {
      cells = List.copyOf(cells);
      if (cells.isEmpty() || stride < 1) {
        throw new IllegalArgumentException("a grid needs a cell and a stride of at least 1");
      }
    }

    @Override
    public T draw(DrawContext context) {
      return cells.get((int) (context.number() / stride % cells.size())).draw(context);
    }

    @Override
    public List<Distribution<T>> parts() {
      return cells;
    }
  }
}
