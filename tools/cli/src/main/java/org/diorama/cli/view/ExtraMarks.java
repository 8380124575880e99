package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.scene.Bone;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;

/** What annotators say of an instance as marks over its image. */
final class ExtraMarks {
  private final PinholeCamera camera;
  private final Map<Integer, Skeleton> skeletons;

  /**
   * @param skeletons by category
   */
  ExtraMarks(PinholeCamera camera, Map<Integer, Skeleton> skeletons) {
    this.camera = camera;
    this.skeletons = skeletons;
  }

  List<Mark> of(InstanceLabel label) {
    if (label.extras().isEmpty()) {
      return List.of();
    }
    InstanceExtras extras = label.extras().get();
    int id = label.instanceId();
    List<Mark> marks = new ArrayList<>();
    extras.amodalMask().ifPresent(text -> marks.add(region(id, text)));
    box(Mark.Layer.BBOX_AMODAL, id, extras.bboxAmodal()).ifPresent(marks::add);
    box(Mark.Layer.BBOX_FULL, id, extras.bboxFull()).ifPresent(marks::add);
    box(Mark.Layer.BBOX_LOOSE, id, extras.bboxLoose()).ifPresent(marks::add);
    extras
        .bbox3d()
        .ifPresent(
            box -> marks.add(new Mark.Lines(Mark.Layer.BBOX_3D, id, BoxEdges.of(box, camera))));
    extras
        .keypoints()
        .ifPresent(
            points ->
                marks.add(
                    points(id, points, skeletons.getOrDefault(label.categoryId(), Skeleton.NONE))));
    return marks;
  }

  private Mark region(int id, String text) {
    Outlines outlines = Outlines.of(RunLengths.parse(camera.width(), camera.height(), text));
    return new Mark.Region(
        Mark.Layer.AMODAL_MASK,
        id,
        Stream.concat(outlines.pieces().stream(), outlines.holes().stream()).toList());
  }

  private static Optional<Mark> box(Mark.Layer layer, int id, Optional<ImageBox> box) {
    return box.map(
        b -> {
          double right = b.x() + b.width();
          double bottom = b.y() + b.height();
          double[] line = {b.x(), b.y(), right, b.y(), right, bottom, b.x(), bottom, b.x(), b.y()};
          return new Mark.Lines(layer, id, List.of(line));
        });
  }

  /** Those in the image, and the bones between them. */
  private static Mark points(int id, List<KeypointLabel> all, Skeleton skeleton) {
    List<Mark.Point> points = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (KeypointLabel each : all) {
      if (each.v() != KeypointLabel.OUTSIDE) {
        places.put(each.name(), points.size());
        points.add(
            new Mark.Point(each.x(), each.y(), each.v() == KeypointLabel.VISIBLE, each.name()));
      }
    }
    List<int[]> bones = new ArrayList<>();
    for (Bone bone : skeleton.bones()) {
      if (places.containsKey(bone.from()) && places.containsKey(bone.to())) {
        bones.add(new int[] {places.get(bone.from()), places.get(bone.to())});
      }
    }
    return new Mark.Points(Mark.Layer.KEYPOINTS, id, points, bones);
  }
}
