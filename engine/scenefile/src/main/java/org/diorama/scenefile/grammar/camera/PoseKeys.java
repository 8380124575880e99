package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TransformKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.motion.TimedPosesKeys;
import org.diorama.scenefile.grammar.object.AttachKeys;

/** Keys by which a camera or a rig is placed and aimed. */
final class PoseKeys {
  static final VectorKind POINT =
      new VectorKind(Parameters.perSequence(NumberRange.COORDINATE, "m"), false);
  static final NumberParameterKind ANGLE = Parameters.perSequence(NumberRange.ANGLE, "degrees");
  static final NumberParameterKind ELEVATION =
      Parameters.perSequence(new NumberRange(-90, 90), "degrees");

  static final Key<VectorParameter> AT =
      Key.optional("at", POINT, "Position, meters.").example("[0, -4, {uniform: [1.5, 2.5]}]");
  static final Key<Attachment> ATTACH =
      Key.optional(
              "attach",
              AttachKeys.KIND,
              "An object to which the camera is fixed: at, look_at and angles are in the"
                  + " frame of its instance, and the camera moves with it.")
          .example("ego");
  static final Key<VectorParameter> LOOK_AT =
      Key.optional(
              "look_at",
              POINT,
              "The point it looks at, meters; without it along +X, or along its trajectory.")
          .example("[0, 0, 0.5]");
  static final Key<CameraPose> SHELL =
      Key.optional(
          "shell",
          ShellKeys.KIND,
          "Instead of at: somewhere on a sphere around a point, looking at that point.");
  static final Key<TrajectoryKeys.Trajectory> TRAJECTORY =
      Key.optional(
          "trajectory", TrajectoryKeys.KIND, "Instead of at: moving on a way from point to point.");
  static final Key<Affine3> TRANSFORM =
      Key.optional(
              "transform",
              new TransformKind(true),
              "Its exact pose, +X right, +Y down, +Z forward; instead of at and of angles.")
          .example("[1, 0, 0, 0, 0, 0, 1, -4, 0, -1, 0, 1.5]");
  static final Key<TimedPoses> POSES =
      Key.optional(
          "poses",
          TimedPosesKeys.KIND,
          "Exact poses at known times, each as transform; before the first time the"
              + " first one holds.");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault(
              "yaw",
              ANGLE,
              "0",
              "Turns it from where it is aimed, counter-clockwise seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> PITCH =
      Key.withDefault("pitch", ELEVATION, "0", "Turns it upwards, after yaw.")
          .example("{normal: [-5, 2]}");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "Turns it clockwise as it looks, after pitch.")
          .example("{normal: [0, 1]}");

  static final List<Key<?>> KEYS =
      List.of(AT, LOOK_AT, SHELL, TRAJECTORY, TRANSFORM, POSES, ATTACH, YAW, PITCH, ROLL);

  static final List<Map<String, Object>> RULES =
      List.of(
          Schema.exactlyOne("at", "shell", "trajectory", "transform", "poses"),
          Schema.excludes("shell", "look_at"),
          Schema.excludes("transform", "look_at", "yaw", "pitch", "roll"),
          Schema.excludes("poses", "look_at", "yaw", "pitch", "roll"));

  private PoseKeys() {}

  /** Of keys that go together. */
  static CameraMount mount(Values values) {
    return new CameraMount(
        values.path(),
        pose(values),
        values.get(YAW),
        values.get(PITCH),
        values.get(ROLL),
        values.find(ATTACH));
  }

  private static CameraPose pose(Values values) {
    Optional<VectorParameter> lookAt = values.find(LOOK_AT);
    if (values.has(SHELL)) {
      return values.get(SHELL);
    }
    if (values.has(TRANSFORM)) {
      return new CameraPose.Exact(values.get(TRANSFORM));
    }
    if (values.has(POSES)) {
      return new CameraPose.Timed(values.get(POSES));
    }
    if (values.has(TRAJECTORY)) {
      TrajectoryKeys.Trajectory trajectory = values.get(TRAJECTORY);
      return new CameraPose.Trajectory(trajectory.way(), trajectory.start(), lookAt);
    }
    return new CameraPose.At(values.get(AT), lookAt);
  }
}
