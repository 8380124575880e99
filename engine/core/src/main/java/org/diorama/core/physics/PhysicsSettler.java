package org.diorama.core.physics;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * Lets rigid bodies fall until they rest. Found by ServiceLoader; loading the implementation itself
 * touches no native library. The result is a function of the request alone: no clock, no earlier
 * call, no order of threads. Safe for use by several threads.
 */
public interface PhysicsSettler {
  /**
   * @throws DioramaException NO_RENDERER where this machine cannot simulate, with the reason and
   *     the remedy
   */
  Settlement settle(SettleRequest request);

  /** For programs without a simulation: it refuses every request. */
  static PhysicsSettler none() {
    return request -> {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "settle: physics needs a simulation, and none is on the class path. Add diorama-physics,"
              + " or leave the key out of the scene.");
    };
  }
}
