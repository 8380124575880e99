package org.diorama.core.physics;

import java.util.List;
import org.diorama.core.math.Affine3;

/**
 * Where a body is driven, whatever it meets; it pushes what falls. Between two poses it moves
 * steadily, after the last it stays.
 *
 * @param interval seconds from pose to pose, positive
 * @param poses rigid, {@code worldFromBody}; the first at 0 s, where the body starts
 */
public record BodyWay(double interval, List<Affine3> poses) {
  public BodyWay {
    poses = List.copyOf(poses);
    if (!(interval > 0) || poses.isEmpty()) {
      throw new IllegalArgumentException(poses.size() + " poses every " + interval + " s");
    }
  }
}
