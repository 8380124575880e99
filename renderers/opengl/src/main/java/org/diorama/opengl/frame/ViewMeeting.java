package org.diorama.opengl.frame;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;

/**
 * Whether a camera may see anything of what a lamp's map takes in: no plane along a side of the one
 * pyramid parts it from the other.
 */
final class ViewMeeting {
  /** Of the unit of directions: room for rounding. */
  private static final double ROOM = 1e-6;

  private ViewMeeting() {}

  /**
   * @param worldFromLamp where the map is drawn from
   * @param reach meters from there beyond which nothing matters
   * @return false only where nothing in the map's pyramid is in view
   */
  static boolean meets(View view, Affine3 worldFromLamp, LampFace face, double reach) {
    Affine3 cameraFromLamp = view.worldFromCamera().inverseTimes(worldFromLamp);
    List<Vec3> rays = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Vec3 across = face.right().times(i % 2 == 0 ? face.tangent() : -face.tangent());
      Vec3 along = face.up().times(i < 2 ? face.tangent() : -face.tangent());
      rays.add(cameraFromLamp.transformDirection(face.forward().plus(across).plus(along)));
    }
    Vec3 apex = cameraFromLamp.translation();
    // The lamp's own pyramid ends as far away as it reaches; its corners lie farther out.
    double far = Math.min(reach, 1e9);
    List<Vec3> corners = new ArrayList<>();
    corners.add(apex);
    rays.forEach(ray -> corners.add(apex.plus(ray.times(far))));
    List<Vec3> seen = sides(view.camera());
    for (Vec3 outward : seen) {
      if (corners.stream().allMatch(corner -> corner.dot(outward) > ROOM * corner.length())) {
        return false;
      }
    }
    List<Vec3> sight = corners(view.camera());
    for (Vec3 outward : sides(cameraFromLamp, face)) {
      boolean apart =
          -apex.dot(outward) > ROOM * apex.length()
              && sight.stream().allMatch(ray -> ray.dot(outward) > ROOM);
      if (apart) {
        return false;
      }
    }
    return true;
  }

  /** Outward normals of the planes around what a camera sees, all through its center. */
  private static List<Vec3> sides(PinholeCamera camera) {
    List<Vec3> rays = corners(camera);
    Vec3 left = rays.get(0);
    Vec3 right = rays.get(3);
    return List.of(
        new Vec3(-1, 0, left.x() / left.z()),
        new Vec3(1, 0, -right.x() / right.z()),
        new Vec3(0, -1, left.y() / left.z()),
        new Vec3(0, 1, -right.y() / right.z()),
        new Vec3(0, 0, -1));
  }

  /** Directions of the image's corners: top left, top right, bottom left, bottom right. */
  private static List<Vec3> corners(PinholeCamera camera) {
    List<Vec3> rays = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double x = i % 2 == 0 ? 0 : camera.width();
      double y = i < 2 ? 0 : camera.height();
      rays.add(
          new Vec3(
              (x - camera.centerX()) / camera.focalX(),
              (y - camera.centerY()) / camera.focalY(),
              1));
    }
    return rays;
  }

  /** Outward normals of the planes around a map's pyramid, all through the lamp. */
  private static List<Vec3> sides(Affine3 cameraFromLamp, LampFace face) {
    Vec3 back = face.forward().times(-face.tangent());
    return List.of(
            face.right().plus(back),
            face.right().negate().plus(back),
            face.up().plus(back),
            face.up().negate().plus(back),
            face.forward().negate())
        .stream()
        .map(cameraFromLamp::transformDirection)
        .toList();
  }
}
