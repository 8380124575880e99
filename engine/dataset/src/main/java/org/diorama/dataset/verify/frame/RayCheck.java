package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FloatImage;
import org.diorama.dataset.verify.read.PngImage;

/**
 * Depths and distances of every form against each other: a distance is the depth times the length
 * of the ray through the pixel's center.
 */
final class RayCheck implements ViewCheck {
  private static final double SINGLE = 1e-5;

  private final Path root;
  private final double scale;
  private final double most;

  RayCheck(Path root, ManifestFacts manifest) {
    this.root = root;
    scale = manifest.depthScale() / 1000;
    most = manifest.depthMax();
  }

  @Override
  public String name() {
    return "depths and distances as floats and steps";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    AnnotatorFiles files = new AnnotatorFiles(root, view, report);
    Optional<FloatImage> depths = files.floats("depth_float", "Z");
    Optional<FloatImage> distances = files.floats("distance_float", "distance");
    Optional<PngImage> steps = files.whole("distance", 1, 16);
    if (!view.has(Plane.DEPTH) || depths.isEmpty() && distances.isEmpty() && steps.isEmpty()) {
      report.lacking("the annotators depth_float, distance or distance_float");
      return;
    }
    int[] depth = view.values(Plane.DEPTH);
    depths.ifPresent(image -> floats(view, image, "depth_float", depth, false, files));
    distances.ifPresent(image -> floats(view, image, "distance_float", depth, true, files));
    steps.ifPresent(image -> steps(view, image.gray(), depth, files));
    report.examined(depth.length);
  }

  /** Length of the ray through a pixel's center where its depth is 1. */
  private static double ray(ViewEvidence view, int pixel) {
    double[] matrix = view.camera().matrix();
    double x = (pixel % view.camera().width() + 0.5 - matrix[2]) / matrix[0];
    double y = (pixel / view.camera().width() + 0.5 - matrix[3]) / matrix[1];
    return Math.sqrt(x * x + y * y + 1);
  }

  /** Whether a pixel shows no surface by its instance, and has a number for one all the same. */
  private static boolean isOfNothing(ViewEvidence view, int pixel, double value) {
    return value != 0 && view.has(Plane.INSTANCE) && view.values(Plane.INSTANCE)[pixel] == 0;
  }

  private void floats(
      ViewEvidence view,
      FloatImage image,
      String folder,
      int[] depth,
      boolean along,
      AnnotatorFiles files) {
    for (int i = 0; i < depth.length; i++) {
      double ray = along ? ray(view, i) : 1;
      double is = image.values()[i] / ray;
      double due = depth[i] * scale;
      if (isOfNothing(view, i, is)) {
        files.find(Fault.DISTANCE_WRONG, folder, i, "is %s of no surface".formatted(is * ray));
        return;
      }
      boolean beyond = depth[i] == 0 && (is == 0 || is > most * (1 - SINGLE));
      boolean least = depth[i] == 1 && is > 0 && is < 1.5 * scale;
      if (!beyond && !least && Math.abs(is - due) > 0.5 * scale + SINGLE * due) {
        files.find(
            Fault.DISTANCE_WRONG, folder, i, "is %s, the depth is %s".formatted(is * ray, due));
        return;
      }
    }
  }

  /** Distances are bounded like depths, and so may be 0 where a depth is not. */
  private void steps(ViewEvidence view, int[] steps, int[] depth, AnnotatorFiles files) {
    for (int i = 0; i < depth.length; i++) {
      double ray = ray(view, i);
      double due = depth[i] * ray;
      if (isOfNothing(view, i, steps[i])) {
        files.find(Fault.DISTANCE_WRONG, "distance", i, "is %d of no surface".formatted(steps[i]));
        return;
      }
      boolean beyond = (steps[i] == 0 || depth[i] == 0) && due * scale > most - 1;
      if (depth[i] > 1 && !beyond && Math.abs(steps[i] - due) > 0.5 + 0.5 * ray + SINGLE * due) {
        files.find(Fault.DISTANCE_WRONG, "distance", i, "is %d, due %.1f".formatted(steps[i], due));
        return;
      }
    }
  }
}
