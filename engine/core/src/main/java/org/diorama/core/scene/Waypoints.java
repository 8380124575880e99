package org.diorama.core.scene;

import java.util.List;

/**
 * A way through points.
 *
 * @param points at least two, meters
 * @param timing when it is where
 * @param smooth a Catmull-Rom curve instead of straight lines
 */
public record Waypoints(List<VectorParameter> points, Timing timing, boolean smooth) {
  public Waypoints {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a way has at least two points");
    }
    if (timing instanceof Times times && times.seconds().size() != points.size()) {
      throw new IllegalArgumentException("a way has as many times as points");
    }
  }

  /** How a way is passed through; before and after it one stays at its ends. */
  public sealed interface Timing {}

  /** At a steady speed in m/s, from 0 s on. */
  public record Speed(Parameter<Double> metersPerSecond) implements Timing {}

  /** At each point at its own time, rising, in seconds. */
  public record Times(List<Double> seconds) implements Timing {
    public Times {
      seconds = List.copyOf(seconds);
      for (int i = 1; i < seconds.size(); i++) {
        if (!(seconds.get(i) > seconds.get(i - 1))) {
          throw new IllegalArgumentException("times rise: " + seconds);
        }
      }
    }
  }
}
