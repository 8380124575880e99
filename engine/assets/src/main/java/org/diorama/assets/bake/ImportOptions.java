package org.diorama.assets.bake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;

/**
 * How a file's coordinates become meters with +Z up.
 *
 * @param metersPerUnit length of one unit of the file; ignored where {@code size} is given
 * @param up the file's axis that points up, after {@code rotation}
 * @param rotation nine values, row by row, applied to the file's coordinates first
 * @param size where given, the model is stretched along each axis to this size in meters (x, y, z,
 *     after all turning), centered in x and y, and stood on z = 0
 * @param parts which meshes are one named part; the first that takes a mesh names it
 */
public record ImportOptions(
    double metersPerUnit,
    UpAxis up,
    List<Double> rotation,
    Optional<Vec3> size,
    List<PartRule> parts) {
  private static final List<Double> NO_ROTATION =
      List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);

  public ImportOptions {
    rotation = List.copyOf(rotation);
    parts = List.copyOf(parts);
    if (rotation.size() != 9) {
      throw new IllegalArgumentException("a rotation has nine values, not " + rotation.size());
    }
    if (!(metersPerUnit > 0) || !Double.isFinite(metersPerUnit)) {
      throw new IllegalArgumentException("meters per unit must be positive and finite");
    }
  }

  /** A file that stands as it is. */
  public static ImportOptions of(double metersPerUnit, UpAxis up) {
    return new ImportOptions(metersPerUnit, up, NO_ROTATION, Optional.empty(), List.of());
  }

  /** One line that names every value; equal lines are equal options. */
  public String canonical() {
    return String.format(
        Locale.ROOT,
        "units %s up %s rotation %s size %s parts %s",
        metersPerUnit,
        up,
        rotation,
        size,
        parts);
  }
}
