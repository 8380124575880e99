package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.grammar.kind.WrittenVectorKind;

/** Keys of assets that are built to measure. */
final class BuiltKeys {
  private static final Kind<Long> VARIANTS = new WholeKind(0, 9999);

  static final Key<Double> RADIUS_OF_GROUND =
      Key.withDefault(
              "radius", length(10, 100_000), "30000", "Distance from its origin to where it ends.")
          .example("5000");
  static final Key<Double> HILLS =
      Key.withDefault("hills", length(0, 5000), "0", "Height of hills that begin 2 km off.")
          .example("120");
  static final Key<Long> VARIANT =
      Key.withDefault("variant", VARIANTS, "0", "Number of the outline.").example("3");
  static final MapKind<Construction> GROUND =
      new MapKind<>(
          List.of(RADIUS_OF_GROUND, HILLS, VARIANT),
          values ->
              Optional.of(
                  new Construction.Ground(
                      values.get(RADIUS_OF_GROUND),
                      values.get(HILLS),
                      values.get(VARIANT).intValue())));

  static final Key<Construction.Outline> OUTLINE =
      Key.required(
              "outline", OneOfKind.constants(Construction.Outline.class), "What closes the view.")
          .example("trees");
  static final Key<Double> DISTANCE =
      Key.required("distance", length(1, 100_000), "Distance from its origin.").example("280");
  static final Key<Double> HEIGHT_OF_HORIZON =
      Key.required("height", length(0.1, 5000), "Height of its highest parts.").example("14");
  static final MapKind<Construction> HORIZON =
      new MapKind<>(
          List.of(OUTLINE, DISTANCE, HEIGHT_OF_HORIZON, VARIANT),
          values ->
              Optional.of(
                  new Construction.Horizon(
                      values.get(OUTLINE),
                      values.get(DISTANCE),
                      values.get(HEIGHT_OF_HORIZON),
                      values.get(VARIANT).intValue())));

  static final Key<Vec3> SIZE_OF_COVE =
      Key.required("size", size(), "Width and depth of the floor, and height of the wall.")
          .example("[6, 5, 3]");
  static final Key<Double> RADIUS_OF_COVE =
      Key.withDefault(
              "radius", length(0.01, 1000), "1", "Radius of the bend between floor and wall.")
          .example("0.8");
  static final MapKind<Construction> COVE =
      new MapKind<>(List.of(SIZE_OF_COVE, RADIUS_OF_COVE), BuiltKeys::cove);

  static final Key<Vec3> SIZE_OF_ROOM =
      Key.required("size", size(), "Inside.").example("[6, 5, 2.7]");
  static final Key<Double> WALL_THICKNESS =
      Key.withDefault(
              "wall_thickness", length(0.02, 5), "0.25", "Thickness of walls, floor and ceiling.")
          .example("0.1");
  static final Key<Boolean> CEILING =
      Key.withDefault("ceiling", new FlagKind(), "true", "Whether the room has a ceiling.")
          .example("false");
  static final Key<List<Construction.Opening>> WINDOWS =
      Key.optional(
          "windows",
          new NamedMapKind<>("a window", OpeningKeys.WINDOW, true),
          "Holes in the walls with a frame and a sill, by name.");
  static final Key<List<Construction.Opening>> DOORS =
      Key.optional(
          "doors",
          new NamedMapKind<>("a door", OpeningKeys.DOOR, true),
          "Holes in the walls down to the floor, by name.");
  static final MapKind<Construction> ROOM =
      new MapKind<>(
          List.of(SIZE_OF_ROOM, WALL_THICKNESS, CEILING, WINDOWS, DOORS), BuiltKeys::room);

  private BuiltKeys() {}

  static NumberKind length(double least, double most) {
    return new NumberKind(new NumberRange(least, most), "m");
  }

  private static Kind<Vec3> size() {
    return new WrittenVectorKind(length(0.1, 1000));
  }

  private static Optional<Construction> cove(Values values) {
    Vec3 size = values.get(SIZE_OF_COVE);
    double radius = values.get(RADIUS_OF_COVE);
    if (radius > Math.min(size.y(), size.z())) {
      values.problem(
          "the bend is larger than floor or wall", "Write a radius below both, or a larger size.");
      return Optional.empty();
    }
    return Optional.of(new Construction.Cove(size, radius));
  }

  private static Optional<Construction> room(Values values) {
    Vec3 size = values.get(SIZE_OF_ROOM);
    List<Construction.Opening> openings = new ArrayList<>();
    values.find(WINDOWS).ifPresent(openings::addAll);
    values.find(DOORS).ifPresent(openings::addAll);
    for (int i = 0; i < openings.size(); i++) {
      Construction.Opening each = openings.get(i);
      boolean across =
          each.wall() == Construction.Wall.FRONT || each.wall() == Construction.Wall.BACK;
      double end = (across ? size.x() : size.y()) / 2;
      if (Math.abs(each.at()) + each.width() / 2 > end || each.sill() + each.height() > size.z()) {
        values.problem(
            "a hole in the " + word(each) + " wall reaches beyond it",
            "Make it smaller, or move it.");
        return Optional.empty();
      }
      for (Construction.Opening other : openings.subList(0, i)) {
        if (overlap(each, other)) {
          values.problem("two holes in the " + word(each) + " wall overlap", "Move one of them.");
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Construction.Room(size, values.get(WALL_THICKNESS), values.get(CEILING), openings));
  }

  private static boolean overlap(Construction.Opening one, Construction.Opening other) {
    return one.wall() == other.wall()
        && Math.abs(one.at() - other.at()) < (one.width() + other.width()) / 2
        && one.sill() < other.sill() + other.height()
        && other.sill() < one.sill() + one.height();
  }

  private static String word(Construction.Opening opening) {
    return opening.wall().name().toLowerCase(Locale.ROOT);
  }
}
