package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Furnishing;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.SpanPairKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.motion.PointsKind;

/** Keys of an object's {@code surfaces} and {@code interior}. */
final class FurnishingKeys {
  static final Key<SpanPairKind.Span> X =
      Key.optional("x", new SpanPairKind(), "A rectangle's extent in the object's frame; with y.")
          .example("[-0.4, 0.4]");
  static final Key<SpanPairKind.Span> Y =
      Key.optional("y", new SpanPairKind(), "A rectangle's extent in the object's frame; with x.")
          .example("[-0.2, 0.2]");
  static final Key<List<Vec3>> POLYGON =
      Key.optional(
              "polygon", new PointsKind(true), "Corners in the object's frame, instead of x and y.")
          .example("[[0, 0], [2, 0], [2, 1]]");
  static final Key<Double> Z =
      Key.withDefault(
              "z",
              new NumberKind(NumberRange.COORDINATE, "m"),
              "0",
              "Its height in the object's frame.")
          .example("0.74");

  static final MapKind<Furnishing.Surface> SURFACE =
      new MapKind<>(
          List.of(X, Y, POLYGON, Z),
          List.of(
              Schema.exactlyOne("x", "polygon"), Schema.needs("x", "y"), Schema.needs("y", "x")),
          FurnishingKeys::surface);

  static final Key<SpanPairKind.Span> INSIDE_X =
      Key.required("x", new SpanPairKind(), "Extent in the object's frame.").example("[-0.3, 0.3]");
  static final Key<SpanPairKind.Span> INSIDE_Y =
      Key.required("y", new SpanPairKind(), "Extent in the object's frame.").example("[-0.2, 0.2]");
  static final Key<SpanPairKind.Span> INSIDE_Z =
      Key.required(
              "z", new SpanPairKind(), "Height of the floor and of the rim in the object's frame.")
          .example("[0.02, 0.3]");

  static final MapKind<Aabb> INTERIOR =
      new MapKind<>(
          List.of(INSIDE_X, INSIDE_Y, INSIDE_Z),
          values -> {
            SpanPairKind.Span x = values.get(INSIDE_X);
            SpanPairKind.Span y = values.get(INSIDE_Y);
            SpanPairKind.Span z = values.get(INSIDE_Z);
            return Optional.of(
                new Aabb(new Vec3(x.min(), y.min(), z.min()), new Vec3(x.max(), y.max(), z.max())));
          });

  private FurnishingKeys() {}

  private static Optional<Furnishing.Surface> surface(Values values) {
    boolean rectangle = values.has(X) || values.has(Y);
    if (rectangle == values.has(POLYGON) || values.has(X) != values.has(Y)) {
      values.problem(
          rectangle ? "it is not one rectangle or polygon" : "it has no extent",
          "Write x and y, or polygon.");
      return Optional.empty();
    }
    return Optional.of(
        new Furnishing.Surface(
            values.name(),
            values.get(Z),
            rectangle ? rectangle(values.get(X), values.get(Y)) : values.get(POLYGON)));
  }

  /** Corners of a rectangle, counter-clockwise. */
  static List<Vec3> rectangle(SpanPairKind.Span x, SpanPairKind.Span y) {
    return List.of(
        new Vec3(x.min(), y.min(), 0),
        new Vec3(x.max(), y.min(), 0),
        new Vec3(x.max(), y.max(), 0),
        new Vec3(x.min(), y.max(), 0));
  }
}
