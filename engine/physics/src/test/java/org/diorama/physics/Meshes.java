package org.diorama.physics;

import java.util.Arrays;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;
import org.diorama.core.random.RandomStream;

/** Meshes with known measures, around the origin. */
final class Meshes {
  private static final int[] BOX = {
    0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3,
    5, 3, 7, 5
  };

  private Meshes() {}

  /** A closed box with these sides, meters. */
  static CollisionMesh box(double x, double y, double z) {
    float[] positions = new float[24];
    for (int i = 0; i < 8; i++) {
      positions[3 * i] = (float) ((i & 1) == 0 ? -x / 2 : x / 2);
      positions[3 * i + 1] = (float) ((i & 2) == 0 ? -y / 2 : y / 2);
      positions[3 * i + 2] = (float) ((i & 4) == 0 ? -z / 2 : z / 2);
    }
    return new CollisionMesh("box " + x + " " + y + " " + z, positions, BOX);
  }

  /** A square at z = 0 that faces up. */
  static CollisionMesh ground(double side) {
    float h = (float) (side / 2);
    return new CollisionMesh(
        "ground " + side,
        new float[] {-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0},
        new int[] {0, 1, 2, 0, 2, 3});
  }

  /** A sphere of rings of rings·2 vertices. */
  static CollisionMesh sphere(double radius, int rings) {
    int around = 2 * rings;
    float[] positions = new float[3 * (rings + 1) * around];
    int[] indices = new int[6 * rings * around];
    int next = 0;
    for (int ring = 0; ring <= rings; ring++) {
      for (int i = 0; i < around; i++) {
        double polar = Math.PI * ring / rings;
        double azimuth = 2 * Math.PI * i / around;
        int at = ring * around + i;
        positions[3 * at] = (float) (radius * Math.sin(polar) * Math.cos(azimuth));
        positions[3 * at + 1] = (float) (radius * Math.sin(polar) * Math.sin(azimuth));
        positions[3 * at + 2] = (float) (radius * Math.cos(polar));
        if (ring < rings) {
          int beside = ring * around + (i + 1) % around;
          int[] quad = {at, at + around, beside, beside, at + around, beside + around};
          System.arraycopy(quad, 0, indices, next, 6);
          next += 6;
        }
      }
    }
    return new CollisionMesh("sphere " + radius + " " + rings, positions, indices);
  }

  /** The same triangles elsewhere in their own space. */
  static CollisionMesh moved(CollisionMesh mesh, Vec3 offset) {
    return turned(mesh, Affine3.translation(offset));
  }

  static CollisionMesh turned(CollisionMesh mesh, Affine3 motion) {
    float[] positions = mesh.positions().clone();
    for (int i = 0; i < positions.length; i += 3) {
      Vec3 p = new Vec3(positions[i], positions[i + 1], positions[i + 2]);
      Vec3 q = motion.transformPoint(p);
      positions[i] = (float) q.x();
      positions[i + 1] = (float) q.y();
      positions[i + 2] = (float) q.z();
    }
    return new CollisionMesh(mesh.digest() + motion, positions, mesh.indices());
  }

  /** Points in a unit cube around the origin; its triangles are their faces in no order. */
  static CollisionMesh cloud(int points, RandomStream random) {
    float[] positions = new float[3 * points];
    int[] indices = new int[3 * points];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) random.uniform(-0.5, 0.5);
      indices[i] = i % points;
    }
    return new CollisionMesh("cloud " + Arrays.hashCode(positions), positions, indices);
  }

  /** The surface around some points. */
  static CollisionMesh around(CollisionMesh points) {
    ConvexHull hull = HullBuilder.of(points.positions());
    float[] positions = new float[hull.vertices().length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) hull.vertices()[i];
    }
    return new CollisionMesh("around " + points.digest(), positions, hull.faces());
  }

  /** A square floor at z = 0 with four walls of no thickness, seen from within. */
  static CollisionMesh tub(double side, double height) {
    float h = (float) (side / 2);
    float top = (float) height;
    return new CollisionMesh(
        "tub " + side + " " + height,
        new float[] {
          -h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0, -h, -h, top, h, -h, top, h, h, top, -h, h, top
        },
        new int[] {
          0, 1, 2, 0, 2, 3, 0, 4, 1, 1, 4, 5, 1, 5, 2, 2, 5, 6, 2, 6, 3, 3, 6, 7, 3, 7, 0, 0, 7, 4
        });
  }

  /** What a closed outline in the half plane (distance from +Z, z) sweeps in a turn. */
  static CollisionMesh turned(String name, int around, double... outline) {
    int corners = outline.length / 2;
    float[] positions = new float[3 * around * corners];
    int[] indices = new int[6 * around * corners];
    int next = 0;
    for (int i = 0; i < around; i++) {
      double azimuth = 2 * Math.PI * i / around;
      for (int k = 0; k < corners; k++) {
        int at = i * corners + k;
        positions[3 * at] = (float) (outline[2 * k] * Math.cos(azimuth));
        positions[3 * at + 1] = (float) (outline[2 * k] * Math.sin(azimuth));
        positions[3 * at + 2] = (float) outline[2 * k + 1];
        int up = i * corners + (k + 1) % corners;
        int beside = (i + 1) % around * corners + k;
        int across = (i + 1) % around * corners + (k + 1) % corners;
        int[] quad = {at, beside, up, up, beside, across};
        System.arraycopy(quad, 0, indices, next, 6);
        next += 6;
      }
    }
    return new CollisionMesh(name, positions, indices);
  }

  /** A ring of round section about +Z around the origin. */
  static CollisionMesh ring(double radius, double section) {
    double[] outline = new double[2 * 16];
    for (int k = 0; k < 16; k++) {
      outline[2 * k] = radius + section * Math.cos(Math.PI * k / 8);
      outline[2 * k + 1] = section * Math.sin(Math.PI * k / 8);
    }
    return turned("ring " + radius + " " + section, 32, outline);
  }

  /** Half a hollow ball that opens upwards; the ball's center is the origin. */
  static CollisionMesh bowl(double inner, double outer) {
    double[] outline = new double[2 * 18];
    for (int k = 0; k < 9; k++) {
      double angle = Math.PI / 2 * k / 8;
      outline[2 * k] = outer * Math.sin(angle);
      outline[2 * k + 1] = -outer * Math.cos(angle);
      outline[2 * (17 - k)] = inner * Math.sin(angle);
      outline[2 * (17 - k) + 1] = -inner * Math.cos(angle);
    }
    return turned("bowl " + inner + " " + outer, 32, outline);
  }

  /** A round bin about +Z on z = 0: a floor and one wall, both as thick. */
  static CollisionMesh bin(int around, double radius, double height, double wall) {
    double inner = radius - wall;
    return turned(
        "bin " + around + " " + radius + " " + height + " " + wall,
        around,
        new double[] {0, 0, radius, 0, radius, height, inner, height, inner, wall, 0, wall});
  }
}
