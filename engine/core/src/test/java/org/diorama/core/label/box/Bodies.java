package org.diorama.core.label.box;

import java.util.Random;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/** Shapes for tests of boxes. */
final class Bodies {
  private Bodies() {}

  /** A cube of side 1 around the origin. */
  static LevelPoints cube() {
    Aabb bounds = new Aabb(new Vec3(-0.5, -0.5, -0.5), new Vec3(0.5, 0.5, 0.5));
    float[] positions = new float[24];
    for (int i = 0; i < 8; i++) {
      put(positions, i, bounds.corner(i));
    }
    int[] triangles = {
      0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1,
      3, 5, 3, 7, 5
    };
    return new LevelPoints(positions, triangles, bounds);
  }

  /** Triangles here and there within a meter or two. */
  static LevelPoints soup(Random random, int triangles) {
    float[] positions = new float[9 * triangles];
    int[] corners = new int[3 * triangles];
    Aabb bounds = Aabb.EMPTY;
    for (int i = 0; i < corners.length; i++) {
      corners[i] = i;
      put(positions, i, gaussian(random));
      bounds = bounds.include(point(positions, i));
    }
    return new LevelPoints(positions, corners, bounds);
  }

  static Vec3 point(float[] positions, int index) {
    return new Vec3(positions[3 * index], positions[3 * index + 1], positions[3 * index + 2]);
  }

  private static void put(float[] positions, int index, Vec3 point) {
    positions[3 * index] = (float) point.x();
    positions[3 * index + 1] = (float) point.y();
    positions[3 * index + 2] = (float) point.z();
  }

  static Vec3 gaussian(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  static Affine3 turned(Random random, Vec3 place) {
    return Affine3.translation(place)
        .times(Rotations.aboutAxis(gaussian(random).normalize(), 6.3 * random.nextDouble()));
  }
}
