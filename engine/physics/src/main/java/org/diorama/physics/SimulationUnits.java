package org.diorama.physics;

import com.jme3.math.Matrix3f;
import com.jme3.math.Vector3f;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Bullet counts in floats and has thresholds meant for things of about one unit. So bodies are
 * simulated near its origin and at that size: {@code unit = (world - origin) · unitsPerMeter}.
 *
 * @param origin in the world
 */
record SimulationUnits(Vec3 origin, double unitsPerMeter) {
  /**
   * Units in which the typical body has a size of one.
   *
   * @param solids bodies that move, at least one
   * @param poses {@code worldFromBody} of each
   */
  static SimulationUnits around(List<Solid> solids, List<Affine3> poses) {
    double[] sizes = new double[solids.size()];
    Vec3 min = null;
    Vec3 max = null;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 2 * solids.get(i).radius();
      Vec3 center = poses.get(i).transformPoint(solids.get(i).center());
      min = min == null ? center : min.min(center);
      max = max == null ? center : max.max(center);
    }
    Arrays.sort(sizes);
    return new SimulationUnits(min.plus(max).times(0.5), 1 / sizes[sizes.length / 2]);
  }

  /** Meters of the typical body. */
  double typicalSize() {
    return 1 / unitsPerMeter;
  }

  Vector3f location(Vec3 world) {
    Vec3 p = world.minus(origin).times(unitsPerMeter);
    return new Vector3f((float) p.x(), (float) p.y(), (float) p.z());
  }

  static Matrix3f rotation(Affine3 rigid) {
    Matrix3f result = new Matrix3f();
    double[] rows = rigid.toRows();
    for (int i = 0; i < 9; i++) {
      result.set(i / 3, i % 3, (float) rows[i / 3 * 4 + i % 3]);
    }
    return result;
  }

  /** A pose from Bullet's, whose rotation is orthogonal only to a float's precision. */
  Affine3 pose(Matrix3f rotation, Vector3f location) {
    Vec3 p = new Vec3(location.x, location.y, location.z);
    return Poses.rigid(
        new Vec3(rotation.get(0, 0), rotation.get(1, 0), rotation.get(2, 0)),
        new Vec3(rotation.get(0, 1), rotation.get(1, 1), rotation.get(2, 1)),
        p.times(1 / unitsPerMeter).plus(origin));
  }
}
