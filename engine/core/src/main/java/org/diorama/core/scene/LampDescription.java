package org.diorama.core.scene;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;

/**
 * A lamp, or one lamp for each instance of a group.
 *
 * @param name in the scene
 * @param form what it is
 * @param pose in the frame it stands in
 * @param carrier group of objects each of whose instances has such a lamp and moves it along
 * @param anchor of the carrier's bounding box, -1 to 1 along each axis: where the pose's origin is;
 *     without it the origin of the object
 * @param power how much light it gives
 * @param color its tint; black is darkness
 * @param on what switches it on
 * @param visible whether its glowing shape is seen
 */
public record LampDescription(
    String name,
    Form form,
    Pose pose,
    Optional<String> carrier,
    Optional<VectorParameter> anchor,
    Power power,
    Tint color,
    LampSwitch on,
    boolean visible) {

  /** What kind of lamp it is, with its sizes in meters. */
  public sealed interface Form {
    /** The shape, its numbers decided. */
    LampShape decide(ToDoubleFunction<Parameter<Double>> number);
  }

  public record PointForm(Parameter<Double> diameter) implements Form {
    @Override
    public LampShape decide(ToDoubleFunction<Parameter<Double>> number) {
      return new LampShape.Point(number.applyAsDouble(diameter));
    }
  }

  /**
   * @param angle degrees of the whole cone
   * @param fade share of the cone's half angle over which it fades out
   */
  public record SpotForm(
      Parameter<Double> diameter, Parameter<Double> angle, Parameter<Double> fade) implements Form {
    @Override
    public LampShape decide(ToDoubleFunction<Parameter<Double>> number) {
      double size = number.applyAsDouble(diameter);
      double outer = Rotations.radians(number.applyAsDouble(angle)) / 2;
      return new LampShape.Spot(size, outer * (1 - number.applyAsDouble(fade)), outer);
    }
  }

  public record RectangleForm(Parameter<Double> length, Parameter<Double> width) implements Form {
    @Override
    public LampShape decide(ToDoubleFunction<Parameter<Double>> number) {
      double along = number.applyAsDouble(length);
      return new LampShape.Rectangle(number.applyAsDouble(width), along);
    }
  }

  public record DiskForm(Parameter<Double> diameter) implements Form {
    @Override
    public LampShape decide(ToDoubleFunction<Parameter<Double>> number) {
      return new LampShape.Disk(number.applyAsDouble(diameter));
    }
  }

  public record TubeForm(Parameter<Double> length, Parameter<Double> diameter) implements Form {
    @Override
    public LampShape decide(ToDoubleFunction<Parameter<Double>> number) {
      double along = number.applyAsDouble(length);
      return new LampShape.Tube(along, number.applyAsDouble(diameter));
    }
  }

  /** Where it is and how it is turned. */
  public sealed interface Pose {}

  /**
   * @param frameFromLamp rigid; the frame of {@link LampShape}
   */
  public record ExactPose(Affine3 frameFromLamp) implements Pose {}

  /**
   * @param poses as of {@link ExactPose}, of a lamp that moves; before the first time the first one
   *     holds
   */
  public record TimedPose(TimedPoses poses) implements Pose {}

  /**
   * @param at meters
   * @param lookAt meters; it shines there
   * @param yaw degrees; without a target the direction it shines in, counter-clockwise from +X,
   *     with one turns it from there
   * @param pitch degrees upwards, likewise
   * @param roll degrees clockwise as it shines
   */
  public record AimedPose(
      VectorParameter at,
      Optional<VectorParameter> lookAt,
      Parameter<Double> yaw,
      Parameter<Double> pitch,
      Parameter<Double> roll)
      implements Pose {}

  /**
   * @param amount lumen of all its light, or candela along its axis
   * @param isFlux whether it is lumen
   */
  public record Power(Parameter<Double> amount, boolean isFlux) {}

  /** A color of any luminance, or a temperature in kelvin. */
  public sealed interface Tint {}

  public record ColorTint(Parameter<LinearColor> color) implements Tint {}

  public record KelvinTint(Parameter<Double> temperature) implements Tint {}
}
