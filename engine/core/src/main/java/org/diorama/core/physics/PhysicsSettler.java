package org.diorama.core.physics;

/**
 * Lets rigid bodies fall until they rest. Found by ServiceLoader; loading the implementation itself
 * touches no native library. The result is a function of the request alone: no clock, no earlier
 * call, no order of threads. Safe for use by several threads.
 */
public interface PhysicsSettler {
  /**
   * @throws org.diorama.core.DioramaException NO_RENDERER where this machine cannot simulate, with
   *     the reason and the remedy
   */
  Settlement settle(SettleRequest request);
}
