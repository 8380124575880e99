package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a camera's {@code shell}. */
final class ShellKeys {
  static final Key<VectorParameter> AROUND =
      Key.withDefault("around", PoseKeys.POINT, "[0, 0, 0]", "The point it looks at, meters.")
          .example("[0, 0, 0.8]");
  static final Key<Parameter<Double>> RADIUS =
      Key.required(
              "radius",
              Parameters.perSequence(new NumberRange(0.001, 1e7), "m"),
              "Distance from that point.")
          .example("{uniform: [1.3, 1.9]}");
  static final Key<Parameter<Double>> AZIMUTH =
      Key.withDefault(
              "azimuth",
              PoseKeys.ANGLE,
              "{uniform: [0, 360]}",
              "Direction of the camera from that point, counter-clockwise from +X seen from above.")
          .example("{uniform: [-30, 30]}");
  static final Key<Parameter<Double>> ELEVATION =
      Key.withDefault(
              "elevation",
              PoseKeys.ELEVATION,
              "{uniform: [15, 60]}",
              "Angle of the camera above the horizontal plane through that point.")
          .example("30");

  static final MapKind<CameraPose> KIND =
      new MapKind<>(List.of(AROUND, RADIUS, AZIMUTH, ELEVATION), ShellKeys::shell);

  private ShellKeys() {}

  private static Optional<CameraPose> shell(Values values) {
    return Optional.of(
        new CameraPose.Shell(
            values.get(AROUND), values.get(RADIUS), values.get(AZIMUTH), values.get(ELEVATION)));
  }
}
