package org.diorama.core.light;

import org.diorama.core.math.Vec3;

/**
 * Form of a lamp and how its light spreads. In the lamp's frame, whose origin is the lamp's center,
 * it shines along +X; its width runs along +Y and its length along +Z. Meters and radians.
 *
 * <p>Panels and tubes have one luminance from all sides (Lambert, Photometria, 1760): intensity
 * goes by the area that is seen. The reference renderer sums points spread over that area (Shirley,
 * Wang and Zimmerman, Monte Carlo Techniques for Direct Lighting Calculations, ACM Transactions on
 * Graphics 15, 1996). OpenGL has closed forms instead: diffuse light by Lambert's formula for
 * polygons, in the form of Baum, Rushmeier and Winget, Improving Radiosity Solutions through the
 * Use of Analytically Determined Form-Factors (SIGGRAPH 1989), in which a disk is an octagon of its
 * area and a tube a rectangle turned to the point; gloss by the lamp's point nearest to the
 * mirrored view, Karis, Real Shading in Unreal Engine 4 (SIGGRAPH 2013 course), which linearly
 * transformed cosines (Heitz et al., 2016) would have exactly for rectangles.
 */
public sealed interface LampShape {
  /** A sphere, or a point where the diameter is 0; it shines alike in all directions. */
  record Point(double diameter) implements LampShape {
    @Override
    public double meet(Vec3 origin, Vec3 direction) {
      return meetBall(origin, direction, diameter / 2);
    }

    @Override
    public double lumensOfCandela() {
      return 4 * Math.PI;
    }

    @Override
    public double share(Vec3 direction) {
      return 1;
    }

    @Override
    public double area() {
      return Math.PI * diameter * diameter / 4;
    }

    @Override
    public double width() {
      return diameter;
    }

    @Override
    public double length() {
      return diameter;
    }

    @Override
    public Vec3 surface(double u, double v, Vec3 towards) {
      return facingDisk(u, v, towards, diameter / 2);
    }
  }

  /**
   * A cone of light from a lens, seen as a sphere.
   *
   * @param inner half angle up to which the intensity is full
   * @param outer half angle from which there is none; smoothstep of the angle's cosine between
   */
  record Spot(double diameter, double inner, double outer) implements LampShape {
    @Override
    public double meet(Vec3 origin, Vec3 direction) {
      return meetBall(origin, direction, diameter / 2);
    }

    /** A lens is bright where it shines. */
    @Override
    public double glow(Vec3 towardsEye) {
      return share(towardsEye);
    }

    /** Integral of the intensity over the sphere: {@code π (2 - cos inner - cos outer)}. */
    @Override
    public double lumensOfCandela() {
      return Math.PI * (2 - StrictMath.cos(inner) - StrictMath.cos(outer));
    }

    @Override
    public double share(Vec3 direction) {
      double edge = StrictMath.cos(outer);
      double full = StrictMath.cos(inner);
      double t = Math.max(0, Math.min(1, (direction.x() - edge) / Math.max(1e-9, full - edge)));
      return t * t * (3 - 2 * t);
    }

    @Override
    public double area() {
      return Math.PI * diameter * diameter / 4;
    }

    @Override
    public double width() {
      return diameter;
    }

    @Override
    public double length() {
      return diameter;
    }

    @Override
    public Vec3 surface(double u, double v, Vec3 towards) {
      return facingDisk(u, v, towards, diameter / 2);
    }
  }

  /** A flat panel of even luminance that shines to one side. */
  record Rectangle(double width, double length) implements LampShape {
    @Override
    public double meet(Vec3 origin, Vec3 direction) {
      double t = meetFront(origin, direction);
      double y = origin.y() + t * direction.y();
      double z = origin.z() + t * direction.z();
      boolean inside = Math.abs(y) <= width / 2 && Math.abs(z) <= length / 2;
      return inside ? t : Double.POSITIVE_INFINITY;
    }

    @Override
    public double lumensOfCandela() {
      return Math.PI;
    }

    @Override
    public double share(Vec3 direction) {
      return Math.max(0, direction.x());
    }

    @Override
    public double area() {
      return width * length;
    }

    @Override
    public Vec3 surface(double u, double v, Vec3 towards) {
      return new Vec3(0, (u - 0.5) * width, (v - 0.5) * length);
    }
  }

