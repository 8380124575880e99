package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Single-precision transforms of one object for one camera, derived in double. Object positions are
 * taken relative to the camera before anything is multiplied: far from the world's origin, and far
 * from an object's own, the difference is exact where it matters.
 *
 * @param objectFromCamera rotation, scale and place: its translation is the camera in object space
 */
record CameraTransforms(Affine3 cameraFromObject, Affine3 objectFromCamera) {

  static CameraTransforms of(Affine3 worldFromCamera, Affine3 worldFromObject) {
    Affine3 cameraFromWorld = worldFromCamera.inverse();
    // The difference of positions first: the product of two translations of 10 km loses digits.
    Vec3 offset = worldFromObject.translation().minus(worldFromCamera.translation());
    Affine3 relative = withTranslation(worldFromObject, offset);
    Affine3 cameraFromObject = withTranslation(cameraFromWorld, Vec3.ZERO).times(relative);
    return new CameraTransforms(cameraFromObject, cameraFromObject.inverse());
  }

  static Affine3 withTranslation(Affine3 linear, Vec3 translation) {
    return new Affine3(
        linear.m00(),
        linear.m01(),
        linear.m02(),
        translation.x(),
        linear.m10(),
        linear.m11(),
        linear.m12(),
        translation.y(),
        linear.m20(),
        linear.m21(),
        linear.m22(),
        translation.z());
  }

  /** Appends the shaders' {@code Transform}. Clip y grows downwards, so row 0 is the top. */
  void putTransform(ByteBuffer out, PinholeCamera camera) {
    Affine3 m = cameraFromObject;
    Vec3 position = objectFromCamera.translation();
    double scaleX = 2 * camera.focalX() / camera.width();
    double shiftX = 2 * camera.centerX() / camera.width() - 1;
    double scaleY = 2 * camera.focalY() / camera.height();
    double shiftY = 2 * camera.centerY() / camera.height() - 1;
    JobRecords.putRow(
        out,
        scaleX * m.m00() + shiftX * m.m20(),
        scaleX * m.m01() + shiftX * m.m21(),
        scaleX * m.m02() + shiftX * m.m22(),
        (float) position.x());
    JobRecords.putRow(
        out,
        scaleY * m.m10() + shiftY * m.m20(),
        scaleY * m.m11() + shiftY * m.m21(),
        scaleY * m.m12() + shiftY * m.m22(),
        (float) position.y());
    JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), (float) position.z());
    JobRecords.putRow(
        out,
        position.x() - (float) position.x(),
        position.y() - (float) position.y(),
        position.z() - (float) position.z(),
        0);
  }

  /** Appends nine doubles, row by row: the linear part of object from camera. */
  void putRay(ByteBuffer out) {
    Affine3 m = objectFromCamera;
    out.putDouble(m.m00()).putDouble(m.m01()).putDouble(m.m02());
    out.putDouble(m.m10()).putDouble(m.m11()).putDouble(m.m12());
    out.putDouble(m.m20()).putDouble(m.m21()).putDouble(m.m22());
  }
}
