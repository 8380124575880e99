package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.math.Affine3;

/**
 * Which cameras are rectified in every frame: in the images of both a point lies in the same row.
 * They have one lens, look the same way, and stand side by side, on one mount or where it is said.
 */
public final class RectifiedCameras {
  /** Radians, and of the baseline: what rounding makes of poses that are parallel. */
  private static final double ROUNDING = 1e-9;

  private RectifiedCameras() {}

  /** Whether any two are. */
  public static boolean anyOf(List<CameraDescription> cameras) {
    return cameras.stream()
        .anyMatch(one -> cameras.stream().anyMatch(other -> areRectified(one, other)));
  }

  private static boolean areRectified(CameraDescription one, CameraDescription other) {
    return one.image().equals(other.image())
        && haveOneLens(one.intrinsics(), other.intrinsics())
        && (stayRectified(one, other)
            || areParallel(given(one.mount().pose()), given(other.mount().pose())));
  }

  /** On one mount, whatever that does. */
  private static boolean stayRectified(CameraDescription one, CameraDescription other) {
    return one.mount().path().equals(other.mount().path())
        && isLevel(one.offset())
        && isLevel(other.offset())
        && isSame(one.offset().pitch(), other.offset().pitch())
        && areSideBySide(one.offset(), other.offset());
  }

  /** Poses that are given as such; none where they are drawn or aimed. */
  private static List<Affine3> given(CameraPose pose) {
    if (pose instanceof CameraPose.Exact exact) {
      return List.of(exact.worldFromCamera());
    }
    return pose instanceof CameraPose.Timed timed ? timed.poses().poses() : List.of();
  }

  private static boolean areParallel(List<Affine3> one, List<Affine3> other) {
    return !one.isEmpty()
        && one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> areParallel(one.get(i), other.get(i)));
  }

  /** Apart along the rows of their images alone. */
  private static boolean areParallel(Affine3 one, Affine3 other) {
    double[] move = one.inverseTimes(other).toRows();
    double across = Math.abs(move[3]);
    return across > 0
        && Math.max(Math.abs(move[7]), Math.abs(move[11])) <= ROUNDING * across
        && Math.max(Math.abs(move[1]), Math.max(Math.abs(move[2]), Math.abs(move[6]))) <= ROUNDING
        && move[0] > 0
        && move[5] > 0;
  }

  /** Neither turned nor rolled, so that the image's rows lie along the mount's +Y. */
  private static boolean isLevel(CameraOffset offset) {
    return isValue(offset.yaw(), 0) && isValue(offset.roll(), 0);
  }

  private static boolean areSideBySide(CameraOffset one, CameraOffset other) {
    if (!(one.position() instanceof VectorParameter.Axes a
        && other.position() instanceof VectorParameter.Axes b)) {
      return false;
    }
    return isSame(a.x(), one.share(), b.x(), other.share())
        && isSame(a.z(), one.share(), b.z(), other.share())
        && (a.y().equals(b.y())
            ? one.share() != other.share()
            : a.y().isConstant()
                && b.y().isConstant()
                && value(a.y()) * one.share() != value(b.y()) * other.share());
  }

  /** Where the centers of their rows lie may differ. */
  private static boolean haveOneLens(Intrinsics one, Intrinsics other) {
    if (one instanceof Intrinsics.Pixels a && other instanceof Intrinsics.Pixels b) {
      return isSame(a.focalX(), b.focalX())
          && isSame(a.focalY(), b.focalY())
          && isSame(a.centerY(), b.centerY());
    }
    if (one instanceof Intrinsics.FieldOfView a && other instanceof Intrinsics.FieldOfView b) {
      return isSame(a.horizontal(), b.horizontal());
    }
    return one instanceof Intrinsics.FocalLength a
        && other instanceof Intrinsics.FocalLength b
        && isSame(a.focalLength(), b.focalLength())
        && isSame(a.sensorWidth(), b.sensorWidth());
  }

  private static boolean isSame(
      Optional<Parameter<Double>> one, Optional<Parameter<Double>> other) {
    return one.isPresent() && other.isPresent()
        ? isSame(one.get(), other.get())
        : one.isEmpty() && other.isEmpty();
  }

  private static boolean isSame(Parameter<Double> one, Parameter<Double> other) {
    return isSame(one, 1, other, 1);
  }

  /** Whether shares of two draws are always equal: of one draw, or of constants. */
  private static boolean isSame(
      Parameter<Double> one, double share, Parameter<Double> other, double otherShare) {
    return one.isConstant() && other.isConstant()
        ? value(one) * share == value(other) * otherShare
        : one.equals(other) && share == otherShare;
  }

  private static boolean isValue(Parameter<Double> parameter, double value) {
    return parameter.isConstant() && value(parameter) == value;
  }

  private static double value(Parameter<Double> constant) {
    return ((Distribution.Constant<Double>) constant.distribution()).value();
  }
}
