package org.diorama.physics;

import org.diorama.core.math.Affine3;

/** Tells when a body lies still: it stays about one pose for a while, whatever it trembles. */
final class Stillness {
  /** Seconds. */
  private static final double WHILE = 0.3;

  /** How far it may move meanwhile, as a part of its radius. */
  private static final double TREMBLE = 0.01;

  /** How much farther it must move to be awake again. */
  private static final double AWAKE = 3;

  /**
   * After so many seconds it may move so much farther in that while: a large heap creeps on, by
   * millimeters a second, when nothing in it falls or tumbles any more.
   */
  private static final double CREEPING = 3;

  private static final double CREEP = 5;

  private final double radius;
  private Affine3 about;
  private double since;
  private boolean still;

  Stillness(Affine3 pose, double radius) {
    this.about = pose;
    this.radius = radius;
  }

  void see(Affine3 pose, double seconds) {
    double allowed = TREMBLE * radius * (still ? AWAKE : 1) * (seconds > CREEPING ? CREEP : 1);
    if (Poses.distance(about, pose, radius) > allowed) {
      about = pose;
      since = seconds;
    }
    still = seconds - since >= WHILE;
  }

  boolean still() {
    return still;
  }
}
