package org.diorama.core.label.box;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * An oriented box around an instance, tight along its own axes: those of its first body. Scales of
 * the object and of what it stands in have become meters.
 *
 * @param size along its axes, meters
 * @param cameraFromBox rigid, to the camera's OpenCV frame: the columns of its rotation are the
 *     box's axes, its translation is the box's center
 * @param worldFromBox the same to the world
 */
public record Box3d(Vec3 size, Affine3 cameraFromBox, Affine3 worldFromBox) {
  /** Empty where no body has a triangle. */
  public static Optional<Box3d> of(Affine3 worldFromCamera, List<Body> bodies) {
    Affine3 rigid = RigidPose.of(bodies.get(0).worldFromObject()).rigid();
    Aabb around = Aabb.EMPTY;
    for (Body body : bodies) {
      if (!body.points().bounds().isEmpty()) {
        around = around.union(bounds(body, rigid.inverseTimes(body.worldFromObject())));
      }
    }
    if (around.isEmpty()) {
      return Optional.empty();
    }
    Affine3 worldFromBox = rigid.times(Affine3.translation(around.center()));
    return Optional.of(
        new Box3d(around.size(), worldFromCamera.inverseTimes(worldFromBox), worldFromBox));
  }

  /** A body that stands askew to the box is measured corner by corner. */
  private static Aabb bounds(Body body, Affine3 boxFromObject) {
    if (isAligned(boxFromObject)) {
      return body.points().bounds().transform(boxFromObject);
    }
    Aabb around = Aabb.EMPTY;
    float[] p = body.points().positions();
    for (int i = 0; i < p.length; i += 3) {
      around = around.include(boxFromObject.transformPoint(new Vec3(p[i], p[i + 1], p[i + 2])));
    }
    return around;
  }

  private static boolean isAligned(Affine3 map) {
    double off =
        Math.abs(map.m01())
            + Math.abs(map.m02())
            + Math.abs(map.m10())
            + Math.abs(map.m12())
            + Math.abs(map.m20())
            + Math.abs(map.m21());
    return off < 1e-9 * (Math.abs(map.m00()) + Math.abs(map.m11()) + Math.abs(map.m22()));
  }

  /** Meters from the camera to its center. */
  public double distance() {
    return cameraFromBox.translation().length();
  }

  /**
   * The box around its projection, inside the image and outside; cut as {@link FullBox} cuts. Empty
   * where nothing of it lies in front of the camera.
   */
  public Optional<ImageBox> projected(PinholeCamera camera) {
    Aabb own = new Aabb(size.times(-0.5), size.times(0.5));
    ProjectedExtent extent = new ProjectedExtent(camera);
    for (int corner = 0; corner < 8; corner++) {
      Vec3 a = cameraFromBox.transformPoint(own.corner(corner));
      extent.add(a.x(), a.y(), a.z());
      for (int axis = 1; axis < 8; axis *= 2) {
        Vec3 b = cameraFromBox.transformPoint(own.corner(corner ^ axis));
        extent.addCut(a.x(), a.y(), a.z(), b.x(), b.y(), b.z());
      }
    }
    return extent.box();
  }
}
