package org.diorama.dataset.verify.replay;

import java.util.Locale;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;

/**
 * Two pictures of one view by different renderers. Edges are left out: one renderer smooths them,
 * another does not.
 */
final class ColorComparison {
  /** A step in color that counts, the share of pixels that may have one, and the mean. */
  private static final int COLOR_STEP = 16;

  private static final double COLOR_SHARE = 0.08;
  private static final double COLOR_MEAN = 4;

  private final PngImage stored;
  private final PngImage again;

  private ColorComparison(PngImage stored, PngImage again) {
    this.stored = stored;
    this.again = again;
  }

  static ColorComparison of(byte[] stored, byte[] again, int width, int height) throws FaultyFile {
    return new ColorComparison(
        PngReader.read(stored, width, height), PngReader.read(again, width, height));
  }

  /** What is too much; empty where it is within the tolerance. */
  String difference() {
    long sum = 0;
    int apart = 0;
    int inside = 0;
    int[] one = brightness(stored);
    int[] other = brightness(again);
    for (int i = 0; i < one.length; i++) {
      if (isEdge(one, i) || isEdge(other, i)) {
        continue;
      }
      int difference = Math.abs(one[i] - other[i]);
      inside++;
      sum += difference;
      apart += difference > COLOR_STEP ? 1 : 0;
    }
    boolean near = apart <= COLOR_SHARE * inside && sum <= COLOR_MEAN * inside;
    return near
        ? ""
        : String.format(
            Locale.ROOT,
            "away from edges %d of %d pixels differ by more than %d, on average by %.1f",
            apart,
            inside,
            COLOR_STEP,
            (double) sum / inside);
  }

  /** The mean of the channels of each pixel. */
  private static int[] brightness(PngImage image) {
    int[] brightness = new int[image.width() * image.height()];
    for (int i = 0; i < brightness.length; i++) {
      for (int channel = 0; channel < image.channels(); channel++) {
        brightness[i] += Byte.toUnsignedInt(image.samples()[i * image.channels() + channel]);
      }
      brightness[i] /= image.channels();
    }
    return brightness;
  }

  /** Whether a pixel has a neighbor of another color. */
  private boolean isEdge(int[] values, int pixel) {
    int x = pixel % stored.width();
    int y = pixel / stored.width();
    for (int row = Math.max(0, y - 1); row <= Math.min(stored.height() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1);
          column <= Math.min(stored.width() - 1, x + 1);
          column++) {
        if (Math.abs(values[row * stored.width() + column] - values[pixel]) > COLOR_STEP) {
          return true;
        }
      }
    }
    return false;
  }
}
