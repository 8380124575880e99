package org.diorama.dataset.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.label.InstanceMeasures;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.label.keypoint.KeypointLabel;

/**
 * Values of annotators, by their names. Each is absent where its annotator was not asked for, and
 * where there is nothing to say.
 *
 * @param bboxAmodal {@code [x, y, width, height]} in pixels with fractions, as the other two
 * @param amodalMask the full silhouette inside the image as COCO's compressed run lengths
 * @param occlusion what lies before it, by rising id
 */
public record InstanceExtras(
    Optional<ImageBox> bboxAmodal,
    Optional<ImageBox> bboxFull,
    Optional<ImageBox> bboxLoose,
    @JsonProperty("bbox_3d") Optional<Box3d> bbox3d,
    Optional<ObjectPose> pose,
    Optional<String> amodalMask,
    Optional<List<Occluder>> occlusion,
    OptionalInt pieces,
    Optional<ObjectExtent> extent,
    Optional<List<KeypointLabel>> keypoints) {

  /** Absent where the measures say nothing. */
  static Optional<InstanceExtras> of(InstanceMeasures measures, Optional<String> amodalMask) {
    return measures.equals(InstanceMeasures.NONE)
        ? Optional.empty()
        : Optional.of(
            new InstanceExtras(
                measures.boxAmodal(),
                measures.boxFull(),
                measures.boxLoose(),
                measures.box(),
                measures.pose(),
                amodalMask,
                measures.occluders(),
                measures.pieces(),
                measures.extent(),
                measures.keypoints()));
  }
}
