package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;

/** How points are drawn. */
public sealed interface PointDistribution extends Distribution<Vec3>
    permits PointDistribution.Axes,
        PointDistribution.Box,
        PointDistribution.Shell,
        PointDistribution.Disk,
        PointDistribution.Polyline,
        PointDistribution.Sum,
        PointPolygon {

  /** A box around all that it draws. */
  Aabb bounds();

  /** Each coordinate for itself. */
  record Axes(Distribution<Double> x, Distribution<Double> y, Distribution<Double> z)
      implements PointDistribution {
    @Override
    public Vec3 draw(DrawContext context) {
      return new Vec3(x.draw(context), y.draw(context), z.draw(context));
    }

    @Override
    public Aabb bounds() {
      NumberBounds alongX = NumberBounds.of(x);
      NumberBounds alongY = NumberBounds.of(y);
      NumberBounds alongZ = NumberBounds.of(z);
      return new Aabb(
          new Vec3(alongX.min(), alongY.min(), alongZ.min()),
          new Vec3(alongX.max(), alongY.max(), alongZ.max()));
    }

    @Override
    public List<Distribution<Double>> parts() {
      return List.of(x, y, z);
    }
  }

  /** Uniform by volume in a box along the axes; it may be flat. */
  record Box(Vec3 min, Vec3 max) implements PointDistribution {
    @Override
    public Vec3 draw(DrawContext context) {
      RandomStream stream = context.stream();
      return new Vec3(
          stream.uniform(min.x(), max.x()),
          stream.uniform(min.y(), max.y()),
          stream.uniform(min.z(), max.z()));
    }

    @Override
    public Aabb bounds() {
      return new Aabb(min, max);
    }
  }

  /**
   * Uniform by volume between two spheres, or by area on one, within a range of directions.
   *
   * @param inner radius of the smaller sphere; equal to {@code outer} for one sphere
   * @param minAzimuth degrees counter-clockwise from +X seen from above; likewise the other
   * @param minElevation degrees above the horizontal plane; likewise the other
   */
  record Shell(
      Vec3 around,
      double inner,
      double outer,
      double minAzimuth,
      double maxAzimuth,
      double minElevation,
      double maxElevation)
      implements PointDistribution {
    @Override
    public Vec3 draw(DrawContext context) {
      RandomStream stream = context.stream();
      double cube = stream.uniform(inner * inner * inner, outer * outer * outer);
      double radius = Math.max(inner, Math.min(outer, StrictMath.cbrt(cube)));
      double azimuth = Rotations.radians(stream.uniform(minAzimuth, maxAzimuth));
      double height = stream.uniform(sine(minElevation), sine(maxElevation));
      return around.plus(Rotations.directionAtHeight(azimuth, height).times(radius));
    }

    @Override
    public Aabb bounds() {
      Vec3 reach = Vec3.ONE.times(outer);
      return new Aabb(around.minus(reach), around.plus(reach));
    }

    private static double sine(double degrees) {
      return StrictMath.sin(Rotations.radians(degrees));
    }
  }

  /**
   * Uniform by area on a flat ring or disk.
   *
   * @param inner radius of the hole; 0 for a disk
   * @param normal unit vector
   */
  record Disk(Vec3 center, double inner, double outer, Vec3 normal) implements PointDistribution {
    @Override
    public Vec3 draw(DrawContext context) {
      RandomStream stream = context.stream();
      double radius = Math.sqrt(stream.uniform(inner * inner, outer * outer));
      double angle = stream.uniform(0, 2 * StrictMath.PI);
      Vec3 flat = Rotations.directionAtHeight(angle, 0).times(radius);
      return center.plus(Rotation.fromUpTo(normal).map().transformDirection(flat));
    }

    @Override
    public Aabb bounds() {
      Vec3 reach = Vec3.ONE.times(outer);
      return new Aabb(center.minus(reach), center.plus(reach));
    }
  }

  /** Uniform by length on straight lines from point to point; at least two points that differ. */
  record Polyline(List<Vec3> points) implements PointDistribution {
    public Polyline {
      points = List.copyOf(points);
      if (!(length(points) > 0)) {
        throw new IllegalArgumentException("a path needs two points that differ");
      }
    }

    @Override
    public Vec3 draw(DrawContext context) {
      double along = context.stream().uniform(0, length(points));
      int last = points.size() - 2;
      int segment = 0;
      double length = segmentLength(points, 0);
      while (segment < last && along >= length) {
        along -= length;
        segment++;
        length = segmentLength(points, segment);
      }
      double t = length == 0 ? 0 : Math.min(1, along / length);
      return points.get(segment).times(1 - t).plus(points.get(segment + 1).times(t));
    }

    @Override
    public Aabb bounds() {
      Aabb box = Aabb.EMPTY;
      for (Vec3 point : points) {
        box = box.include(point);
      }
      return box;
    }

    private static double length(List<Vec3> points) {
      double total = 0;
      for (int i = 0; i + 1 < points.size(); i++) {
        total += segmentLength(points, i);
      }
      return total;
    }

    private static double segmentLength(List<Vec3> points, int segment) {
      return points.get(segment + 1).minus(points.get(segment)).length();
    }
  }

  /** All terms, each drawn for itself, added in their order. */
  record Sum(List<Distribution<Vec3>> terms) implements PointDistribution {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public Vec3 draw(DrawContext context) {
      Vec3 total = Vec3.ZERO;
      for (Distribution<Vec3> term : terms) {
        total = total.plus(term.draw(context));
      }
      return total;
    }

    @Override
    public Aabb bounds() {
      Aabb total = new Aabb(Vec3.ZERO, Vec3.ZERO);
      for (Distribution<Vec3> term : terms) {
        Aabb next = boundsOf(term);
        total = new Aabb(total.min().plus(next.min()), total.max().plus(next.max()));
      }
      return total;
    }

    @Override
    public List<Distribution<Vec3>> parts() {
      return terms;
    }
  }

  /** A box around all that any distribution of points draws. */
  static Aabb boundsOf(Distribution<Vec3> distribution) {
    if (distribution instanceof PointDistribution points) {
      return points.bounds();
    }
    if (distribution instanceof Distribution.Constant<Vec3> constant) {
      return new Aabb(constant.value(), constant.value());
    }
    if (distribution instanceof Distribution.Reference<Vec3> reference) {
      return boundsOf(reference.parameter().distribution());
    }
    Aabb box = Aabb.EMPTY;
    for (Distribution<Vec3> alternative : Alternatives.of(distribution)) {
      box = box.union(boundsOf(alternative));
    }
    return box;
  }
}
