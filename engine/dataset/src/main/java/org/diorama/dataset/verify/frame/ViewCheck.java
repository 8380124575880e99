package org.diorama.dataset.verify.frame;

/** One thing that must hold for every image. */
interface ViewCheck {
  /** What it proves, for people; unique among the checks. */
  String name();

  /** Looks at one image; says what it found, how much it looked at, and what it lacked. */
  void check(ViewEvidence view, CheckReport report);
}
