package org.diorama.core.physics;

import java.util.List;

/**
 * What became of a request.
 *
 * @param bodies one for each body that moves, in the request's order
 * @param seconds simulated until all of them rested, or the limit
 */
public record Settlement(List<SettledBody> bodies, double seconds) {
  public Settlement {
    bodies = List.copyOf(bodies);
  }
}
