package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The annotations of one image of COCO files. What several files say of one object, the same box of
 * the same category, comes together.
 */
final class CocoLabels {
  private final int width;
  private final int height;
  private final List<String> problems;
  private final List<Thing> things = new ArrayList<>();
  private final List<LabelledImage.Stuff> stuff = new ArrayList<>();

  /**
   * @param points an annotation with keypoints; absent where there is none
   */
  private record Thing(
      CocoIndex.Opened file, JsonNode json, Category category, Optional<JsonNode> points) {}

  /**
   * A category, and what it is called.
   *
   * @param json missing where it is not listed
   */
  record Category(String name, JsonNode json) {}

  /**
   * @param width of the image in pixels, likewise {@code height}
   * @param problems takes what cannot be shown
   */
  CocoLabels(int width, int height, List<String> problems) {
    this.width = width;
    this.height = height;
    this.problems = problems;
  }

  /** NaN where an annotation says none. */
  static double visibleFraction(JsonNode annotation) {
    JsonNode visible = annotation.at("/diorama/visible_fraction");
    return visible.isNumber() ? visible.asDouble() : Double.NaN;
  }

  static Category category(CocoIndex.Opened file, JsonNode of) {
    long id = of.path("category_id").asLong(-1);
    for (JsonNode category : file.coco().categories()) {
      if (category.path("id").asLong(-1) == id) {
        return new Category(category.path("name").asString("category " + id), category);
      }
    }
    return new Category("category " + id + ", not listed", MissingNode.getInstance());
  }

  void add(CocoIndex.Opened file, JsonNode json) {
    Category category = category(file, json);
    if (file.isStuff()) {
      mask(json).ifPresent(mask -> stuff.add(stuff(json, category, mask)));
      return;
    }
    Optional<JsonNode> points =
        json.path("keypoints").isArray() ? Optional.of(json) : Optional.empty();
    for (int i = 0; i < things.size() && points.isPresent(); i++) {
      Thing other = things.get(i);
      boolean same =
          other.file() != file
              && other.category().name().equals(category.name())
              && other.json().path("bbox").equals(json.path("bbox"));
      if (same && other.points().isEmpty()) {
        things.set(i, new Thing(other.file(), other.json(), category, points));
        return;
      }
    }
    things.add(new Thing(file, json, category, points));
  }

  private static LabelledImage.Stuff stuff(JsonNode json, Category category, Mask mask) {
    return new LabelledImage.Stuff(
        json.path("category_id").asInt(0), category.name(), outlines(mask));
  }

  private static List<int[]> outlines(Mask mask) {
    List<Integer> counts = new ArrayList<>();
    int before = 0;
    for (int edge : mask.spans()) {
      counts.add(edge - before);
      before = edge;
    }
    if (before < mask.width() * mask.height()) {
      counts.add(mask.width() * mask.height() - before);
    }
    int[] runs = counts.stream().mapToInt(Integer::intValue).toArray();
    return ExtraMarks.outlines(new RunLengths(mask.width(), mask.height(), runs));
  }

  private Optional<Mask> mask(JsonNode json) {
    try {
      return Optional.of(Segmentation.decode(json.path("segmentation"), width, height))
          .filter(mask -> !mask.isEmpty());
    } catch (FaultyFile e) {
      if (e.fault() != Fault.SEGMENTATION_MISSING) {
        problems.add("annotation " + json.path("id") + " has no mask: " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  List<LabelledImage.Stuff> stuff() {
    return stuff;
  }

  /** Things have the numbers of their places from 1. */
  List<LabelledImage.Box> boxes() {
    List<LabelledImage.Box> boxes = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      JsonNode json = things.get(i).json();
      double[] box = box(json);
      if (box.length != 4) {
        problems.add(
            "annotation " + json.path("id") + " has neither box nor mask, and is left out");
        continue;
      }
      String name = things.get(i).category().name();
      LabelledImage.Box labelled =
          new LabelledImage.Box(
              i + 1,
              name,
              name + " " + json.path("id"),
              visibleFraction(json),
              box[0],
              box[1],
              box[2],
              box[3]);
      boxes.add(labelled.withCrowd(json.path("iscrowd").asInt(0) == 1));
    }
    return boxes;
  }

  private double[] box(JsonNode json) {
    double[] box = Json.numbers(json.path("bbox"));
    if (box.length == 4 && Arrays.stream(box).allMatch(Double::isFinite)) {
      return box;
    }
    try {
      int[] tight = Segmentation.decode(json.path("segmentation"), width, height).box();
      return Arrays.stream(tight).asDoubleStream().toArray();
    } catch (FaultyFile e) {
      return new double[0];
    }
  }

  /** Masks that share pixels lie in different planes. */
  List<int[]> planes() {
    List<int[]> planes = new ArrayList<>();
    planes.add(new int[width * height]);
    for (int i = 0; i < things.size(); i++) {
      Optional<Mask> mask = mask(things.get(i).json());
      if (mask.isPresent()) {
        int id = i + 1;
        int[] plane =
            planes.stream()
                .filter(each -> isFree(each, mask.get()))
                .findFirst()
                .orElseGet(
                    () -> {
                      planes.add(new int[width * height]);
                      return planes.get(planes.size() - 1);
                    });
        forEach(mask.get(), pixel -> plane[pixel] = id);
      }
    }
    return planes;
  }

  private boolean isFree(int[] plane, Mask mask) {
    int[] taken = new int[1];
    forEach(mask, pixel -> taken[0] |= plane[pixel]);
    return taken[0] == 0;
  }

  private void forEach(Mask mask, IntConsumer pixel) {
    for (int i = 0; i < mask.spans().length; i += 2) {
      for (int position = mask.spans()[i]; position < mask.spans()[i + 1]; position++) {
        pixel.accept(position % height * width + position / height);
      }
    }
  }

  /** Keypoints with their skeletons. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Thing thing = things.get(i);
      if (thing.points().isPresent()) {
        marks.add(points(i + 1, thing.points().get(), thing.category().json()));
      }
    }
    return marks;
  }

  private Mark points(int id, JsonNode json, JsonNode category) {
    double[] numbers = Json.numbers(json.path("keypoints"));
    if (numbers.length % 3 != 0) {
      problems.add(
          "annotation " + json.path("id") + " has " + numbers.length + " numbers as points");
      numbers = new double[0];
    }
    int[] places = new int[numbers.length / 3];
    List<Mark.Point> points = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      places[k] = points.size();
      double flag = numbers[3 * k + 2];
      if (flag > 0) {
        String name = category.path("keypoints").path(k).asString("point " + (k + 1));
        points.add(new Mark.Point(numbers[3 * k], numbers[3 * k + 1], flag == 2, name));
      } else {
        places[k] = -1;
      }
    }
    List<int[]> bones = new ArrayList<>();
    for (JsonNode bone : category.path("skeleton")) {
      int from = bone.path(0).asInt(0) - 1;
      int to = bone.path(1).asInt(0) - 1;
      boolean known = Math.min(from, to) >= 0 && Math.max(from, to) < places.length;
      if (known && places[from] >= 0 && places[to] >= 0) {
        bones.add(new int[] {places[from], places[to]});
      }
    }
    return new Mark.Points(Mark.Layer.KEYPOINTS, id, points, bones);
  }
}
