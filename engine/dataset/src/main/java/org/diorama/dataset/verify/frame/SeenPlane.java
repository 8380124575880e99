package org.diorama.dataset.verify.frame;

/**
 * Where a pixel shows the middle of a surface. Elsewhere a surface may pass the pixel's center by
 * as little as renderers may differ, 0.01 pixels, with the depth that its plane has at the center:
 * of a surface that is seen edge-on that depth is off by any part of its length.
 */
final class SeenPlane {
  /** Of three pixels on one plane, as a part of the depth. */
  private static final double BEND = 2e-3;

  private SeenPlane() {}

  /**
   * Whether the pixels beside one, along its row and its column, show the same instance, and lie on
   * one plane with it; false at the image's border.
   */
  static boolean isAt(ViewEvidence view, int pixel) {
    int width = view.camera().width();
    int x = pixel % width;
    int y = pixel / width;
    if (x == 0 || y == 0 || x == width - 1 || y == view.camera().height() - 1) {
      return false;
    }
    int[] ids = view.values(Plane.INSTANCE);
    Depths depths = view.depths();
    for (int side : new int[] {1, width}) {
      if (ids[pixel - side] != ids[pixel]
          || ids[pixel + side] != ids[pixel]
          || !depths.isKnown(pixel - side)
          || !depths.isKnown(pixel + side)) {
        return false;
      }
      // On a plane 1/z is linear in the image.
      double beside = 1 / depths.at(pixel - side) + 1 / depths.at(pixel + side);
      if (!(Math.abs(beside * depths.at(pixel) / 2 - 1) <= BEND)) {
        return false;
      }
    }
    return true;
  }
}
