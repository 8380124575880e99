package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * What an object offers to others that stand in its frame, besides what its asset shows.
 *
 * @param surfaces in the order of the scene; one that has the name of a surface of the asset takes
 *     its place
 * @param interior room inside, in the object's frame, meters; without it that of the asset
 */
public record Furnishing(List<Surface> surfaces, Optional<Aabb> interior) {
  public static final Furnishing NONE = new Furnishing(List.of(), Optional.empty());

  public Furnishing {
    surfaces = List.copyOf(surfaces);
  }

  /**
   * A level place on which things can stand.
   *
   * @param name unique in the object
   * @param height z in the object's frame, meters
   * @param outline corners of a simple polygon in order, z = 0, meters in the object's frame; its
   *     scale does not touch them
   */
  public record Surface(String name, double height, List<Vec3> outline) {
    public Surface {
      outline = List.copyOf(outline);
      if (outline.size() < 3) {
        throw new IllegalArgumentException("an outline has corners, not " + outline.size());
      }
    }
  }
}
