package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraOffset;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.Intrinsics;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;

/** Keys of {@code camera}. */
final class CameraKeys {
  private static final VectorKind POINT =
      new VectorKind(Parameters.perSequence(Parameters.COORDINATE, "m"), false);
  private static final NumberParameterKind ANGLE =
      Parameters.perSequence(Parameters.ANGLE, "degrees");
  private static final NumberRange QUARTERS = new NumberRange(-90, 90);

  static final Key<VectorParameter> AT =
      Key.optional("at", POINT, "Where it stands, meters.")
          .example("[0, -4, {uniform: [1.5, 2.5]}]");
  static final Key<VectorParameter> LOOK_AT =
      Key.optional("look_at", POINT, "The point it looks at, meters; with at.")
          .example("[0, 0, 0.5]");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault(
              "yaw",
              ANGLE,
              "0",
              "Counter-clockwise seen from above, from +X, or from where look_at or shell aims it.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> PITCH =
      Key.withDefault(
              "pitch", Parameters.perSequence(QUARTERS, "degrees"), "0", "Upwards from there.")
          .example("{normal: [-5, 2]}");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "Clockwise as it looks.").example("{normal: [0, 1]}");

  static final Key<VectorParameter> SHELL_AROUND =
      Key.withDefault("around", POINT, "[0, 0, 0]", "The point it looks at, meters.")
          .example("[0, 0, 0.8]");
  static final Key<Parameter<Double>> SHELL_RADIUS =
      Key.required(
              "radius",
              Parameters.perSequence(new NumberRange(0.001, 1e7), "m"),
              "Distance from that point.")
          .example("{uniform: [1.3, 1.9]}");
  static final Key<Parameter<Double>> SHELL_AZIMUTH =
      Key.withDefault(
              "azimuth",
              ANGLE,
              "{uniform: [0, 360]}",
              "Direction of the camera from that point, counter-clockwise from +X seen from above.")
          .example("{uniform: [-30, 30]}");
  static final Key<Parameter<Double>> SHELL_ELEVATION =
      Key.withDefault(
              "elevation",
              Parameters.perSequence(QUARTERS, "degrees"),
              "{uniform: [15, 60]}",
              "Of the camera above the horizontal plane through that point.")
          .example("30");
  static final Key<CameraPose> SHELL =
      Key.optional(
          "shell",
          new MapKind<>(
              List.of(SHELL_AROUND, SHELL_RADIUS, SHELL_AZIMUTH, SHELL_ELEVATION),
              CameraKeys::shell),
          "On a sphere around a point, looking at it; instead of at.");

  static final Key<Parameter<Double>> FOV =
      Key.withDefault(
              "fov",
              Parameters.perSequence(new NumberRange(1, 179), "degrees"),
              "60",
              "Field of view across the image's width.")
          .example("{uniform: [40, 70]}");
  static final Key<Parameter<Double>> EXPOSURE =
      Key.withDefault(
              "exposure",
              Parameters.perSequence(new NumberRange(-20, 30), "EV100"),
              "14.5",
              "Exposure value at ISO 100: 15 suits full sun, 7 a lit room.")
          .example("{uniform: [13, 15]}");

  static final MapKind<CameraDescription> KIND =
      new MapKind<>(
          List.of(AT, LOOK_AT, YAW, PITCH, ROLL, SHELL, FOV, EXPOSURE),
          List.of(Schema.exactlyOne("at", "shell"), Schema.excludes("shell", "look_at")),
          values ->
              pose(values)
                  .map(
                      pose ->
                          new CameraDescription(
                              "",
                              values.path(),
                              new ImageDescription(640, 480, 1),
                              new CameraMount(
                                  values.path(),
                                  pose,
                                  values.get(YAW),
                                  values.get(PITCH),
                                  values.get(ROLL),
                                  Optional.empty()),
                              CameraOffset.NONE,
                              new Intrinsics.FieldOfView(values.get(FOV)),
                              values.get(EXPOSURE),
                              CameraConstraints.NONE)));

  private CameraKeys() {}

  private static Optional<CameraPose> shell(Values values) {
    return Optional.of(
        new CameraPose.Shell(
            values.get(SHELL_AROUND),
            values.get(SHELL_RADIUS),
            values.get(SHELL_AZIMUTH),
            values.get(SHELL_ELEVATION)));
  }

  private static Optional<CameraPose> pose(Values values) {
    Optional<CameraPose> shell = values.find(SHELL);
    Optional<VectorParameter> at = values.find(AT);
    if (shell.isPresent() == at.isPresent()) {
      values.problem(
          shell.isPresent() ? "both at and shell" : "neither at nor shell",
          "Write at (with look_at, or yaw and pitch), or shell.");
      return Optional.empty();
    }
    if (shell.isPresent()) {
      if (values.has(LOOK_AT)) {
        values.problem("shell already says where the camera looks", "Remove look_at.");
        return Optional.empty();
      }
      return shell;
    }
    return Optional.of(new CameraPose.At(at.get(), values.find(LOOK_AT)));
  }
}
