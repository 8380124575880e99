package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.RotationDistribution;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;

/** Ways to write a distribution of rotations. */
final class RotationFamilies {
  private static final DistributionKind<Double> ANGLE =
      new DistributionKind<>(
          new NumberParameterKind(NumberRange.ANGLE, "degrees", false, false, Parameters.ANYWHERE));

  private static final Key<Vec3> AXIS =
      PointFamilies.normal("axis", "The middle of the directions that its +Z may take.");
  private static final Key<Double> ANGLE_TO_AXIS =
      Key.required(
              "angle", PointFamilies.plain(0, 180, "degrees"), "Largest tilt away from the axis.")
          .example("15");
  private static final Key<Distribution<Double>> SPIN =
      Key.withDefault("spin", ANGLE, "{uniform: [0, 360]}", "Turn about its own +Z.").example("0");
  private static final Key<Distribution<Double>> YAW =
      Key.withDefault("yaw", ANGLE, "0", "About +Z.").example("{uniform: [0, 360]}");
  private static final Key<Distribution<Double>> PITCH =
      Key.withDefault("pitch", ANGLE, "0", "About its own +Y, after yaw.")
          .example("{normal: [0, 5]}");
  private static final Key<Distribution<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "About its own +X, after pitch.")
          .example("{choice: [0, 90]}");

  private RotationFamilies() {}

  static Family<Rotation> uniform() {
    Kind<RotationDistribution> nothing =
        new MapKind<>(List.of(), map -> Optional.of(new RotationDistribution.UniformRotation()));
    return Family.of(
        "uniform_so3",
        "{uniform_so3: {}}",
        "every rotation is as likely as every other; short: `uniform_so3`",
        nothing::read,
        nothing::schema);
  }

  static Family<Rotation> cone() {
    Kind<RotationDistribution> cone =
        new MapKind<>(
            List.of(AXIS, ANGLE_TO_AXIS, SPIN),
            map -> {
              if (map.get(AXIS).equals(Vec3.ZERO)) {
                map.problem(AXIS, "it has no direction", "Write a vector that is not zero.");
                return Optional.empty();
              }
              return Optional.of(
                  new RotationDistribution.Cone(
                      map.get(AXIS).normalize(), map.get(ANGLE_TO_AXIS), map.get(SPIN)));
            });
    return Family.of(
        "cone",
        "{cone: {axis: [0, 0, 1], angle: 20}}",
        "its +Z in a direction within a cone, evenly by solid angle, and turned about it",
        (node, path, reading) -> cone.read(node, path, reading.withoutResolving()),
        cone::schema);
  }

  static Family<Rotation> angles() {
    Kind<RotationDistribution> angles =
        new MapKind<>(
            List.of(YAW, PITCH, ROLL),
            map ->
                Optional.of(
                    new RotationDistribution.Angles(map.get(YAW), map.get(PITCH), map.get(ROLL))));
    return Family.of(
        "angles",
        "{angles: {yaw: {uniform: [0, 360]}, roll: 90}}",
        "yaw, then pitch, then roll",
        (node, path, reading) -> angles.read(node, path, reading.withoutResolving()),
        angles::schema);
  }
}
