package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import org.diorama.dataset.verify.read.PresentFile;

/**
 * What another step's images show.
 *
 * @param depths in steps of {@code step} meters
 */
record StepImages(int width, int height, int[] ids, int[] depths, double step) {
  /** What rounding of two depth images, and the bend of a surface within a pixel, leave open. */
  private static final double BEND = 2e-3;

  /** Part of its depth by which all around a surface must be nearer than it to hide it. */
  private static final double NEARER = 1e-3;

  /** Pixels that single precision leaves open of a place. */
  private static final double PIXELS = 1e-3;

  /** Absent where they are not there, or damaged. */
  static Optional<StepImages> read(
      Path root, String fileName, ViewEvidence view, ManifestFacts manifest) {
    try {
      return Optional.of(
          new StepImages(
              view.camera().width(),
              view.camera().height(),
              plane(root, Plane.INSTANCE, fileName, view),
              plane(root, Plane.DEPTH, fileName, view),
              manifest.depthScale() / 1000));
    } catch (FaultyFile | NoSuchFileException e) {
      // Reading that step tells.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(fileName, e);
    }
  }

  private static int[] plane(Path root, Plane plane, String fileName, ViewEvidence view)
      throws IOException, FaultyFile {
    byte[] bytes = PresentFile.bytes(root.resolve(plane.path(fileName)));
    PngImage image = PngReader.read(bytes, view.camera().width(), view.camera().height());
    image.requireForm(plane.channels(), plane.bitDepth(0));
    return image.gray();
  }

  /**
   * What contradicts that a surface is seen there, or that it is hidden; empty where nothing does.
   *
   * @param u column; likewise {@code v}, inside the image
   * @param z its planar depth there; not a number where unknown
   * @param slack of it
   */
  String fault(int instance, boolean seen, double u, double v, double z, double slack) {
    int target = (int) v * width + (int) u;
    if (seen && !isAround(u, v, instance)) {
      return "leads from instance %d to %d".formatted(instance, ids[target]);
    }
    if (Double.isNaN(z) || ids[target] != instance) {
      return "";
    }
    double least = Double.MAX_VALUE;
    double largest = 0;
    int own = 0;
    for (int row = Math.max(0, (int) v - 1); row <= Math.min(height - 1, (int) v + 1); row++) {
      for (int x = Math.max(0, (int) u - 1); x <= Math.min(width - 1, (int) u + 1); x++) {
        int pixel = row * width + x;
        if (ids[pixel] == instance) {
          own++;
          least = Math.min(least, depths[pixel] * step);
          largest = Math.max(largest, depths[pixel] <= 1 ? Double.MAX_VALUE : depths[pixel] * step);
        }
      }
    }
    double open = slack + step;
    if (seen && largest < z * (1 - BEND) - open) {
      return "is seen, and all around its end lies nearer than %.4f".formatted(z);
    }
    boolean there =
        own == 9
            && isSmooth(target)
            && least < z - open
            && largest > z + open
            && farthestAround(u, v) > z * (1 - NEARER) + open;
    return !seen && there ? "is hidden, and the surface around its end goes through it" : "";
  }

  /**
   * Whether one of the four pixels whose centers are around a place shows an instance, or may; one
   * of six or nine where rounding leaves open which four these are.
   */
  private boolean isAround(double u, double v, int instance) {
    int right = after(u, PIXELS, width);
    int bottom = after(v, PIXELS, height);
    for (int row = before(v, PIXELS); row <= bottom; row++) {
      for (int x = before(u, PIXELS); x <= right; x++) {
        int id = ids[row * width + x];
        if (id == instance || id == Meaning.DROPPED_PIECES) {
          return true;
        }
      }
    }
    return false;
  }

  /** Meters; of those pixels around a place that rounding leaves no doubt of. */
  private double farthestAround(double u, double v) {
    int right = after(u, -PIXELS, width);
    int bottom = after(v, -PIXELS, height);
    int farthest = 0;
    for (int row = before(v, -PIXELS); row <= bottom; row++) {
      for (int x = before(u, -PIXELS); x <= right; x++) {
        farthest = Math.max(farthest, depths[row * width + x]);
      }
    }
    return farthest * step;
  }

  /** The column, or row, whose center is the last before a place, or so close to it. */
  private static int before(double place, double open) {
    return Math.max(0, (int) Math.floor(place - 0.5 - open));
  }

  /** The first one behind it, of so many. */
  private static int after(double place, double open, int count) {
    return Math.min(count - 1, (int) Math.floor(place - 0.5 + open) + 1);
  }

  /** Whether a pixel and its neighbors show one plane, whose 1/z is linear in the image. */
  private boolean isSmooth(int pixel) {
    for (int side : new int[] {1, width}) {
      double before = 1.0 / depths[pixel - side];
      double after = 1.0 / depths[pixel + side];
      if (Math.abs((before + after) * depths[pixel] / 2 - 1) > BEND) {
        return false;
      }
    }
    return true;
  }
}
