package org.diorama.core.scene;

import java.util.List;

/** More ways to draw numbers. */
public sealed interface NumberDistribution extends Distribution<Double> {

  /** Its logarithm is uniform: 1 to 10 is as likely as 10 to 100. */
  record LogUniform(double min, double max) implements NumberDistribution {
    public LogUniform {
      if (!(min > 0 && min <= max) || !Double.isFinite(max)) {
        throw new IllegalArgumentException("log_uniform needs 0 < min <= max, both finite");
      }
    }

    @Override
    public Double draw(DrawContext context) {
      double exponent = context.stream().uniform(StrictMath.log(min), StrictMath.log(max));
      return Math.max(min, Math.min(max, StrictMath.exp(exponent)));
    }
  }

  /**
   * Equal parts of a range, visited in turn like the cells of a grid; the value is uniform within
   * its part. Stratified sampling: McKay, Beckman, Conover, "A comparison of three methods for
   * selecting values of input variables", Technometrics 21, 1979.
   *
   * @param stride as in {@link Distribution.Grid}
   */
  record Strata(double min, double max, int cells, long stride) implements NumberDistribution {
    public Strata {
      if (!(min <= max) || !Double.isFinite(max - min) || cells < 1 || stride < 1) {
        throw new IllegalArgumentException("a grid needs min <= max, a cell and a stride");
      }
    }

    @Override
    public Double draw(DrawContext context) {
      long cell = context.number() / stride % cells;
      return context.stream().uniform(edge(cell), edge(cell + 1));
    }

    private double edge(long cell) {
      return cell == cells ? max : min + (max - min) * ((double) cell / cells);
    }
  }

  /** All terms, each drawn for itself, added in their order. */
  record Sum(List<Distribution<Double>> terms) implements NumberDistribution {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public Double draw(DrawContext context) {
      double total = 0;
      for (Distribution<Double> term : terms) {
        total += term.draw(context);
      }
      return total;
    }

    @Override
    public List<Distribution<Double>> parts() {
      return terms;
    }
  }

  /** All factors, each drawn for itself, multiplied in their order. */
  record Product(List<Distribution<Double>> factors) implements NumberDistribution {
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public Double draw(DrawContext context) {
      double product = 1;
      for (Distribution<Double> factor : factors) {
        product *= factor.draw(context);
      }
      return product;
    }

    @Override
    public List<Distribution<Double>> parts() {
      return factors;
    }
  }
}
