package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraOffset;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of one entry of {@code rigs}. */
public final class RigKeys {
  static final Key<VectorParameter> AT =
      Key.withDefault(
              "at",
              PoseKeys.POINT,
              "[0, 0, 0]",
              "In the rig's frame, meters: +X is where the rig looks, +Y its left, +Z up.")
          .example("[0.2, 0.06, 0]");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault("yaw", PoseKeys.ANGLE, "0", "Turn from the rig's +X to its left.")
          .example("120");
  static final Key<Parameter<Double>> PITCH =
      Key.withDefault("pitch", PoseKeys.ELEVATION, "0", "Upwards, after yaw.").example("-10");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", PoseKeys.ANGLE, "0", "Clockwise as it looks, after pitch.")
          .example("90");

  private static final List<Key<?>> CAMERA_KEYS =
      Stream.of(
              Stream.of(AT, YAW, PITCH, ROLL),
              LensKeys.KEYS.stream(),
              DevelopmentKeys.KEYS.stream(),
              Stream.of(CameraImageKeys.IMAGE, ConstraintKeys.CONSTRAINTS))
          .<Key<?>>flatMap(keys -> keys)
          .toList();

  private static final MapKind<RigCamera> CAMERA =
      new MapKind<>(CAMERA_KEYS, LensKeys.RULES, RigKeys::camera).refusing(LensKeys.UNSUPPORTED);

  static final Key<List<RigCamera>> CAMERAS =
      Key.required(
          "cameras",
          new NamedMapKind<>("a camera", CAMERA, true).withNames(TextKind.CAMERA),
          "Its cameras by name, fixed to one another.");

  private static final List<Key<?>> KEYS =
      Stream.concat(PoseKeys.KEYS.stream(), Stream.of(CAMERAS)).toList();

  public static final MapKind<CameraKeys.Cameras> KIND =
      new MapKind<>(
          KEYS,
          Stream.concat(PoseKeys.RULES.stream(), Stream.of(Schema.notEmpty("cameras"))).toList(),
          RigKeys::rig);

  private RigKeys() {}

  /** One camera as soon as its rig and the scene's images are known. */
  interface RigCamera {
    CameraDescription on(CameraMount mount, ImageDescription image);
  }

  private static Optional<RigCamera> camera(Values values) {
    if (!new KeyRules(LensKeys.RULES).hold(values, CAMERA_KEYS)) {
      return Optional.empty();
    }
    CameraOffset offset =
        new CameraOffset(values.get(AT), 1, values.get(YAW), values.get(PITCH), values.get(ROLL));
    return Optional.of(
        (mount, image) ->
            new CameraDescription(
                values.name(),
                values.path(),
                CameraImageKeys.in(image, values),
                mount,
                offset,
                LensKeys.intrinsics(values),
                DevelopmentKeys.of(values),
                ConstraintKeys.of(values)));
  }

  private static Optional<CameraKeys.Cameras> rig(Values values) {
    if (!new KeyRules(PoseKeys.RULES).hold(values, KEYS)) {
      return Optional.empty();
    }
    if (values.get(CAMERAS).isEmpty()) {
      values.problem(CAMERAS, "the rig has no camera", "Add one.");
      return Optional.empty();
    }
    CameraMount mount = PoseKeys.mount(values);
    return Optional.of(
        image -> values.get(CAMERAS).stream().map(camera -> camera.on(mount, image)).toList());
  }
}
