package org.diorama.assets.worker;

import java.util.List;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;

/** The way from a file's coordinates to the asset's: meters, +Z up. */
final class AssetFrame {
  private AssetFrame() {}

  /** Turning only: the file's own rotation, then its up axis to +Z. */
  static Affine3 turnedFromFile(ImportOptions options) {
    List<Double> r = options.rotation();
    Affine3 rotation =
        new Affine3(
            r.get(0), r.get(1), r.get(2), 0, //
            r.get(3), r.get(4), r.get(5), 0, //
            r.get(6), r.get(7), r.get(8), 0);
    if (options.up() == UpAxis.Z) {
      return rotation;
    }
    // A quarter turn about x: what pointed along +Y points along +Z, +Z along -Y.
    return new Affine3(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0).times(rotation);
  }

  /**
   * @param turned bounds of the whole model after {@link #turnedFromFile}
   */
  static Affine3 assetFromTurned(ImportOptions options, Aabb turned) {
    if (options.size().isEmpty()) {
      double s = options.metersPerUnit();
      return Affine3.scaling(new Vec3(s, s, s));
    }
    Vec3 wanted = options.size().get();
    Vec3 extent = turned.size();
    Vec3 scale =
        new Vec3(
            ratio(wanted.x(), extent.x()),
            ratio(wanted.y(), extent.y()),
            ratio(wanted.z(), extent.z()));
    Vec3 center = turned.center();
    Vec3 foot = new Vec3(center.x(), center.y(), turned.min().z());
    return Affine3.scaling(scale).times(Affine3.translation(foot.negate()));
  }

  /** A flat model stays flat. */
  private static double ratio(double wanted, double extent) {
    return extent > 1e-9 ? wanted / extent : 1;
  }
}
