package org.diorama.core.physics;

import java.util.List;

/**
 * Bodies to let fall together.
 *
 * @param bodies in the order of the scene; it is part of what decides the result
 * @param gravity m/s² towards world -Z, positive
 * @param seconds simulated time after which bodies that still move are left where they are
 * @param moments rising times in seconds from the start at which poses are wanted too
 */
public record SettleRequest(
    List<RigidBody> bodies, double gravity, double seconds, List<Double> moments) {
  /** Without bodies: it tells whether a settler can work at all. */
  public static final SettleRequest NOTHING = new SettleRequest(List.of(), 9.81, 1, List.of());

  /** Of the Earth, m/s². */
  public static final double STANDARD_GRAVITY = 9.80665;

  public SettleRequest {
    bodies = List.copyOf(bodies);
    moments = List.copyOf(moments);
    if (!(gravity > 0) || !(seconds > 0)) {
      throw new IllegalArgumentException("gravity " + gravity + ", seconds " + seconds);
    }
    for (int i = 0; i < moments.size(); i++) {
      if (!(moments.get(i) >= (i == 0 ? 0 : moments.get(i - 1)))) {
        throw new IllegalArgumentException("moments " + moments);
      }
    }
  }
}
