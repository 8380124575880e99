package org.diorama.core.sample;

/** When a frame's poses are known, in the order of time. */
public enum FrameInstant {
  /** Label instant of the step before, time runs on before a sequence's first. */
  PREVIOUS_STEP,
  SHUTTER_OPEN,
  /** Center of the shutter's time: what labels, and images at one sample, show. */
  LABEL,
  SHUTTER_CLOSE,
  /** Label instant of the step after, likewise beyond the last. */
  NEXT_STEP
}
