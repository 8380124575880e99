package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;

/** How instances are spread over their ground. */
public sealed interface Arrangement {
  /** Whether it has a number of places of its own, so that a group may fill them all. */
  default boolean hasPlaces() {
    return true;
  }

  /** Anywhere on the ground's surfaces, uniform in area. */
  record Scattered() implements Arrangement {
    @Override
    public boolean hasPlaces() {
      return false;
    }
  }

  /**
   * Rows along x, columns along y, layers upwards, centered on the pattern's origin; filled in this
   * order, columns fastest.
   *
   * @param rows along the frame's y
   * @param columns along the frame's x
   * @param spacing from origin to origin, meters; z from layer to layer
   * @param jitter largest random offset along each axis, meters
   */
  record Grid(
      Parameter<Double> rows,
      Parameter<Double> columns,
      Parameter<Double> layers,
      VectorParameter spacing,
      Vec3 jitter)
      implements Arrangement {}

  /**
   * Random points none of which is nearer to another than a distance, as many as there is room for.
   *
   * @param distance least, between origins, meters
   * @param outline corners of the polygon it fills, z = 0; empty on surfaces, which have their own
   */
  record PoissonDisk(Parameter<Double> distance, List<Vec3> outline) implements Arrangement {
    public PoissonDisk {
      outline = List.copyOf(outline);
    }
  }

  /**
   * Side by side along a straight line that starts at the pattern's origin, or at the surface's
   * border.
   *
   * @param direction of the line, degrees about +Z from the frame's +X
   * @param gap between neighbors, meters; nothing where a spacing is given
   * @param spacing width of the cell that each is centered in, meters; nothing where a gap is given
   */
  record Row(
      Parameter<Double> direction,
      Optional<Parameter<Double>> gap,
      Optional<Parameter<Double>> spacing)
      implements Arrangement {
    public Row {
      if (gap.isPresent() == spacing.isPresent()) {
        throw new IllegalArgumentException("a row has a gap or a spacing");
      }
    }
  }

  /**
   * One on top of the other.
   *
   * @param jitter largest random offset from the foot along x and y, meters
   */
  record Stack(double jitter) implements Arrangement {
    @Override
    public boolean hasPlaces() {
      return false;
    }
  }
}
