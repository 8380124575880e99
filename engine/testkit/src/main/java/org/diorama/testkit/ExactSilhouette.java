package org.diorama.testkit;

import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.OffsetRings;
import org.diorama.core.render.SilhouetteBits;

/** Which pixels one row's instance alone covers, by exact rays, and how many it may cover. */
final class ExactSilhouette {
  private final ExactView exact;
  private final InstanceRow row;
  private final PixelBox box;
  private final boolean[] covered;
  private final Range range;

  /**
   * How many pixels.
   *
   * @param least pixels covered at the center and everywhere within the band's radius
   * @param greatest pixels covered anywhere within it
   */
  private record Range(int least, int greatest) {
    boolean admits(int pixels) {
      return pixels >= least && pixels <= greatest;
    }
  }

  ExactSilhouette(ExactView exact, InstanceRow row) {
    this.exact = exact;
    this.row = row;
    this.box = exact.geometry().projected(row).map(ProjectedBounds::box).orElse(PixelBox.EMPTY);
    this.covered = new boolean[box.width() * box.height()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] =
          exact.id(y(i) * exact.width() + x(i)) == row.instanceId()
              || exact.covers(row, x(i) + 0.5, y(i) + 0.5);
    }
    this.range = range(false);
  }

  private int x(int i) {
    return box.left() + i % box.width();
  }

  private int y(int i) {
    return box.top() + i / box.width();
  }

  private Range range(boolean everywhere) {
    int least = 0;
    int greatest = 0;
    for (int i = 0; i < covered.length; i++) {
      boolean uncertain =
          (everywhere || isBesideOutline(i))
              && isUncertain(x(i), y(i), everywhere ? OffsetRings.FINE : OffsetRings.COARSE);
      least += covered[i] && !uncertain ? 1 : 0;
      greatest += covered[i] || uncertain ? 1 : 0;
    }
    return new Range(least, greatest);
  }

  /** What is wrong with a number of pixels. The band is looked for everywhere where need be. */
  Optional<String> fault(int pixels) {
    if (range.admits(pixels)) {
      return Optional.empty();
    }
    Range wide = range(true);
    return wide.admits(pixels)
        ? Optional.empty()
        : Optional.of("silhouette of " + pixels + " pixels, exactly " + wide);
  }

  /** What is wrong with a renderer's bits; they are compared bit for bit but for the band. */
  Optional<String> fault(SilhouetteBits bits) {
    PixelBox both = box.union(bits.box());
    for (int y = both.top(); y < both.bottom(); y++) {
      for (int x = both.left(); x < both.right(); x++) {
        if (bits.covers(x, y) != covers(x, y) && !isUncertain(x, y, OffsetRings.FINE)) {
          return Optional.of("silhouette at pixel (" + x + ", " + y + "): " + bits.covers(x, y));
        }
      }
    }
    return Optional.empty();
  }

  private boolean covers(int x, int y) {
    return box.contains(x, y) && covered[(y - box.top()) * box.width() + x - box.left()];
  }

  private boolean isBesideOutline(int i) {
    for (int v = y(i) - 1; v <= y(i) + 1; v++) {
      for (int u = x(i) - 1; u <= x(i) + 1; u++) {
        if (box.contains(u, v) && covers(u, v) != covered[i]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isUncertain(int x, int y, OffsetRings rings) {
    boolean center = exact.covers(row, x + 0.5, y + 0.5);
    boolean[] changes = {false};
    rings.visit((du, dv) -> changes[0] |= exact.covers(row, x + 0.5 + du, y + 0.5 + dv) != center);
    return changes[0];
  }
}
