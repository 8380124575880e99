package org.diorama.core.scene;

import java.util.List;

/** A named axis along which frames differ: recorded with each image, balanced and varied. */
public sealed interface Factor {
  /** Its key under {@code factors}. */
  String name();

  /** Path of its draw. */
  default String path() {
    return "factors." + name();
  }

  /** One of several named alternatives, each of which changes a part of the scene. */
  record Discrete(String name, List<Level> levels) implements Factor {
    public Discrete {
      levels = List.copyOf(levels);
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("a factor has at least one level");
      }
    }
  }

  /** A number that other values may name. */
  record Continuous(String name, Parameter<Double> value) implements Factor {}

  /** An alternative; its weight is relative, finite and not negative. */
  record Level(String name, double weight) {
    public Level {
      if (!(weight >= 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("a weight is finite and not negative");
      }
    }
  }
}
