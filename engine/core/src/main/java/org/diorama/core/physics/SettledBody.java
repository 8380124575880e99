package org.diorama.core.physics;

import java.util.List;
import org.diorama.core.math.Affine3;

/**
 * Where a body came to lie.
 *
 * @param worldFromBody rigid, without the body's scale
 * @param moments its poses at the request's moments; those after the end of the simulation repeat
 *     the last one
 */
public record SettledBody(Affine3 worldFromBody, Rest rest, List<Affine3> moments) {
  public SettledBody {
    moments = List.copyOf(moments);
  }

  /** How the simulation ended for a body. */
  public enum Rest {
    RESTING,
    /** The time was over before it lay still. */
    MOVING,
    /** It left the world: nothing it could still fall on lies below it. */
    FELL
  }
}
