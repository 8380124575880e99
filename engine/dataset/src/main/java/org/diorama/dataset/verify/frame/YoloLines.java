package org.diorama.dataset.verify.frame;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.EvenOdd;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a YOLO file, against the labels in the order of their ids: class, then shares of
 * width and height.
 */
record YoloLines(Task task, YoloNames names) {
  /** Half of the last of six decimals, in shares of the image. */
  private static final double PRINTED = 0.51e-6;

  /** What a model is trained for; each has files of its own. */
  enum Task {
    DETECT,
    SEGMENT,
    POSE;

    /** A path relative to the dataset. */
    String path(String name) {
      return "yolo/" + name().toLowerCase(Locale.ROOT) + "/" + name;
    }
  }

  /** Tells the first line that is wrong. */
  void check(ViewEvidence view, List<String> lines, BiConsumer<Fault, String> wrong) {
    List<RecordedLabel> due =
        view.labels().stream()
            .filter(label -> label.isAnnotated() && !label.isCrowd())
            .filter(label -> names.classes(task).containsKey(label.category()))
            .toList();
    if (lines.size() != due.size()) {
      wrong.accept(
          Fault.YOLO_LINES_WRONG, "%d lines of %d objects".formatted(lines.size(), due.size()));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      String place = "line " + (i + 1) + ", of instance " + due.get(i).instance() + ": ";
      double[] numbers = numbers(lines.get(i));
      Fault fault = numbers.length == 0 ? Fault.YOLO_LINES_WRONG : fault(view, due.get(i), numbers);
      if (fault != null) {
        wrong.accept(fault, place + shorten(lines.get(i)));
        return;
      }
    }
  }

  private static String shorten(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  /** None where it is no line of numbers. */
  private static double[] numbers(String line) {
    try {
      return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }

  /** Null where all is right. */
  private Fault fault(ViewEvidence view, RecordedLabel label, double[] numbers) {
    if (numbers[0] != names.classes(task).get(label.category())) {
      return Fault.YOLO_CLASS_WRONG;
    }
    double[] shares = Arrays.copyOfRange(numbers, 1, numbers.length);
    if (task == Task.SEGMENT) {
      return hasMask(view, label, shares) ? null : Fault.YOLO_POLYGON_WRONG;
    }
    int points = task == Task.POSE ? names.points() : 0;
    if (shares.length != 4 + 3 * points) {
      return Fault.YOLO_LINES_WRONG;
    }
    if (!hasBox(view, label, shares)) {
      return Fault.YOLO_BOX_WRONG;
    }
    return hasPoints(view, label, shares, points) ? null : Fault.YOLO_KEYPOINTS_WRONG;
  }

  private static boolean hasBox(ViewEvidence view, RecordedLabel label, double[] shares) {
    double[] box = label.box();
    for (int axis = 0; axis < 2; axis++) {
      double size = axis == 0 ? view.camera().width() : view.camera().height();
      boolean center = Math.abs(shares[axis] - (box[axis] + box[2 + axis] / 2) / size) <= PRINTED;
      boolean extent = Math.abs(shares[2 + axis] - box[2 + axis] / size) <= PRINTED;
      if (!center || !extent) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasMask(ViewEvidence view, RecordedLabel label, double[] shares) {
    return EvenOdd.ofShares(view.camera().width(), view.camera().height(), shares)
        .equals(Optional.of(mask(view, label)));
  }

  private static Mask mask(ViewEvidence view, RecordedLabel label) {
    if (view.has(Plane.INSTANCE)) {
      return view.instanceMask(label.instance());
    }
    try {
      return RunLengthReader.compressed(
          view.camera().width(), view.camera().height(), label.runLengths().orElse(""));
    } catch (FaultyFile e) {
      // The check of records says so; an empty mask is none of a polygon.
      return new Mask(view.camera().width(), view.camera().height(), new int[0]);
    }
  }

  private boolean hasPoints(ViewEvidence view, RecordedLabel label, double[] shares, int points) {
    Map<String, JsonNode> byName = new HashMap<>();
    label
        .json()
        .at("/extras/keypoints")
        .forEach(point -> byName.put(point.path("name").asString(""), point));
    List<String> due = names.pointsOf(label.category());
    for (int i = 0; i < points; i++) {
      JsonNode point = byName.get(i < due.size() ? due.get(i) : "");
      double x = point == null ? 0 : point.path("x").asDouble(0) / view.camera().width();
      double y = point == null ? 0 : point.path("y").asDouble(0) / view.camera().height();
      int flag = point == null ? 0 : point.path("v").asInt(-1);
      int at = 4 + 3 * i;
      if (Math.abs(shares[at] - x) > PRINTED
          || Math.abs(shares[at + 1] - y) > PRINTED
          || shares[at + 2] != flag) {
        return false;
      }
    }
    return true;
  }
}
