package org.diorama.core.sample.frame;

import java.util.Optional;
import org.diorama.core.sample.target.TargetOutcome;

/**
 * What is decided once for all steps of a sequence besides what is drawn.
 *
 * @param view which cameras fit, and levels of detail
 * @param targets what instances were moved for, before
 */
record SequencePlan(ViewPlan view, TargetOutcome targets) {
  /**
   * @param attempts how often each mount of cameras was drawn again, in the order of the scene
   * @param levels of detail of the instances that are drawn, in their order
   * @param unmet what keeps the sequence from being made
   * @param again whether it may be made where the camera is drawn again that things were placed by,
   *     and they with it
   */
  record ViewPlan(int[] attempts, int[] levels, Optional<String> unmet, boolean again) {
    /** Before levels are decided. */
    ViewPlan(int[] attempts) {
      this(attempts, new int[0], Optional.empty(), false);
    }

    /**
     * @param drawn number of an instance among those that are drawn, from 0
     */
    int level(int drawn) {
      return levels[drawn];
    }
  }
}
