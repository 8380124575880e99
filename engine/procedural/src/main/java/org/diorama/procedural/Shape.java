package org.diorama.procedural;

import java.util.Locale;
import org.diorama.core.asset.Mesh;
import org.diorama.core.math.Vec3;
import org.diorama.procedural.Revolution.ProfilePoint;

/**
 * The unit shapes. Each is centered on the origin in x and y and stands on z = 0; sizes in meters.
 */
public enum Shape {
  /** A horizontal square of side 1 at z = 0 that faces up. */
  PLANE {
    @Override
    void build(MeshAssembler mesh, int segments) {
      mesh.quad(Vec3.ZERO, X, Y);
    }
  },
  /** An upright square of side 1 in the plane y = 0 that faces -Y. */
  QUAD {
    @Override
    void build(MeshAssembler mesh, int segments) {
      mesh.quad(MIDDLE, X, Z);
    }
  },
  /** A cube of side 1. */
  BOX {
    @Override
    void build(MeshAssembler mesh, int segments) {
      mesh.quad(MIDDLE.plus(X), Y, Z);
      mesh.quad(MIDDLE.minus(X), Y.negate(), Z);
      mesh.quad(MIDDLE.plus(Y), X.negate(), Z);
      mesh.quad(MIDDLE.minus(Y), X, Z);
      mesh.quad(MIDDLE.plus(Z), X, Y);
      mesh.quad(MIDDLE.minus(Z), X, Y.negate());
    }
  },
  /** A square pyramid: base of side 1, height 1. */
  PYRAMID {
    @Override
    void build(MeshAssembler mesh, int segments) {
      mesh.quad(Vec3.ZERO, X, Y.negate());
      side(mesh, X, Y.negate());
      side(mesh, Y, X);
      side(mesh, X.negate(), Y);
      side(mesh, Y.negate(), X.negate());
    }

    private void side(MeshAssembler mesh, Vec3 right, Vec3 outwards) {
      Vec3 normal = outwards.times(2).plus(Z).normalize();
      Vec3 tangent = right.normalize();
      Vec3 left = outwards.minus(right);
      int a = mesh.vertex(new SurfacePoint(left, normal, tangent, 0, 1));
      int b = mesh.vertex(new SurfacePoint(outwards.plus(right), normal, tangent, 1, 1));
      int c = mesh.vertex(new SurfacePoint(Vec3.UNIT_Z, normal, tangent, 0.5, 0));
      mesh.triangle(a, b, c);
    }
  },
  /** A sphere of diameter 1; half as many rings as segments. Vertices lie on the sphere. */
  SPHERE {
    @Override
    void build(MeshAssembler mesh, int segments) {
      Revolution.sweep(
          mesh,
          segments,
          Math.max(2, segments / 2),
          v -> {
            double radius = Revolution.sine(v / 2);
            double height = Revolution.cosine(v / 2);
            return new ProfilePoint(radius / 2, 0.5 + height / 2, radius, height);
          });
    }
  },
  /** A closed upright cylinder of diameter 1 and height 1. */
  CYLINDER {
    @Override
    void build(MeshAssembler mesh, int segments) {
      Revolution.sweep(mesh, segments, 1, v -> new ProfilePoint(0.5, 1 - v, 1, 0));
      Revolution.disc(mesh, segments, 0.5, 1, true);
      Revolution.disc(mesh, segments, 0.5, 0, false);
    }
  },
  /** A closed upright cone of base diameter 1 and height 1. */
  CONE {
    @Override
    void build(MeshAssembler mesh, int segments) {
      double normalRadius = 2 / StrictMath.sqrt(5);
      double normalHeight = 1 / StrictMath.sqrt(5);
      Revolution.sweep(
          mesh, segments, 1, v -> new ProfilePoint(v / 2, 1 - v, normalRadius, normalHeight));
      Revolution.disc(mesh, segments, 0.5, 0, false);
    }
  },
  /** A lying ring: outer diameter 1, thickness 0.25. */
  TORUS {
    @Override
    void build(MeshAssembler mesh, int segments) {
      Revolution.sweep(
          mesh,
          segments,
          Math.max(3, segments / 2),
          v -> {
            // From the inner equator over the top and outwards, so that v runs down outside.
            double radius = -Revolution.cosine(v);
            double height = Revolution.sine(v);
            return new ProfilePoint(0.375 + 0.125 * radius, 0.125 + 0.125 * height, radius, height);
          });
    }
  },
  /** An upright cylinder of diameter 0.5 with round ends, 1 high in all. */
  CAPSULE {
    @Override
    void build(MeshAssembler mesh, int segments) {
      int rings = Math.max(1, segments / 4);
      Revolution.sweep(mesh, segments, rings, v -> cap(v / 4, 0.75));
      Revolution.sweep(mesh, segments, 1, v -> new ProfilePoint(0.25, 0.75 - v / 2, 1, 0));
      Revolution.sweep(mesh, segments, rings, v -> cap(0.25 + v / 4, 0.25));
    }

    private ProfilePoint cap(double turns, double center) {
      double radius = Revolution.sine(turns);
      double height = Revolution.cosine(turns);
      return new ProfilePoint(radius / 4, center + height / 4, radius, height);
    }
  };

  /** Fewest facets around a round shape. */
  public static final int MIN_SEGMENTS = 3;

  /** Most facets around a round shape: about two million triangles. */
  public static final int MAX_SEGMENTS = 1024;

  private static final Vec3 MIDDLE = new Vec3(0, 0, 0.5);
  private static final Vec3 X = new Vec3(0.5, 0, 0);
  private static final Vec3 Y = new Vec3(0, 0.5, 0);
  private static final Vec3 Z = new Vec3(0, 0, 0.5);

  abstract void build(MeshAssembler mesh, int segments);

  /** The name in scene files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param segments facets around a round shape; flat ones ignore it
   * @throws IllegalArgumentException outside {@link #MIN_SEGMENTS} to {@link #MAX_SEGMENTS}
   */
  public Mesh mesh(int segments) {
    if (segments < MIN_SEGMENTS || segments > MAX_SEGMENTS) {
      throw new IllegalArgumentException(
          "segments lie in " + MIN_SEGMENTS + ".." + MAX_SEGMENTS + ", not " + segments);
    }
    MeshAssembler assembler = new MeshAssembler();
    build(assembler, segments);
    return assembler.build();
  }
}
