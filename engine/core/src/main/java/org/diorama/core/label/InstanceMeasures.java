package org.diorama.core.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.render.SilhouetteBits;

/**
 * What annotators say of one annotated instance in one view. Each is absent where its annotator was
 * not asked for, and where there is nothing to say.
 *
 * @param boxAmodal tight box of the full silhouette inside the image
 * @param boxFull box of the full silhouette inside the image and outside
 * @param boxLoose box of the projected 3D box, inside the image and outside
 * @param box around it in space
 * @param pose at the label instant
 * @param extent distance and size in the image
 * @param pieces in which it is seen; pixels that touch at a corner are one piece
 * @param occluders by rising id
 * @param keypoints in the order of their declaration
 * @param silhouette all pixels that it would cover with nothing else drawn; valid as long as the
 *     rendered frame
 */
public record InstanceMeasures(
    Optional<ImageBox> boxAmodal,
    Optional<ImageBox> boxFull,
    Optional<ImageBox> boxLoose,
    Optional<Box3d> box,
    Optional<ObjectPose> pose,
    Optional<ObjectExtent> extent,
    OptionalInt pieces,
    Optional<List<Occluder>> occluders,
    Optional<List<KeypointLabel>> keypoints,
    Optional<SilhouetteBits> silhouette) {
  public static final InstanceMeasures NONE =
      new InstanceMeasures(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
