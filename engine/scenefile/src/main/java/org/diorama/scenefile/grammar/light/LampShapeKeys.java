package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.LampDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** The key of a lamp that says what it is: one for each shape. */
final class LampShapeKeys {
  private static final NumberParameterKind EXTENT =
      Parameters.perInstance(new NumberRange(0.001, 1000), "m");
  private static final NumberParameterKind DIAMETER_OR_POINT =
      Parameters.perInstance(new NumberRange(0, 100), "m");

  static final Key<Parameter<Double>> BULB =
      Key.withDefault(
              "diameter",
              DIAMETER_OR_POINT,
              "0.06",
              "Size of what glows; a larger one softens shadows, 0 is a point that isn't seen.")
          .example("0.3");
  static final Key<Parameter<Double>> ANGLE =
      Key.withDefault(
              "angle",
              Parameters.perInstance(new NumberRange(1, 179), "degrees"),
              "60",
              "Angle of the whole cone.")
          .example("{uniform: [25, 45]}");
  static final Key<Parameter<Double>> FADE =
      Key.withDefault(
              "fade",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "0.4",
              "Share of the cone, from its edge inwards, over which the light fades in.")
          .example("0.1");
  static final Key<Parameter<Double>> LENGTH =
      Key.required(
              "length",
              EXTENT,
              "Along its own up axis, which is +X where it shines straight down with yaw 0.")
          .example("1.2");
  static final Key<Parameter<Double>> WIDTH =
      Key.required("width", EXTENT, "Across.").example("0.6");
  static final Key<Parameter<Double>> PANEL =
      Key.required("diameter", EXTENT, "Diameter of the panel.").example("0.4");
  static final Key<Parameter<Double>> THICKNESS =
      Key.withDefault("diameter", EXTENT, "0.026", "Diameter of the tube.").example("0.016");

  static final Key<LampDescription.Form> POINT_LAMP =
      Key.optional(
          "point",
          new MapKind<>(
              List.of(BULB),
              values -> Optional.of(new LampDescription.PointForm(values.get(BULB)))),
          "A globe or bulb: it shines alike in all directions.");
  static final Key<LampDescription.Form> SPOT =
      Key.optional(
          "spot",
          new MapKind<>(
              List.of(BULB, ANGLE, FADE),
              values ->
                  Optional.of(
                      new LampDescription.SpotForm(
                          values.get(BULB), values.get(ANGLE), values.get(FADE)))),
          "A lens or reflector: a cone of light.");
  static final Key<LampDescription.Form> RECTANGLE =
      Key.optional(
          "rectangle",
          new MapKind<>(
              List.of(LENGTH, WIDTH),
              values ->
                  Optional.of(
                      new LampDescription.RectangleForm(values.get(LENGTH), values.get(WIDTH)))),
          "A panel of even luminance that shines to one side: a ceiling panel, a softbox.");
  static final Key<LampDescription.Form> DISK =
      Key.optional(
          "disk",
          new MapKind<>(
              List.of(PANEL),
              values -> Optional.of(new LampDescription.DiskForm(values.get(PANEL)))),
          "A round panel that shines to one side.");
  static final Key<LampDescription.Form> TUBE =
      Key.optional(
          "tube",
          new MapKind<>(
              List.of(LENGTH, THICKNESS),
              values ->
                  Optional.of(
                      new LampDescription.TubeForm(values.get(LENGTH), values.get(THICKNESS)))),
          "A fluorescent tube, which shines all around its length.");

  static final List<Key<LampDescription.Form>> KEYS =
      List.of(POINT_LAMP, SPOT, RECTANGLE, DISK, TUBE);

  static final Map<String, Object> RULE =
      Schema.exactlyOne("point", "spot", "rectangle", "disk", "tube");

  private LampShapeKeys() {}

  /** Of a lamp whose keys keep the rule. */
  static LampDescription.Form form(Values values) {
    return KEYS.stream().flatMap(key -> values.find(key).stream()).findFirst().orElseThrow();
  }
}
