package org.diorama.cli.scene;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Construction;

/** What is built to measure, as scene files write it. */
final class FrozenConstruction {
  private FrozenConstruction() {}

  static String of(Construction construction) {
    if (construction instanceof Construction.Ground ground) {
      return "{ground: {radius: "
          + DecimalText.of(ground.radius())
          + ", hills: "
          + DecimalText.of(ground.hills())
          + ", variant: "
          + ground.variant()
          + "}}";
    }
    if (construction instanceof Construction.Horizon horizon) {
      return "{horizon: {outline: "
          + word(horizon.outline())
          + ", distance: "
          + DecimalText.of(horizon.distance())
          + ", height: "
          + DecimalText.of(horizon.height())
          + ", variant: "
          + horizon.variant()
          + "}}";
    }
    if (construction instanceof Construction.Cove cove) {
      return "{cove: {size: "
          + SceneText.vector(cove.size())
          + ", radius: "
          + DecimalText.of(cove.radius())
          + "}}";
    }
    Construction.Room room = (Construction.Room) construction;
    return "{room: {size: "
        + SceneText.vector(room.size())
        + ", wall_thickness: "
        + DecimalText.of(room.thickness())
        + ", ceiling: "
        + room.ceiling()
        + openings(room.openings())
        + "}}";
  }

  /** A door is a window without sill and frame. */
  private static String openings(List<Construction.Opening> openings) {
    return openings.isEmpty()
        ? ""
        : openings.stream()
            .map(each -> "hole_" + openings.indexOf(each) + ": " + opening(each))
            .collect(Collectors.joining(", ", ", windows: {", "}"));
  }

  private static String opening(Construction.Opening opening) {
    return "{wall: "
        + word(opening.wall())
        + ", at: "
        + DecimalText.of(opening.at())
        + ", sill: "
        + DecimalText.of(opening.sill())
        + ", width: "
        + DecimalText.of(opening.width())
        + ", height: "
        + DecimalText.of(opening.height())
        + ", frame: "
        + DecimalText.of(opening.frame())
        + "}";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
