package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;

/** The level ground of a pattern. */
public sealed interface Ground {
  /**
   * A plane without bounds.
   *
   * @param origin of the pattern, meters; drawn once for all siblings unless it says otherwise
   */
  record Plane(VectorParameter origin) implements Ground {}

  /**
   * Named surfaces. What stands there lies inside, and has room above.
   *
   * @param carrier name of the group whose instances have the surfaces; nothing for the parent
   * @param names of the surfaces; {@link #BOARDS} stands for all that are called {@code board_1}
   *     and so on
   * @param inset free distance to the surface's border, meters; negative where things may hang over
   * @param x of the pattern's origin in the carrier's frame, meters
   * @param y of the pattern's origin in the carrier's frame, meters
   */
  record Surfaces(
      Optional<String> carrier,
      List<String> names,
      double inset,
      Optional<Parameter<Double>> x,
      Optional<Parameter<Double>> y)
      implements Ground {
    public static final String BOARDS = "boards";

    public Surfaces {
      names = List.copyOf(names);
    }

    /** Whether a surface of that name is meant. */
    public boolean means(String surface) {
      return names.contains(surface) || names.contains(BOARDS) && surface.matches("board_[0-9]+");
    }
  }
}
