package org.diorama.core.bvh;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Many rays from one point to places in one box: what lies between is gathered once, and each ray
 * is tested against that alone, with the very answers of {@link SceneBvhTraversal#any}. Holds
 * state: one thread's own.
 */
public final class BeamTraversal {
  /** Growth of boxes relative to the largest coordinate in play: far above all rounding errors. */
  private static final double MARGIN = 1e-9;

  /** Triangles up to which testing each is quicker than a walk through hierarchies. */
  private static final int MOST = 16;

  private final MeshBvhTraversal mesh = new MeshBvhTraversal();
  private final int[] upperStack = new int[MeshBvh.MAX_DEPTH + 2];
  private final int[] lowerStack = new int[MeshBvh.MAX_DEPTH + 2];
  private final List<Gathered> gathered = new ArrayList<>();
  private final int[] triangles = new int[MOST];
  private int triangleCount;
  private int depth;
  private int surface;

  /** Triangles of one surface, a run of all that were gathered. */
  private record Gathered(
      int surface, MeshSurface mesh, Affine3 objectFromScene, Vec3 origin, int from, int to) {}

  /**
   * Gathers for the rays to come.
   *
   * @param origin of all of them
   * @param target that all of them end in, in the scene's space; not empty
   * @return whether there is little enough for {@link #any} to tell; else other ways are quicker
   */
  public boolean gather(SceneBvh scene, Vec3 origin, Aabb target) {
    gathered.clear();
    triangleCount = 0;
    walk(
        scene.hierarchy(),
        origin,
        target,
        candidate -> {
          PlacedSurface placed = scene.surfaces().get(candidate);
          Affine3 objectFromScene = scene.objectFromScene(candidate);
          Vec3 from = objectFromScene.transformPoint(origin);
          int first = triangleCount;
          walk(placed.surface().hierarchy(), from, target.transform(objectFromScene), this::keep);
          if (triangleCount > first) {
            gathered.add(
                new Gathered(
                    candidate, placed.surface(), objectFromScene, from, first, triangleCount));
          }
        });
    return triangleCount <= MOST;
  }

  private void keep(int triangle) {
    if (triangleCount < MOST) {
      triangles[triangleCount] = triangle;
    }
    triangleCount++;
  }

  /** Takes what a leaf of a hierarchy holds. */
  private interface Visitor {
    void visit(int primitive);
  }

  private void walk(MeshBvh hierarchy, Vec3 origin, Aabb target, Visitor visitor) {
    if (hierarchy.nodeCount() == 0) {
      return;
    }
    int[] own = depth++ == 0 ? upperStack : lowerStack;
    Beam beam = Beam.of(origin, target, hierarchy.bounds());
    int top = 0;
    own[top++] = 0;
    while (top > 0 && triangleCount <= MOST) {
      int node = own[--top];
      if (!beam.meets(hierarchy.bounds(), 6 * node)) {
        continue;
      }
      int first = hierarchy.links()[2 * node];
      if (hierarchy.isLeaf(node)) {
        int end = first - hierarchy.links()[2 * node + 1];
        for (int i = first; i < end; i++) {
          visitor.visit(hierarchy.order()[i]);
        }
      } else {
        own[top++] = first;
        own[top++] = hierarchy.links()[2 * node + 1];
      }
    }
    depth--;
  }

  /**
   * Whether anything gathered lies on a ray at 0 <= t <= far.
   *
   * @param direction not zero, of any length, with its end at {@code far} inside the target
   */
  public boolean any(Vec3 direction, double far) {
    for (Gathered each : gathered) {
      Vec3 along = each.objectFromScene.transformDirection(direction);
      Vec3 origin = each.origin;
      mesh.ray(origin.x(), origin.y(), origin.z(), along.x(), along.y(), along.z(), 0, far);
      if (mesh.anyOf(each.mesh, triangles, each.from, each.to)) {
        surface = each.surface;
        return true;
      }
    }
    return false;
  }

  /** Place of the hit surface in the scene's list: of any that is hit. */
  public int surface() {
    return surface;
  }

  /** Triangle of that hit. */
  public int triangle() {
    return mesh.triangle();
  }

  /**
   * All points between one point and a box: at a share t of the way they lie between origin + t ·
   * low and origin + t · high on every axis.
   */
  private record Beam(double[] origin, double[] low, double[] high, double margin) {
    static Beam of(Vec3 origin, Aabb target, float[] bounds) {
      double reach = 0;
      double[] start = new double[3];
      double[] low = new double[3];
      double[] high = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        start[axis] = origin.component(axis);
        low[axis] = target.min().component(axis);
        high[axis] = target.max().component(axis);
        reach = Math.max(reach, Math.max(Math.abs(low[axis]), Math.abs(high[axis])));
        reach = Math.max(reach, Math.abs(start[axis]));
        reach = Math.max(reach, Math.max(Math.abs(bounds[axis]), Math.abs(bounds[axis + 3])));
      }
      double margin = reach * MARGIN;
      for (int axis = 0; axis < 3; axis++) {
        low[axis] -= margin + start[axis];
        high[axis] += margin - start[axis];
      }
      return new Beam(start, low, high, margin);
    }

    boolean meets(float[] bounds, int at) {
      double enter = 0;
      double leave = 1;
      for (int axis = 0; axis < 3; axis++) {
        double below = bounds[at + axis] - margin - origin[axis];
        double above = bounds[at + axis + 3] + margin - origin[axis];
        // t · low <= above
        if (low[axis] > 0) {
          leave = Math.min(leave, above / low[axis]);
        } else if (low[axis] < 0) {
          enter = Math.max(enter, above / low[axis]);
        } else if (above < 0) {
          return false;
        }
        // t · high >= below
        if (high[axis] > 0) {
          enter = Math.max(enter, below / high[axis]);
        } else if (high[axis] < 0) {
          leave = Math.min(leave, below / high[axis]);
        } else if (below > 0) {
          return false;
        }
      }
      return enter <= leave * (1 + 1e-12);
    }
  }
}
