package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Intrinsics;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a camera's lens. */
final class LensKeys {
  private static final NumberParameterKind FOCAL_PIXELS =
      Parameters.perSequence(new NumberRange(1, 1e6), "pixels");
  private static final NumberParameterKind CENTER =
      Parameters.perSequence(new NumberRange(-16384, 32768), "pixels");

  static final Key<Parameter<Double>> FOV =
      Key.withDefault(
              "fov",
              Parameters.perSequence(new NumberRange(1, 179), "degrees"),
              "60",
              "Field of view across the image's width.")
          .example("{uniform: [40, 70]}");
  static final Key<Parameter<Double>> FOCAL_LENGTH =
      Key.optional(
              "focal_length",
              Parameters.perSequence(new NumberRange(0.1, 10000), "mm"),
              "Focal length of the lens; together with sensor, instead of fov.")
          .example("{choice: [24, 35, 50]}");
  static final Key<Parameter<Double>> SENSOR =
      Key.withDefault(
              "sensor",
              Parameters.perSequence(new NumberRange(0.1, 1000), "mm"),
              "36",
              "Width of the part of the sensor that the image shows.")
          .example("6.4");

  static final Key<Parameter<Double>> FX =
      Key.required("fx", FOCAL_PIXELS, "Focal length across, in pixels of this image.")
          .example("735.2");
  static final Key<Parameter<Double>> FY =
      Key.required("fy", FOCAL_PIXELS, "Focal length down, in pixels of this image.")
          .example("735.9");
  static final Key<Parameter<Double>> CX =
      Key.optional(
              "cx",
              CENTER,
              "Principal point, in pixels from the image's left edge; without it the center.")
          .example("{normal: [320, 2]}");
  static final Key<Parameter<Double>> CY =
      Key.optional(
              "cy",
              CENTER,
              "Principal point, in pixels from the image's top edge; without it the center.")
          .example("{normal: [240, 2]}");
  static final Key<Intrinsics> INTRINSICS =
      Key.optional(
          "intrinsics",
          new MapKind<>(
              List.of(FX, FY, CX, CY),
              values ->
                  Optional.of(
                      new Intrinsics.Pixels(
                          values.get(FX), values.get(FY), values.find(CX), values.find(CY)))),
          "A calibrated pinhole, instead of fov.");

  static final List<Key<?>> KEYS = List.of(FOV, FOCAL_LENGTH, SENSOR, INTRINSICS);

  static final List<Map<String, Object>> RULES =
      List.of(
          Schema.excludes("fov", "focal_length", "intrinsics"),
          Schema.excludes("focal_length", "intrinsics"),
          Schema.needs("sensor", "focal_length"));

  /** What authors will look for and no renderer draws yet. */
  static final List<String> UNSUPPORTED =
      List.of(
          "distortion",
          "projection",
          "fisheye",
          "depth_of_field",
          "aperture",
          "focus",
          "rolling_shutter",
          "motion_blur",
          "noise",
          "vignetting",
          "preset");

  private LensKeys() {}

  /** Of keys that go together. */
  static Intrinsics intrinsics(Values values) {
    if (values.has(INTRINSICS)) {
      return values.get(INTRINSICS);
    }
    return values.has(FOCAL_LENGTH)
        ? new Intrinsics.FocalLength(values.get(FOCAL_LENGTH), values.get(SENSOR))
        : new Intrinsics.FieldOfView(values.get(FOV));
  }
}