  /** A round panel of even luminance that shines to one side. */
  record Disk(double diameter) implements LampShape {
    @Override
    public double meet(Vec3 origin, Vec3 direction) {
      double t = meetFront(origin, direction);
      double y = origin.y() + t * direction.y();
      double z = origin.z() + t * direction.z();
      return 4 * (y * y + z * z) <= diameter * diameter ? t : Double.POSITIVE_INFINITY;
    }

    @Override
    public double lumensOfCandela() {
      return Math.PI;
    }

    @Override
    public double share(Vec3 direction) {
      return Math.max(0, direction.x());
    }

    @Override
    public double area() {
      return Math.PI * diameter * diameter / 4;
    }

    @Override
    public double width() {
      return diameter;
    }

    @Override
    public double length() {
      return diameter;
    }

    @Override
    public Vec3 surface(double u, double v, Vec3 towards) {
      return facingDisk(u, v, Vec3.UNIT_X, diameter / 2);
    }
  }

  /** A thin cylinder along its length, of even luminance; its ends are dark. */
  record Tube(double length, double diameter) implements LampShape {
    /** Its round side; the ends are dark. */
    @Override
    public double meet(Vec3 origin, Vec3 direction) {
      Vec3 flat = new Vec3(origin.x(), origin.y(), 0);
      double t = meetBall(flat, new Vec3(direction.x(), direction.y(), 0), diameter / 2);
      boolean inside = Math.abs(origin.z() + t * direction.z()) <= length / 2;
      return inside ? t : Double.POSITIVE_INFINITY;
    }

    /** Integral of the sine of the angle to the axis over the sphere: π². */
    @Override
    public double lumensOfCandela() {
      return Math.PI * Math.PI;
    }

    @Override
    public double share(Vec3 direction) {
      return Math.sqrt(Math.max(0, 1 - direction.z() * direction.z()));
    }

    @Override
    public double area() {
      return length * diameter;
    }

    @Override
    public double width() {
      return diameter;
    }

    @Override
    public Vec3 surface(double u, double v, Vec3 towards) {
      Vec3 across = Vec3.UNIT_Z.cross(towards).normalize();
      return across.times((u - 0.5) * diameter).plus(new Vec3(0, 0, (v - 0.5) * length));
    }
  }

  /**
   * Where a ray first meets the glowing surface: multiples of the direction, infinite for a miss.
   *
   * @param direction of any length
   */
  double meet(Vec3 origin, Vec3 direction);

  /**
   * Luminance towards an eye, relative to that seen from +X.
   *
   * @param towardsEye unit vector from the lamp
   */
  default double glow(Vec3 towardsEye) {
    return 1;
  }

  /** Luminous flux in lumen where the intensity along +X is one candela. */
  double lumensOfCandela();

  /**
   * Intensity in a direction, relative to that along +X, of any part of the lamp.
   *
   * @param direction unit vector from the lamp
   */
  double share(Vec3 direction);

  /** Square meters seen from +X: an intensity over it is the luminance. */
  double area();

  /** Meters along +Y. */
  double width();

  /** Meters along +Z. */
  double length();

  /**
   * A point of the lamp, evenly by the area that is seen.
   *
   * @param u in [0, 1), likewise v
   * @param towards from where it is seen: unit vector from the lamp's center
   */
  Vec3 surface(double u, double v, Vec3 towards);

  /** Radius of the sphere around all of it. */
  default double radius() {
    return Math.sqrt(width() * width() + length() * length()) / 2;
  }

  private static double meetBall(Vec3 origin, Vec3 direction, double radius) {
    double a = direction.dot(direction);
    double b = origin.dot(direction);
    double root = b * b - a * (origin.dot(origin) - radius * radius);
    double t = (-b - Math.sqrt(Math.max(0, root))) / a;
    return root > 0 && t > 0 ? t : Double.POSITIVE_INFINITY;
  }

  /** The plane of a panel, from the side that shines. */
  private static double meetFront(Vec3 origin, Vec3 direction) {
    double t = -origin.x() / direction.x();
    return direction.x() < 0 && t > 0 ? t : Double.POSITIVE_INFINITY;
  }

  private static Vec3 facingDisk(double u, double v, Vec3 towards, double radius) {
    Vec3 other = Math.abs(towards.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    Vec3 across = other.cross(towards).normalize();
    double r = radius * Math.sqrt(u);
    double angle = 2 * Math.PI * v;
    return across
        .times(r * StrictMath.cos(angle))
        .plus(towards.cross(across).times(r * StrictMath.sin(angle)));
  }
}
