package org.diorama.dataset.gltf;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledCamera;

/**
 * Cameras as glTF has them: they look along -Z with +Y up, and their principal point is the image's
 * center. Focal lengths that differ make an aspect ratio that is not the image's; a principal point
 * elsewhere can't be said and stands in the extras.
 */
final class CameraNodes {
  /** From glTF's axes to OpenCV's: +X stays, +Y and +Z turn around. */
  private static final Affine3 OPENCV_FROM_GLTF = Affine3.scaling(new Vec3(1, -1, -1));

  private CameraNodes() {}

  /**
   * What glTF has no key for.
   *
   * @param width pixels of its image, likewise the height
   * @param cameraMatrix three rows, pixels; pixel (0, 0) has its center at (0.5, 0.5)
   * @param worldFromCamera three rows of four, meters; OpenCV camera frame, not recentered
   * @param exactProjection whether glTF's own keys say all of the projection
   * @param principalPointOffset of the principal point from the image's center, pixels to the right
   *     and down
   */
  record Extras(
      String camera,
      int width,
      int height,
      @JsonProperty("cam_K") double[][] cameraMatrix,
      Affine3 worldFromCamera,
      Development development,
      boolean exactProjection,
      double[] principalPointOffset) {}

  static String name(SampledCamera camera) {
    return camera.name().isEmpty() ? "camera" : camera.name();
  }

  /**
   * The frustum around the principal point: {@code tan(yfov / 2) = height / (2 fy)} and {@code
   * aspect · tan(yfov / 2) = width / (2 fx)} (glTF 2.0, section 3.10.3), without a far plane.
   */
  static Gltf.Camera camera(SampledCamera camera) {
    PinholeCamera pinhole = camera.pinhole();
    double up = pinhole.height() / (2 * pinhole.focalY());
    double right = pinhole.width() / (2 * pinhole.focalX());
    return new Gltf.Camera(
        name(camera),
        "perspective",
        new Gltf.Perspective(right / up, 2 * StrictMath.atan(up), ProjectedBounds.NEAR));
  }

  static Affine3 worldFromGltfCamera(SampledCamera camera) {
    return camera.worldFromCamera().atLabelInstant().times(OPENCV_FROM_GLTF);
  }

  static Extras extras(SampledCamera camera) {
    PinholeCamera pinhole = camera.pinhole();
    double right = pinhole.centerX() - pinhole.width() / 2.0;
    double down = pinhole.centerY() - pinhole.height() / 2.0;
    return new Extras(
        camera.name(),
        pinhole.width(),
        pinhole.height(),
        pinhole.matrix(),
        camera.worldFromCamera().atLabelInstant(),
        camera.development(),
        right == 0 && down == 0,
        new double[] {right, down});
  }
}
