package org.diorama.core.scene;

import java.util.List;

/**
 * Division of the dataset, such as into train and val.
 *
 * @param shares in the order of the file; their fractions sum to 1; none where nothing is split
 * @param unit what stays together
 */
public record SplitDescription(List<Share> shares, Unit unit) {
  public static final SplitDescription NONE = new SplitDescription(List.of(), Unit.FRAME);

  public SplitDescription {
    shares = List.copyOf(shares);
  }

  /** A part of the dataset and its share, above 0 and at most 1. */
  public record Share(String name, double fraction) {}

  /** What a split never divides. */
  public enum Unit {
    /** A frame with all of its sequence, its twins and its cameras. */
    FRAME,
    /** The same: a still frame is a sequence of one. */
    SEQUENCE,
    /** That, and every asset that is labelled is in one part only. */
    ASSET
  }
}
