package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Construction;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a room's windows and doors. */
final class OpeningKeys {
  static final Key<Construction.Wall> WALL =
      Key.required(
              "wall", OneOfKind.constants(Construction.Wall.class), "The one at -X, +X, -Y or +Y.")
          .example("back");
  static final Key<Double> AT =
      Key.withDefault(
              "at",
              BuiltKeys.length(-500, 500),
              "0",
              "Position of its middle along the wall: x, or y in the left and right walls.")
          .example("-1.2");
  static final Key<Double> SILL =
      Key.withDefault("sill", BuiltKeys.length(0, 100), "0.9", "Height of its lower edge.")
          .example("0.5");
  static final Key<Double> WIDTH =
      Key.required("width", BuiltKeys.length(0.05, 100), "Width of the opening.").example("1.4");
  static final Key<Double> HEIGHT =
      Key.required("height", BuiltKeys.length(0.05, 100), "Height of the opening.").example("1.3");
  static final Key<Double> FRAME =
      Key.withDefault(
              "frame",
              BuiltKeys.length(0, 1),
              "0.06",
              "Width of the bars around it, and of one in the middle if it is wider than 1 m; 0 for"
                  + " a bare hole.")
          .example("0.04");

  static final MapKind<Construction.Opening> WINDOW =
      new MapKind<>(
          List.of(WALL, AT, SILL, WIDTH, HEIGHT, FRAME),
          values -> opening(values, values.get(SILL), values.get(FRAME)));
  static final MapKind<Construction.Opening> DOOR =
      new MapKind<>(List.of(WALL, AT, WIDTH, HEIGHT), values -> opening(values, 0, 0));

  private OpeningKeys() {}

  private static Optional<Construction.Opening> opening(Values values, double sill, double frame) {
    double width = values.get(WIDTH);
    double height = values.get(HEIGHT);
    if (4 * frame > Math.min(width, height)) {
      values.problem(FRAME, "its bars leave no light", "Write a quarter of its width at most.");
      return Optional.empty();
    }
    return Optional.of(
        new Construction.Opening(values.get(WALL), values.get(AT), sill, width, height, frame));
  }
}
