package org.diorama.core.sample.frame;

import java.util.Optional;

/**
 * What is decided once for all steps of a sequence besides what is drawn.
 *
 * @param attempts how often each mount of cameras was drawn again, in the order of the scene
 * @param levels of detail of the instances that are drawn, in their order
 * @param unmet what keeps the sequence from being made
 */
record SequencePlan(int[] attempts, int[] levels, Optional<String> unmet) {
  int attempts(int mount) {
    return attempts[mount];
  }

  /**
   * @param drawn number of an instance among those that are drawn, from 0
   */
  int level(int drawn) {
    return levels[drawn];
  }
}
