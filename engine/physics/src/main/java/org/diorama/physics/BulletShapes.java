package org.diorama.physics;

import com.jme3.bullet.collision.shapes.CollisionShape;
import com.jme3.bullet.collision.shapes.CompoundCollisionShape;
import com.jme3.bullet.collision.shapes.HullCollisionShape;
import com.jme3.bullet.collision.shapes.MeshCollisionShape;
import com.jme3.bullet.collision.shapes.SphereCollisionShape;
import com.jme3.bullet.collision.shapes.infos.IndexedMesh;
import com.jme3.math.Vector3f;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Vec3;

/** Bullet's shapes, in its units. */
final class BulletShapes {
  /**
   * Bullet rounds shapes by a margin, in which contacts are steadier than inside: a part of the
   * body's size, less where it is thin. The shape is made smaller by as much, so that nothing is
   * left between things that lie on one another.
   */
  private static final double MARGIN = 0.007;

  private static final double THIN = 0.3;

  private BulletShapes() {}

  /** Around the center of mass. */
  static CollisionShape of(Solid solid, double unitsPerMeter) {
    if (solid.isSphere()) {
      return new SphereCollisionShape((float) (solid.radius() * unitsPerMeter));
    }
    if (solid.parts().size() == 1) {
      return hull(solid.parts().get(0), solid, unitsPerMeter);
    }
    CompoundCollisionShape all = new CompoundCollisionShape(solid.parts().size());
    solid.parts().forEach(part -> all.addChildShape(hull(part, solid, unitsPerMeter)));
    return all;
  }

  private static CollisionShape hull(ConvexHull part, Solid solid, double unitsPerMeter) {
    double thickness = part.innerRadius(part.centroid());
    double meters = Math.min(MARGIN * 2 * solid.radius(), THIN * thickness);
    double margin = meters * unitsPerMeter;
    Vec3[] inner = part.inset(meters);
    float[] points = new float[3 * inner.length];
    for (int i = 0; i < inner.length; i++) {
      Vec3 point = inner[i].minus(solid.center()).times(unitsPerMeter);
      points[3 * i] = (float) point.x();
      points[3 * i + 1] = (float) point.y();
      points[3 * i + 2] = (float) point.z();
    }
    CollisionShape shape = new HullCollisionShape(points);
    shape.setMargin((float) margin);
    return shape;
  }

  /**
   * A surface that stays where it is.
   *
   * @param corners three for each triangle, in Bullet's units
   */
  static CollisionShape of(List<Vec3> corners) {
    List<Vector3f> vertices = new ArrayList<>();
    int[] indices = new int[corners.size()];
    for (int i = 0; i < indices.length; i++) {
      Vec3 corner = corners.get(i);
      vertices.add(new Vector3f((float) corner.x(), (float) corner.y(), (float) corner.z()));
      indices[i] = i;
    }
    CollisionShape shape =
        new MeshCollisionShape(true, new IndexedMesh(vertices.toArray(Vector3f[]::new), indices));
    // The body that touches it brings the margin.
    shape.setMargin(Float.MIN_NORMAL);
    return shape;
  }
}
