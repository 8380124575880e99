package org.diorama.testkit;

import org.diorama.core.geometry.PixelBox;

/**
 * How many pixels one instance alone covers.
 *
 * @param least pixels covered at the center and everywhere within the band's radius
 * @param greatest pixels covered anywhere within it
 */
record SilhouetteRange(int least, int greatest) {

  /**
   * @param everywhere whether to look for the band at every pixel, not only beside the outline
   */
  static SilhouetteRange of(ExactView exact, int draw, PixelBox box, boolean everywhere) {
    int id = exact.geometry().draws().get(draw).instanceId();
    boolean[] covered = new boolean[box.width() * box.height()];
    for (int i = 0; i < covered.length; i++) {
      int x = box.left() + i % box.width();
      int y = box.top() + i / box.width();
      covered[i] = exact.id(y * exact.width() + x) == id || exact.covers(draw, x + 0.5, y + 0.5);
    }
    int least = 0;
    int greatest = 0;
    for (int i = 0; i < covered.length; i++) {
      boolean uncertain =
          (everywhere || isBesideOutline(covered, box.width(), i))
              && changesWithin(exact, draw, box, i, everywhere);
      least += covered[i] && !uncertain ? 1 : 0;
      greatest += covered[i] || uncertain ? 1 : 0;
    }
    return new SilhouetteRange(least, greatest);
  }

  boolean admits(int pixels) {
    return pixels >= least && pixels <= greatest;
  }

  private static boolean isBesideOutline(boolean[] covered, int width, int i) {
    int x = i % width;
    int y = i / width;
    for (int v = Math.max(0, y - 1); v <= y + 1 && v * width < covered.length; v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        if (covered[v * width + u] != covered[i]) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean changesWithin(
      ExactView exact, int draw, PixelBox box, int i, boolean fine) {
    double u = box.left() + i % box.width() + 0.5;
    double v = box.top() + i / box.width() + 0.5;
    boolean center = exact.covers(draw, u, v);
    boolean[] changes = {false};
    (fine ? OffsetRings.FINE : OffsetRings.COARSE)
        .visit((du, dv) -> changes[0] |= exact.covers(draw, u + du, v + dv) != center);
    return changes[0];
  }
}
