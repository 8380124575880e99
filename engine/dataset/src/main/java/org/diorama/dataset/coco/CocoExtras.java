package org.diorama.dataset.coco;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.dataset.record.InstanceExtras;

/**
 * Values of annotators under an annotation's {@code diorama}, by their names; no key of what is
 * absent.
 *
 * @param amodalMask in the form of the file's masks
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CocoExtras(
    Optional<ImageBox> bboxAmodal,
    Optional<ImageBox> bboxFull,
    Optional<ImageBox> bboxLoose,
    @JsonProperty("bbox_3d") Optional<Box3d> bbox3d,
    Optional<ObjectPose> pose,
    Optional<Object> amodalMask,
    Optional<List<Occluder>> occlusion,
    OptionalInt pieces,
    Optional<ObjectExtent> extent) {

  /**
   * @param mask makes the file's form of compressed run lengths
   */
  static CocoExtras of(Optional<InstanceExtras> extras, Function<String, Object> mask) {
    return new CocoExtras(
        extras.flatMap(InstanceExtras::bboxAmodal),
        extras.flatMap(InstanceExtras::bboxFull),
        extras.flatMap(InstanceExtras::bboxLoose),
        extras.flatMap(InstanceExtras::bbox3d),
        extras.flatMap(InstanceExtras::pose),
        extras.flatMap(InstanceExtras::amodalMask).map(mask),
        extras.flatMap(InstanceExtras::occlusion),
        extras.map(InstanceExtras::pieces).orElse(OptionalInt.empty()),
        extras.flatMap(InstanceExtras::extent));
  }
}
