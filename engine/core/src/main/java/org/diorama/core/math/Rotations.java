package org.diorama.core.math;

/**
 * The one place that turns angles into rotations and back. StrictMath throughout: the platform's
 * {@code Math.sin} differs from it in the last bit, and a record must be the same on every machine.
 */
public final class Rotations {
  private Rotations() {}

  public static double radians(double degrees) {
    return degrees * (StrictMath.PI / 180);
  }

  /** Right-handed rotation about an axis through the origin. {@code axis} is of unit length. */
  public static Affine3 aboutAxis(Vec3 axis, double radians) {
    // Many things stand upright: what both functions say of 0 is known.
    double s = radians == 0 ? radians : StrictMath.sin(radians);
    double c = radians == 0 ? 1 : StrictMath.cos(radians);
    double t = 1 - c;
    double x = axis.x();
    double y = axis.y();
    double z = axis.z();
    return new Affine3(
        t * x * x + c,
        t * x * y - s * z,
        t * x * z + s * y,
        0,
        t * x * y + s * z,
        t * y * y + c,
        t * y * z - s * x,
        0,
        t * x * z - s * y,
        t * y * z + s * x,
        t * z * z + c,
        0);
  }

  /** Counter-clockwise about +Z, seen from above. */
  public static Affine3 yaw(double radians) {
    return aboutAxis(Vec3.UNIT_Z, radians);
  }

  /** Radians about +Z that a map turns +X by, seen from above; 0 where it turns it upright. */
  public static double heading(Affine3 map) {
    return StrictMath.atan2(map.m10(), map.m00());
  }

  /** Radians about +Z from +X to a direction as seen from above; 0 for one that is upright. */
  public static double azimuth(Vec3 direction) {
    return StrictMath.atan2(direction.y(), direction.x());
  }

  /**
   * Way of a point whose velocity turns about +Z: the integral of {@code yaw(rate · t) · velocity}.
   *
   * @param rate radians a second
   */
  public static Vec3 turningWay(Vec3 velocity, double rate, double seconds) {
    if (rate == 0) {
      return velocity.times(seconds);
    }
    double half = StrictMath.sin(rate * seconds / 2);
    double along = StrictMath.sin(rate * seconds) / rate;
    double across = 2 * half * half / rate;
    return new Vec3(
        along * velocity.x() - across * velocity.y(),
        across * velocity.x() + along * velocity.y(),
        velocity.z() * seconds);
  }

  /** Degrees of a direction above the horizontal plane. */
  public static double elevation(Vec3 direction) {
    double sine = direction.z() / direction.length();
    return StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sine))));
  }

  /**
   * Unit vector at an azimuth (counter-clockwise from +X, seen from above) and an elevation above
   * the horizontal plane, both in radians.
   */
  public static Vec3 direction(double azimuth, double elevation) {
    double horizontal = StrictMath.cos(elevation);
    return new Vec3(
        horizontal * StrictMath.cos(azimuth),
        horizontal * StrictMath.sin(azimuth),
        StrictMath.sin(elevation));
  }

  /**
   * Camera pose, {@code worldFromCamera} in the OpenCV frame (+X right, +Y down, +Z forward), that
   * looks from one point to another with world +Z upwards in the image. Where the view is vertical,
   * world +Y takes the place of up.
   *
   * @throws IllegalArgumentException where both points coincide
   */
  public static Affine3 lookAt(Vec3 eye, Vec3 target) {
    Vec3 forward = target.minus(eye).normalize();
    if (forward.equals(Vec3.ZERO) || !forward.isFinite()) {
      throw new IllegalArgumentException("camera and target coincide at " + eye);
    }
    Vec3 up = Math.abs(forward.z()) > 1 - 1e-12 ? Vec3.UNIT_Y : Vec3.UNIT_Z;
    Vec3 right = forward.cross(up).normalize();
    Vec3 down = forward.cross(right);
    return Affine3.ofColumns(right, down, forward, eye);
  }

  /**
   * An object's attitude: {@code yaw} about world +Z, then {@code pitch} about its own +Y, then
   * {@code roll} about its own +X; all right-handed, in radians.
   */
  public static Affine3 yawPitchRoll(double yaw, double pitch, double roll) {
    return yaw(yaw).times(aboutAxis(Vec3.UNIT_Y, pitch)).times(aboutAxis(Vec3.UNIT_X, roll));
  }

  /** {@link #yawPitchRoll} as a quaternion. */
  public static Rotation ofYawPitchRoll(double yaw, double pitch, double roll) {
    return about(Vec3.UNIT_Z, yaw).times(about(Vec3.UNIT_Y, pitch)).times(about(Vec3.UNIT_X, roll));
  }

  /** Right-handed rotation about an axis of unit length. */
  public static Rotation about(Vec3 axis, double radians) {
    double s = StrictMath.sin(radians / 2);
    return new Rotation(axis.x() * s, axis.y() * s, axis.z() * s, StrictMath.cos(radians / 2));
  }

  /**
   * Rotation from three numbers in [0, 1]; uniform over all rotations where they are uniform:
   * Shoemake, "Uniform random rotations", Graphics Gems III, 1992.
   */
  public static Rotation uniform(double u1, double u2, double u3) {
    double first = Math.sqrt(1 - u1);
    double second = Math.sqrt(u1);
    double a = 2 * StrictMath.PI * u2;
    double b = 2 * StrictMath.PI * u3;
    return new Rotation(
            first * StrictMath.sin(a),
            first * StrictMath.cos(a),
            second * StrictMath.sin(b),
            second * StrictMath.cos(b))
        .normalize();
  }

  /**
   * Unit vector at an azimuth in radians and a height, its z component: uniform over the sphere
   * where both are uniform (Archimedes).
   */
  public static Vec3 directionAtHeight(double azimuth, double height) {
    double horizontal = Math.sqrt(Math.max(0, 1 - height * height));
    return new Vec3(
        horizontal * StrictMath.cos(azimuth), horizontal * StrictMath.sin(azimuth), height);
  }

  /**
   * Camera pose, {@code worldFromCamera} in the OpenCV frame, in radians: {@code yaw}
   * counter-clockwise from world +X, {@code pitch} above the horizon, {@code roll} clockwise as the
   * camera looks.
   */
  public static Affine3 camera(Vec3 eye, double yaw, double pitch, double roll) {
    Vec3 forward = direction(yaw, pitch);
    Vec3 right = direction(yaw - StrictMath.PI / 2, 0);
    Vec3 down = forward.cross(right);
    double c = StrictMath.cos(roll);
    double s = StrictMath.sin(roll);
    return Affine3.ofColumns(
        right.times(c).plus(down.times(s)), down.times(c).minus(right.times(s)), forward, eye);
  }

  /**
   * The frame with +X forward, +Y left and +Z up of a camera pose in the OpenCV frame; {@code
   * camera(ZERO, 0, 0, 0)} leads from it back to the camera.
   */
  public static Affine3 forwardLeftUp(Affine3 worldFromCamera) {
    return Affine3.ofColumns(
        worldFromCamera.transformDirection(Vec3.UNIT_Z),
        worldFromCamera.transformDirection(Vec3.UNIT_X).negate(),
        worldFromCamera.transformDirection(Vec3.UNIT_Y).negate(),
        worldFromCamera.translation());
  }

  /** Focal length in pixels of a pinhole whose {@code pixels} span {@code radians}. */
  public static double focalLength(double pixels, double radians) {
    return pixels / (2 * StrictMath.tan(radians / 2));
  }
}
