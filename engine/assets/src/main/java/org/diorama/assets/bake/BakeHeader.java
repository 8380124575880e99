package org.diorama.assets.bake;

import java.util.List;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.math.Aabb;

/**
 * What can be known of a baked model without reading its geometry.
 *
 * @param inputs every file the import asked for
 * @param warnings for people: what the import left out or changed
 * @param modelDigest {@link org.diorama.core.asset.Model#digest()}
 * @param levelErrors meters, finest level first
 * @param levelTriangles triangles of each level
 * @param surfaces on which things can stand, found in the finest level
 */
public record BakeHeader(
    List<InputFile> inputs,
    List<String> warnings,
    String modelDigest,
    Aabb bounds,
    List<Double> levelErrors,
    List<Integer> levelTriangles,
    List<NamedSurface> surfaces) {
  public BakeHeader {
    inputs = List.copyOf(inputs);
    warnings = List.copyOf(warnings);
    levelErrors = List.copyOf(levelErrors);
    levelTriangles = List.copyOf(levelTriangles);
    surfaces = List.copyOf(surfaces);
  }
}
