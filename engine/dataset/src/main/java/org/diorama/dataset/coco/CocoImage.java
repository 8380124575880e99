package org.diorama.dataset.coco;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.SampledCamera;

/**
 * An entry of COCO's {@code images}.
 *
 * @param fileName relative to {@code images/}
 * @param diorama what COCO has no key for
 */
record CocoImage(long id, int width, int height, String fileName, Extras diorama) {
  /**
   * @param sequence the frame's, which is the frame itself where frames stand alone
   * @param step within the sequence
   * @param cameraMatrix three rows, pixels; pixel (0, 0) has its center at (0.5, 0.5)
   * @param worldFromCamera three rows of four, meters; OpenCV camera frame
   */
  record Extras(
      long frame,
      String camera,
      long sequence,
      int step,
      @JsonProperty("cam_K") double[][] cameraMatrix,
      Affine3 worldFromCamera) {}

  static CocoImage of(long id, String fileName, long frame, SampledCamera camera) {
    PinholeCamera p = camera.pinhole();
    double[][] matrix = {{p.focalX(), 0, p.centerX()}, {0, p.focalY(), p.centerY()}, {0, 0, 1}};
    Extras extras =
        new Extras(
            frame, camera.name(), frame, 0, matrix, camera.worldFromCamera().atLabelInstant());
    return new CocoImage(id, p.width(), p.height(), fileName, extras);
  }
}
