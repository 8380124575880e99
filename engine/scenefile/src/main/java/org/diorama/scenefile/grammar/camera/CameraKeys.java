package org.diorama.scenefile.grammar.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraOffset;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.Intrinsics;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code camera} and of one entry of {@code cameras}. */
public final class CameraKeys {
  /** The key of the only, unnamed camera. */
  public static final String UNNAMED = "camera";

  /** What ends the names of a pair's cameras. */
  public static final String LEFT = "_left";

  public static final String RIGHT = "_right";

  static final Key<Parameter<Double>> BASELINE =
      Key.required(
              "baseline",
              Parameters.perSequence(new NumberRange(1e-6, 1000), "m"),
              "Distance from the left camera to the right one.")
          .example("0.12");
  static final Key<Parameter<Double>> STEREO =
      Key.optional(
          "stereo",
          new MapKind<>(List.of(BASELINE), values -> Optional.of(values.get(BASELINE))),
          "A pair instead of one: left and right of its place, looking the same way.");

  private static final List<Key<?>> KEYS =
      Stream.of(
              PoseKeys.KEYS.stream(),
              LensKeys.KEYS.stream(),
              DevelopmentKeys.KEYS.stream(),
              Stream.of(CameraImageKeys.IMAGE, STEREO, ConstraintKeys.CONSTRAINTS))
          .<Key<?>>flatMap(keys -> keys)
          .toList();

  private static final KeyRules RULES =
      new KeyRules(Stream.concat(PoseKeys.RULES.stream(), LensKeys.RULES.stream()).toList());

  public static final MapKind<Cameras> KIND =
      new MapKind<>(KEYS, RULES, CameraKeys::cameras).refusing(LensKeys.UNSUPPORTED);

  private CameraKeys() {}

  /** What a key stands for: cameras whose images depend on the scene's. */
  public interface Cameras {
    List<CameraDescription> in(ImageDescription image);
  }

  private static Optional<Cameras> cameras(Values values) {
    if (!RULES.hold(values, KEYS)) {
      return Optional.empty();
    }
    CameraMount mount = PoseKeys.mount(values);
    Intrinsics intrinsics = LensKeys.intrinsics(values);
    return Optional.of(
        image -> {
          List<CameraDescription> cameras = new ArrayList<>();
          for (Eye eye : eyes(values)) {
            cameras.add(
                new CameraDescription(
                    eye.name(),
                    values.path(),
                    CameraImageKeys.in(image, values),
                    mount,
                    eye.offset(),
                    intrinsics,
                    DevelopmentKeys.of(values),
                    ConstraintKeys.of(values)));
          }
          return cameras;
        });
  }

  private record Eye(String name, CameraOffset offset) {}

  /** One for the camera itself, or two of a pair, half the baseline to the left and right. */
  private static List<Eye> eyes(Values values) {
    String name = values.path().equals(UNNAMED) ? "" : values.name();
    Optional<Parameter<Double>> baseline = values.find(STEREO);
    if (baseline.isEmpty()) {
      return List.of(new Eye(name, CameraOffset.NONE));
    }
    return List.of(
        new Eye(eye(name, LEFT), aside(baseline.get(), 0.5)),
        new Eye(eye(name, RIGHT), aside(baseline.get(), -0.5)));
  }

  /** Of an unnamed pair they are left and right. */
  private static String eye(String name, String end) {
    return name.isEmpty() ? end.substring(1) : name + end;
  }

  private static CameraOffset aside(Parameter<Double> baseline, double share) {
    VectorParameter left =
        new VectorParameter.Axes(
            Parameter.constant("x", 0.0), baseline, Parameter.constant("z", 0.0));
    return new CameraOffset(
        left, share, CameraOffset.NONE.yaw(), CameraOffset.NONE.pitch(), CameraOffset.NONE.roll());
  }
}
