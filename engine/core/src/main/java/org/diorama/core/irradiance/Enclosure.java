package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;

/**
 * What lies around the cameras of a job, found by a few rays: whether it is worth its own light.
 *
 * @param box that holds the cameras and what they see nearby under a roof, relative to the origin
 * @param open share of the rays upwards that reach the sky
 */
record Enclosure(Aabb box, double open) {
  /** Most meters from a camera to what counts. */
  private static final double REACH = 15;

  private static final int COLUMNS = 6;
  private static final int ROWS = 4;

  /** How far on the way to what a camera sees the sky is looked for. */
  private static final double ON_THE_WAY = 0.8;

  /** Likewise, where it is asked whether what is seen lies under the open sky. */
  private static final double JUST_BEFORE = 0.999;

  /** Meters that a box measures at least. */
  private static final double LEAST = 0.5;

  /** Open shares between which the light of a volume gives way to the plain light of the sky. */
  private static final double CLOSED = 0.25;

  private static final double OUTDOORS = 0.4;

  /**
   * @param origin of the scene's space, whose axes are the world's
   */
  static Enclosure around(SceneBvh scene, Vec3 origin, List<View> views) {
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    List<Vec3> places = new ArrayList<>();
    Aabb box = Aabb.EMPTY;
    for (View view : views) {
      PinholeCamera camera = view.camera();
      Vec3 eye = view.worldFromCamera().translation().minus(origin);
      places.add(eye);
      box = box.include(eye);
      for (int i = 0; i < COLUMNS * ROWS; i++) {
        double u = camera.width() * (i % COLUMNS + 0.5) / COLUMNS;
        double v = camera.height() * (i / COLUMNS + 0.5) / ROWS;
        Vec3 ray = view.worldFromCamera().transformDirection(camera.direction(u, v)).normalize();
        boolean hit = traversal.closest(scene, eye, ray, ProjectedBounds.NEAR, REACH);
        double distance = hit ? traversal.distance() : REACH;
        places.add(eye.plus(ray.times(ON_THE_WAY * distance)));
        // What is seen through a window would make the grid wide and coarse.
        Vec3 before = eye.plus(ray.times(JUST_BEFORE * distance));
        boolean covered =
            hit && traversal.any(scene, before, Vec3.UNIT_Z, 0, Double.POSITIVE_INFINITY);
        box = covered ? box.include(eye.plus(ray.times(distance))) : box;
      }
    }
    Vec3 padding = Vec3.ONE.times(LEAST).minus(box.size()).max(Vec3.ZERO).times(0.5);
    return new Enclosure(
        new Aabb(box.min().minus(padding), box.max().plus(padding)),
        open(scene, traversal, places));
  }

  private static double open(SceneBvh scene, SceneBvhTraversal traversal, List<Vec3> places) {
    int free = 0;
    int all = 0;
    for (Vec3 direction : ProbeRays.spread(32, 0)) {
      if (direction.z() > 0) {
        for (Vec3 place : places) {
          all++;
          free += traversal.any(scene, place, direction, 0, Double.POSITIVE_INFINITY) ? 0 : 1;
        }
      }
    }
    return (double) free / all;
  }

  /** Weight of a volume against the plain light of the sky, in [0, 1]. */
  double share() {
    double t = Math.max(0, Math.min(1, (OUTDOORS - open) / (OUTDOORS - CLOSED)));
    return t * t * (3 - 2 * t);
  }
}
