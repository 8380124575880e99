package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Outcome of comparing a view with exact rays.
 *
 * @param excluded pixels inside the band where renderers may differ
 * @param differing excluded pixels whose id does differ
 * @param disagreements one line each; empty where the renderer is right
 */
public record OracleReport(int pixels, int excluded, int differing, List<String> disagreements) {
  /** Share of excluded pixels above which a comparison proves too little. */
  public static final double MAX_EXCLUDED = 0.02;

  /** Nothing compared yet. */
  public static final OracleReport EMPTY = new OracleReport(0, 0, 0, List.of());

  private static final int SHOWN = 20;

  public OracleReport {
    disagreements = List.copyOf(disagreements);
  }

  public double excludedShare() {
    return (double) excluded / pixels;
  }

  /** The outcomes of several views as one. */
  public OracleReport plus(OracleReport other) {
    List<String> all = new ArrayList<>(disagreements);
    all.addAll(other.disagreements);
    return new OracleReport(
        pixels + other.pixels, excluded + other.excluded, differing + other.differing, all);
  }

  /** For the test's log. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d pixels, %.3f %% excluded, %d of them differ, %d disagreements",
        pixels,
        100 * excludedShare(),
        differing,
        disagreements.size());
  }

  /** Fails on any disagreement, and where more than 2 % had to be excluded. */
  public void assertAgreement(String what) {
    if (!disagreements.isEmpty()) {
      fail(
          what
              + ": "
              + summary()
              + "\n"
              + String.join("\n", disagreements.subList(0, Math.min(SHOWN, disagreements.size()))));
    }
    if (excludedShare() > MAX_EXCLUDED) {
      fail(what + ": more than 2 % excluded: " + summary());
    }
  }
}
