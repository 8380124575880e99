package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting.Sun;

/**
 * Points of a room on which the sun shines, spread evenly over its beam. A patch of sun is small
 * and bright: of the few rays of a probe more or fewer meet it, by chance, which shows as blotches
 * on walls; these points are the same to all probes. Both count by the balance heuristic: Veach and
 * Guibas, Optimally Combining Sampling Techniques for Monte Carlo Rendering (SIGGRAPH 1995). Near a
 * point rays know better, far away the point does, and nothing grows without bound.
 *
 * @param box that holds them, in the scene's space
 * @param towards unit vector to the sun
 * @param beam square meters across the sun's light for each point; 0 without points
 */
record SunPoints(Aabb box, Vec3 towards, double beam, List<Point> points) {
  static final SunPoints NONE = new SunPoints(Aabb.EMPTY, Vec3.UNIT_Z, 0, List.of());

  private static final int MOST = 64;

  /** Places across the beam that are tried, at most. */
  private static final int TRIED = 4000;

  /** Meters by which what bounds a box may lie beyond it. */
  private static final double EDGE = 1e-3;

  /** Steradians that a ray stands for. */
  private static final double RAY = 4 * Math.PI / ProbeRays.COUNT;

  /** The root of x³ = x + 1: Roberts, The Unreasonable Effectiveness of Quasirandom Sequences. */
  private static final double PLASTIC = 1.3247179572447460;

  /**
   * @param luminance that is thrown back to all sides, in cd/m²
   */
  record Point(Vec3 position, Vec3 normal, LinearColor luminance) {}

  /** The points of a box that sun gets into. */
  static SunPoints in(Aabb box, SceneSurfaces surfaces, Optional<Sun> sun) {
    if (sun.isEmpty()) {
      return NONE;
    }
    Vec3 towards = sun.get().towards();
    Vec3 across =
        (Math.abs(towards.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X).cross(towards).normalize();
    Vec3 upwards = towards.cross(across);
    Vec3 half = box.size().times(0.5);
    double halfAcross = extent(half, across);
    double halfUpwards = extent(half, upwards);
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    List<Point> found = new ArrayList<>();
    int tried = 0;
    while (tried < TRIED && found.size() < MOST) {
      tried++;
      double u = 2 * fraction(0.5 + tried / PLASTIC) - 1;
      double v = 2 * fraction(0.5 + tried / (PLASTIC * PLASTIC)) - 1;
      Vec3 place =
          box.center().plus(across.times(u * halfAcross)).plus(upwards.times(v * halfUpwards));
      point(box, surfaces, traversal, sun.get(), place).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return NONE;
    }
    return new SunPoints(box, towards, 4 * halfAcross * halfUpwards / tried, found);
  }

  private static double extent(Vec3 half, Vec3 axis) {
    return half.x() * Math.abs(axis.x())
        + half.y() * Math.abs(axis.y())
        + half.z() * Math.abs(axis.z());
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  /** Square meters of a surface that a point stands for, by the surface's unit normal. */
  double area(Vec3 normal) {
    return beam / normal.dot(towards);
  }

  /** What the light through a place meets in the box. */
  private static Optional<Point> point(
      Aabb box, SceneSurfaces surfaces, SceneBvhTraversal traversal, Sun sun, Vec3 place) {
    Vec3 towards = sun.towards();
    double in = Double.POSITIVE_INFINITY;
    double out = Double.NEGATIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double slope = component(towards, axis);
      double low = component(box.min(), axis) - component(place, axis);
      double high = component(box.max(), axis) - component(place, axis);
      if (slope != 0) {
        in = Math.min(in, Math.max(low / slope, high / slope));
        out = Math.max(out, Math.min(low / slope, high / slope));
      } else if (low > 0 || high < 0) {
        return Optional.empty();
      }
    }
    // Behind a wall without thickness that bounds the box, which keeps the light out.
    Vec3 start = place.plus(towards.times(in - EDGE));
    Vec3 along = towards.negate();
    if (in <= out
        || surfaces.isBlocked(traversal, start, towards, Double.POSITIVE_INFINITY)
        || !surfaces.closest(traversal, start, along, in - out)) {
      return Optional.empty();
    }
    Vec3 normal = surfaces.facing(traversal, along);
    double cosine = normal.dot(towards);
    if (cosine <= 0) {
      return Optional.empty();
    }
    Vec3 position = start.plus(along.times(traversal.distance()));
    LinearColor albedo = surfaces.look(traversal).albedo();
    LinearColor passes =
        surfaces.transmitted(
            traversal, position.plus(normal.times(EDGE)), towards, Double.POSITIVE_INFINITY);
    LinearColor lux = sun.illuminance().times(passes).times(cosine);
    return Optional.of(new Point(position, normal, lux.times(albedo).times(1 / Math.PI)));
  }

  private static double component(Vec3 vector, int axis) {
    return axis == 0 ? vector.x() : axis == 1 ? vector.y() : vector.z();
  }

  /**
   * How much a ray counts that met a place where the sun shines.
   *
   * @param normal unit vector, as {@code direction}, the ray's
   */
  double weightOfRay(Vec3 position, Vec3 normal, Vec3 direction, double distance) {
    if (beam == 0 || !isInside(position)) {
      return 1;
    }
    double solidAngle = -area(normal) * normal.dot(direction) / (distance * distance);
    return solidAngle / (RAY + solidAngle);
  }

  private boolean isInside(Vec3 position) {
    for (int axis = 0; axis < 3; axis++) {
      double at = component(position, axis);
      if (at < component(box.min(), axis) - EDGE || at > component(box.max(), axis) + EDGE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds what the points give to a probe.
   *
   * @param coefficients of irradiance, red, green, blue and openness for each spherical harmonic
   */
  void light(
      SceneSurfaces surfaces, SceneBvhTraversal traversal, Vec3 probe, double[] coefficients) {
    double[] basis = new double[SphericalHarmonics.COUNT];
    for (Point point : points) {
      Vec3 way = point.position().minus(probe);
      double distance = way.length();
      double facing = -point.normal().dot(way) / Math.max(1e-9, distance);
      if (facing <= 0) {
        continue;
      }
      // The last thousandth of the way is the surface's own.
      LinearColor passes =
          surfaces.transmitted(traversal, probe, way.times(1 / distance), 0.999 * distance);
      if (passes.equals(LinearColor.BLACK)) {
        continue;
      }
      LinearColor luminance = point.luminance().times(passes);
      double solidAngle = area(point.normal()) * facing / Math.max(1e-18, distance * distance);
      double counts = solidAngle * RAY / (RAY + solidAngle);
      SphericalHarmonics.evaluate(
          way.x() / distance, way.y() / distance, way.z() / distance, basis);
      for (int k = 0; k < SphericalHarmonics.COUNT; k++) {
        double light = counts * SphericalHarmonics.cosineLobe(k) * basis[k];
        coefficients[4 * k] += light * luminance.red();
        coefficients[4 * k + 1] += light * luminance.green();
        coefficients[4 * k + 2] += light * luminance.blue();
      }
    }
  }
}
