package org.diorama.dataset.verify.frame;

/** One thing that must hold for every frame. */
interface FrameCheck {
  /** What it proves, for people; unique among the checks. */
  String name();

  /** Looks at one frame; says what it found, how much it looked at, and what it lacked. */
  void check(FrameEvidence frame, CheckReport report);
}
