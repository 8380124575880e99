package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * A line that things follow.
 *
 * @param points corners, at least two, neighbors apart; meters in the frame of those that follow it
 * @param closed whether it leads from the last corner back to the first
 * @param radius of the arcs that round its corners, meters; 0 for sharp ones
 */
public record ScenePath(String name, List<Vec3> points, boolean closed, double radius) {
  public ScenePath {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a path has two points or more");
    }
  }
}
