package org.diorama.core.sample;

import java.util.List;
import org.diorama.core.scene.NamedPoint;

/**
 * Named points that the scene declares for the instances of a group, in place of their asset's.
 *
 * @param group name of the object group, such as {@code shelf.facing}
 * @param points in the order of the scene
 */
public record GroupKeypoints(String group, List<NamedPoint> points) {
  public GroupKeypoints {
    points = List.copyOf(points);
  }
}
