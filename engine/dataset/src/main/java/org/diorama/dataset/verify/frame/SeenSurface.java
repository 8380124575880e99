package org.diorama.dataset.verify.frame;

import java.util.Optional;

/**
 * The surfaces that a camera of a rig sees, as far as its pixels and their depths tell.
 *
 * <p>Inverse planar depth is linear across the image of a plane. Around a pixel it is taken as
 * linear, with the slope of the pixels beside it; how far the surface may stray from that within
 * the pixel is judged by the second differences of the nine around it, which curvature, creases and
 * steps within one instance all raise.
 */
final class SeenSurface {
  /** What another camera makes of a point. */
  enum Verdict {
    /** It lies outside its image, or behind something, or where no pixel can decide. */
    UNTOLD,
    AGREES,
    CONTRADICTS
  }

  /** Parts of an inverse depth that single precision in the renderer leaves open. */
  private static final double SINGLE = 1e-5;

  private final CameraPose camera;
  private final int[] ids;
  private final Depths depths;

  private SeenSurface(CameraPose camera, int[] ids, Depths depths) {
    this.camera = camera;
    this.ids = ids;
    this.depths = depths;
  }

  /** Absent where the view's instances or depths can't be read. */
  static Optional<SeenSurface> of(ViewEvidence view) {
    return view.has(Plane.INSTANCE) && !view.depths().isEmpty()
        ? Optional.of(new SeenSurface(view.camera(), view.values(Plane.INSTANCE), view.depths()))
        : Optional.empty();
  }

  int pixels() {
    return ids.length;
  }

  /** Whether a pixel and all around it show one instance, each at a depth that is known. */
  boolean isPlain(int pixel) {
    int x = pixel % camera.width();
    int y = pixel / camera.width();
    if (x < 1 || y < 1 || x > camera.width() - 2 || y > camera.height() - 2) {
      return false;
    }
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        int i = pixel + row * camera.width() + column;
        if (ids[i] != ids[pixel] || !depths.isKnown(i)) {
          return false;
        }
      }
    }
    return ids[pixel] != 0;
  }

  /** What another camera's image makes of the point that a plain pixel shows. */
  Verdict against(SeenSurface other, int pixel) {
    double slack = depths.slack(pixel);
    double[] near = seenBy(other, pixel, depths.at(pixel) - slack);
    double[] far = seenBy(other, pixel, depths.at(pixel) + slack);
    double[] there = seenBy(other, pixel, depths.at(pixel));
    boolean inFront = near[2] > 0 && far[2] > 0 && there[2] > 0;
    if (!inFront || !other.isInside(there)) {
      return Verdict.UNTOLD;
    }
    int target = (int) there[1] * other.camera.width() + (int) there[0];
    if (!other.isPlain(target)) {
      return Verdict.UNTOLD;
    }
    double right = other.slope(target, 1);
    double down = other.slope(target, other.camera.width());
    double shown =
        other.inverse(target)
            + right * (there[0] - (int) there[0] - 0.5)
            + down * (there[1] - (int) there[1] - 0.5);
    double open =
        other.stray(target)
            + Math.abs(right * (near[0] - far[0]))
            + Math.abs(down * (near[1] - far[1]))
            + Math.abs(1 / near[2] - 1 / far[2])
            + SINGLE / there[2];
    double nearer = 1 / there[2] - shown;
    if (nearer < -open) {
      return Verdict.UNTOLD;
    }
    return nearer <= open && ids[pixel] == other.ids[target] ? Verdict.AGREES : Verdict.CONTRADICTS;
  }

  /** Column, row and planar depth, for another camera, of what a pixel shows at a depth. */
  private double[] seenBy(SeenSurface other, int pixel, double depth) {
    double u = pixel % camera.width() + 0.5;
    double v = pixel / camera.width() + 0.5;
    return other.camera.toImage(camera.toWorld(u, v, depth));
  }

  private boolean isInside(double[] place) {
    return place[0] >= 0
        && place[1] >= 0
        && place[0] < camera.width()
        && place[1] < camera.height();
  }

  private double inverse(int pixel) {
    return 1 / depths.at(pixel);
  }

  private double slope(int pixel, int step) {
    return (inverse(pixel + step) - inverse(pixel - step)) / 2;
  }

  /** How far the inverse depth within a pixel may lie from what its slopes say. */
  private double stray(int pixel) {
    int width = camera.width();
    double middle = inverse(pixel);
    double bend =
        Math.abs(inverse(pixel - 1) - 2 * middle + inverse(pixel + 1))
            + Math.abs(inverse(pixel - width) - 2 * middle + inverse(pixel + width))
            + Math.abs(
                    inverse(pixel - width - 1)
                        - inverse(pixel - width + 1)
                        - inverse(pixel + width - 1)
                        + inverse(pixel + width + 1))
                / 4;
    double rounding = depths.slack(pixel) * middle * middle;
    return bend + 2 * rounding;
  }
}
