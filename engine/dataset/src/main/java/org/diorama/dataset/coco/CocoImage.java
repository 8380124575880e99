package org.diorama.dataset.coco;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.format.FrameStructure;

/**
 * An entry of COCO's {@code images}.
 *
 * @param fileName relative to {@code images/}
 * @param diorama what COCO has no key for
 */
record CocoImage(long id, int width, int height, String fileName, Extras diorama) {
  /**
   * @param camera its name; empty for the only, unnamed one
   * @param sequence the frame's; a still frame is one of its own, unless it is a twin
   * @param step within the sequence
   * @param twinOf the frame that this one differs from in the varied factors alone
   * @param split the part of the dataset; absent where nothing is split
   * @param factors name of the level, or the number, by factor in the order of the scene
   * @param cameraMatrix three rows, pixels; pixel (0, 0) has its center at (0.5, 0.5)
   * @param worldFromCamera three rows of four, meters; OpenCV camera frame
   * @param occlusion who lies before whom: instance in front, annotated instance behind, pixels of
   *     both silhouettes where it is so; no key where it was not asked for
   */
  record Extras(
      long frame,
      String camera,
      long sequence,
      int step,
      OptionalLong twinOf,
      Optional<String> split,
      Map<String, Object> factors,
      @JsonProperty("cam_K") double[][] cameraMatrix,
      Affine3 worldFromCamera,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<int[]>> occlusion) {}

  /**
   * @param camera its number in the frame
   * @param occlusion absent where it was not asked for
   */
  static CocoImage of(
      long id,
      String fileName,
      SampledFrame frame,
      int camera,
      FrameStructure s,
      Optional<List<int[]>> occlusion) {
    SampledCamera taken = frame.cameras().get(camera);
    PinholeCamera p = taken.pinhole();
    FrameContext context = frame.context();
    Extras extras =
        new Extras(
            frame.key().frame(),
            taken.name(),
            context.position().sequence(),
            context.position().step(),
            s.originalOf(frame.key().frame()),
            context.split(),
            s.factorValues(context),
            p.matrix(),
            taken.worldFromCamera().atLabelInstant(),
            occlusion);
    return new CocoImage(id, p.width(), p.height(), fileName, extras);
  }
}
