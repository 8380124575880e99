package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.label.keypoint.KeypointLabel;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Bone;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;

/** What annotators say of an instance as marks over its image. */
final class ExtraMarks {
  private static final double AXIS = 0.2;
  private static final double HEAD = 0.03;
  private static final double BARB = 0.5;

  private final PinholeCamera camera;
  private final Map<Integer, Skeleton> skeletons;
  private final Map<Integer, PixelBox> boxes = new HashMap<>();

  /**
   * @param skeletons by category
   * @param instances all of the image
   */
  ExtraMarks(
      PinholeCamera camera, Map<Integer, Skeleton> skeletons, List<InstanceLabel> instances) {
    this.camera = camera;
    this.skeletons = skeletons;
    instances.stream()
        .filter(label -> !label.bbox().isEmpty())
        .forEach(label -> boxes.put(label.instanceId(), label.bbox()));
  }

  List<Mark> of(InstanceLabel label) {
    int id = label.instanceId();
    List<Mark> marks = new ArrayList<>();
    label
        .contrast()
        .ifPresent(
            contrast ->
                marks.add(note(Mark.Layer.CONTRAST, id, "contrast %.2f", contrast.apparent())));
    if (label.extras().isEmpty()) {
      return marks;
    }
    InstanceExtras extras = label.extras().get();
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
    extras.pose().ifPresent(pose -> marks.add(axes(id, pose)));
    extras.occlusion().ifPresent(fronts -> occluders(label, fronts, marks));
    extras
        .pieces()
        .ifPresent(
            pieces ->
                marks.add(
                    note(Mark.Layer.PIECES, id, pieces == 1 ? "%d piece" : "%d pieces", pieces)));
    extras
        .extent()
        .ifPresent(
            extent -> marks.add(note(Mark.Layer.EXTENT, id, "%.2f m away", extent.distance())));
    return marks;
  }

  private static Mark note(Mark.Layer layer, int id, String form, Object value) {
    return new Mark.Note(layer, id, String.format(Locale.ROOT, form, value));
  }

  /** A fifth of the image's height at the distance of its origin. */
  private Mark axes(int id, ObjectPose pose) {
    Vec3 origin = pose.cameraFromObject().transformPoint(Vec3.ZERO);
    double length = AXIS * camera.height() * origin.z() / camera.focalY();
    List<double[]> axes = new ArrayList<>();
    for (Vec3 axis : List.of(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1))) {
      Vec3 tip = pose.cameraFromObject().transformPoint(axis.times(length));
      if (origin.z() > BoxEdges.NEAR && tip.z() > BoxEdges.NEAR) {
        axes.add(
            new double[] {
              camera.projectX(origin),
              camera.projectY(origin),
              camera.projectX(tip),
              camera.projectY(tip)
            });
      }
    }
    return new Mark.Axes(Mark.Layer.POSE, id, axes);
  }

  /** An arrow from each thing before this one to it, and their ids. */
  private void occluders(InstanceLabel label, List<Occluder> fronts, List<Mark> marks) {
    if (fronts.isEmpty()) {
      return;
    }
    List<double[]> lines = new ArrayList<>();
    for (Occluder front : fronts) {
      PixelBox from = boxes.get(front.instanceId());
      if (from != null) {
        lines.addAll(arrow(center(from), center(label.bbox())));
      }
    }
    marks.add(new Mark.Lines(Mark.Layer.OCCLUSION, label.instanceId(), lines));
    String ids =
        fronts.stream()
            .map(front -> Integer.toString(front.instanceId()))
            .collect(Collectors.joining(", "));
    marks.add(note(Mark.Layer.OCCLUSION, label.instanceId(), "behind %s", ids));
  }

  private static double[] center(PixelBox box) {
    return new double[] {(box.left() + box.right()) / 2.0, (box.top() + box.bottom()) / 2.0};
  }

  private List<double[]> arrow(double[] from, double[] to) {
    double angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    double head = HEAD * camera.height();
    double[] tip = {
      to[0] - head * Math.cos(angle - BARB),
      to[1] - head * Math.sin(angle - BARB),
      to[0],
      to[1],
      to[0] - head * Math.cos(angle + BARB),
      to[1] - head * Math.sin(angle + BARB)
    };
    return List.of(new double[] {from[0], from[1], to[0], to[1]}, tip);
  }

  private Mark region(int id, String text) {
    return new Mark.Region(Mark.Layer.AMODAL_MASK, id, outlines(text));
  }

  /**
   * @param text a mask of the image as compressed run lengths
   */
  List<int[]> outlines(String text) {
    return outlines(RunLengths.parse(camera.width(), camera.height(), text));
  }

  /** The edges of a mask, for filling by the even-odd rule. */
  static List<int[]> outlines(RunLengths mask) {
    Outlines outlines = Outlines.of(mask);
    return Stream.concat(outlines.pieces().stream(), outlines.holes().stream()).toList();
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
