package org.diorama.core.sample.place;

import java.util.List;
import org.diorama.core.sample.surface.Spot;

/**
 * A place that an instance may have.
 *
 * @param part number of the ground it is on, such as a lane or a surface, where there are several
 * @param at coordinates on that ground
 * @param spot that they mean
 */
public record Standing(int part, List<Double> at, Spot spot) {
  public Standing {
    at = List.copyOf(at);
  }
}
