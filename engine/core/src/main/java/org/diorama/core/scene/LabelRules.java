package org.diorama.core.scene;

/**
 * What becomes a label.
 *
 * @param depthMax meters; surfaces beyond are written as none
 * @param minPixels fewest visible pixels of an annotated instance; at least 1
 * @param minVisibleFraction lowest visible fraction of an annotated instance
 * @param maxTruncation highest truncation of an annotated instance
 * @param minPieceShare pieces of an instance's mask below this share of it are void; 0 keeps all
 * @param then what becomes of an instance beyond a bound
 */
public record LabelRules(
    double depthMax,
    int minPixels,
    double minVisibleFraction,
    double maxTruncation,
    double minPieceShare,
    Then then) {
  /** Largest value of a 16-bit depth image: 65.535 m in millimeters. */
  public static final double DEFAULT_DEPTH_MAX = 65.0;

  public static final LabelRules DEFAULT = new LabelRules(DEFAULT_DEPTH_MAX, 1, 0, Then.VOID);

  /** Fate of a dropped instance: unlabelled pixels, a crowd annotation, or kept all the same. */
  public enum Then {
    VOID,
    CROWD,
    KEEP
  }

  /** Whatever the truncation and the pieces. */
  public LabelRules(double depthMax, int minPixels, double minVisibleFraction, Then then) {
    this(depthMax, minPixels, minVisibleFraction, 1, 0, then);
  }

  /** Fewest pixels by which an instance gets an annotation of its own; at least 1. */
  public int leastPixels() {
    return then == Then.KEEP ? 1 : minPixels;
  }

  /** Lowest visible fraction with which it gets one. */
  public double leastFraction() {
    return then == Then.KEEP ? 0 : minVisibleFraction;
  }

  /** Highest truncation with which it gets one. */
  public double greatestTruncation() {
    return then == Then.KEEP ? 1 : maxTruncation;
  }

  /** Millimeters a step of the depth image: 1 unless {@code depthMax} needs a coarser step. */
  public double depthScale() {
    return Math.max(1.0, Math.ceil(depthMax * 1000 / 65535 * 1000) / 1000);
  }
}
