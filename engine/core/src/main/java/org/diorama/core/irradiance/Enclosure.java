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
 * @param outdoors share of what is seen beyond the box that lies under the open sky; 1 where
 *     nothing is
 */
record Enclosure(Aabb box, double open, double outdoors) {
  /** Most meters from a camera to what counts. */
  private static final double REACH = 15;

  private static final int COLUMNS = 18;
  private static final int ROWS = 12;

  /** Each column and row of so many is one of the coarse ones, from which many rays start. */
  private static final int STRIDE = 3;

  /** Meters by which what only the fine rays meet lies off the box: a room, and not a reveal. */
  private static final double ALCOVE = IrradianceVolume.OUTDOORS_FROM;

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
    Sight sight = new Sight(scene);
    for (View view : views) {
      sight.look(view, view.worldFromCamera().translation().minus(origin));
    }
    sight.addAlcoves();
    Aabb box = sight.box;
    Vec3 padding = Vec3.ONE.times(LEAST).minus(box.size()).max(Vec3.ZERO).times(0.5);
    return new Enclosure(
        new Aabb(box.min().minus(padding), box.max().plus(padding)),
        sight.open(),
        sight.outdoors());
  }

  /** Gathers what cameras see. */
  private static final class Sight {
    private final SceneBvh scene;
    private final SceneBvhTraversal traversal = new SceneBvhTraversal();

    /** Where the sky is looked for. */
    private final List<Vec3> places = new ArrayList<>();

    /** What only the fine rays meet under a roof, or any of them far away; by its distance. */
    private final List<Vec3> near = new ArrayList<>();

    private final List<Vec3> far = new ArrayList<>();
    private int uncovered;
    private Aabb box = Aabb.EMPTY;

    Sight(SceneBvh scene) {
      this.scene = scene;
    }

    void look(View view, Vec3 eye) {
      PinholeCamera camera = view.camera();
      places.add(eye);
      box = box.include(eye);
      for (int i = 0; i < COLUMNS * ROWS; i++) {
        int column = i % COLUMNS;
        int row = i / COLUMNS;
        double u = camera.width() * (column + 0.5) / COLUMNS;
        double v = camera.height() * (row + 0.5) / ROWS;
        Vec3 ray = view.worldFromCamera().transformDirection(camera.direction(u, v)).normalize();
        boolean coarse = column % STRIDE == STRIDE / 2 && row % STRIDE == STRIDE / 2;
        look(eye, ray, coarse);
      }
    }

    private void look(Vec3 eye, Vec3 ray, boolean coarse) {
      boolean hit =
          traversal.closest(scene, eye, ray, ProjectedBounds.NEAR, Double.POSITIVE_INFINITY);
      double distance = hit ? traversal.distance() : Double.POSITIVE_INFINITY;
      if (coarse) {
        places.add(eye.plus(ray.times(ON_THE_WAY * Math.min(REACH, distance))));
      }
      // What is seen through a window would make the grid wide and coarse.
      if (!hit || !covered(eye.plus(ray.times(JUST_BEFORE * distance)))) {
        uncovered++;
        return;
      }
      Vec3 place = eye.plus(ray.times(distance));
      if (distance > REACH) {
        far.add(place);
      } else if (coarse) {
        box = box.include(place);
      } else {
        near.add(place);
      }
    }

    private boolean covered(Vec3 place) {
      return traversal.any(scene, place, Vec3.UNIT_Z, 0, Double.POSITIVE_INFINITY);
    }

    void addAlcoves() {
      Aabb seen = box;
      for (Vec3 place : near) {
        box = isBeyond(seen, place) ? box.include(place) : box;
      }
    }

    private static boolean isBeyond(Aabb box, Vec3 place) {
      return place.minus(place.max(box.min()).min(box.max())).length() > ALCOVE;
    }

    double outdoors() {
      long beyond = far.stream().filter(place -> isBeyond(box, place)).count();
      return beyond == 0 ? 1 : (double) uncovered / (uncovered + beyond);
    }

    double open() {
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
  }

  /** Weight of a volume against the plain light of the sky, in [0, 1]. */
  double share() {
    double t = Math.max(0, Math.min(1, (OUTDOORS - open) / (OUTDOORS - CLOSED)));
    return t * t * (3 - 2 * t);
  }
}
