package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * Something built to measure around the origin, +Z up, in meters. Its text is the asset's id, from
 * which it can be built again.
 */
public sealed interface Construction {
  /**
   * Ground as far as one sees, flat up to its hills.
   *
   * @param radius where it ends
   * @param hills height of the hills beyond 2 km
   * @param variant number of their outline
   */
  record Ground(double radius, double hills, int variant) implements Construction {}

  /** A ring that closes the view on all sides. */
  record Horizon(Outline outline, double distance, double height, int variant)
      implements Construction {}

  /** The upper edge of a horizon. */
  enum Outline {
    TREES,
    HILLS,
    SKYLINE
  }

  /**
   * A studio's backdrop: a floor that runs up into a wall at its +Y side without an edge.
   *
   * @param size of the floor along x and y, and height of the wall
   * @param radius of the bend
   */
  record Cove(Vec3 size, double radius) implements Construction {}

  /**
   * A room with its floor at z = 0.
   *
   * @param size inside
   * @param thickness of walls, floor and ceiling, outwards
   * @param ceiling whether it has one
   * @param openings that do not overlap
   */
  record Room(Vec3 size, double thickness, boolean ceiling, List<Opening> openings)
      implements Construction {
    public Room {
      openings = List.copyOf(openings);
    }
  }

  /** Walls by the directions they stand in: left at -X, right at +X, front at -Y, back at +Y. */
  enum Wall {
    LEFT,
    RIGHT,
    FRONT,
    BACK
  }

  /**
   * A window or door.
   *
   * @param at of its middle along the wall: x or y
   * @param sill height of its lower edge
   * @param frame width of the bars around it, and of the one in the middle of a wide one; 0 for
   *     none
   */
  record Opening(Wall wall, double at, double sill, double width, double height, double frame) {}

  /** Names of its materials. */
  default List<String> materials() {
    return this instanceof Room ? List.of("floor", "walls", "ceiling", "frames") : List.of("plain");
  }
}
