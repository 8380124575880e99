package org.diorama.dataset.verify.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.score.AveragePrecision;
import org.diorama.dataset.verify.score.Detection;
import org.diorama.dataset.verify.score.KeypointLikeness;
import org.diorama.dataset.verify.score.Matching;
import org.diorama.dataset.verify.score.ObjectTruth;
import org.diorama.dataset.verify.score.Overlap;
import org.diorama.dataset.verify.score.PanopticQuality;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The ground truth as its own detections, all with one score: what COCO's evaluator says of it.
 * Less than 1 is a fault of the labels that no training can make good. Objects without a labelled
 * point are no detections of points.
 */
public final class SelfScore {
  private static final double WHOLE = 1 - 1e-9;
  private static final int MOST = 100;
  private static final int MOST_PEOPLE = 20;

  private final AveragePrecision boxes = new AveragePrecision(MOST);
  private final AveragePrecision masks = new AveragePrecision(MOST);
  private final AveragePrecision keypoints = new AveragePrecision(MOST_PEOPLE);
  private final PanopticQuality quality = new PanopticQuality();

  /**
   * Takes the annotations of one image.
   *
   * @param width of the image; likewise {@code height}
   */
  public void add(long image, int width, int height, List<JsonNode> annotations) {
    List<ForeignAnnotation> decoded =
        annotations.stream().map(json -> ForeignAnnotation.of(json, width, height)).toList();
    add(new ForeignImage(image, width, height, MissingNode.getInstance(), decoded));
  }

  /**
   * Takes the segments of one image.
   *
   * @param ids of its pixels
   * @param segments as its annotation names them
   */
  public void add(int[] ids, JsonNode segments) {
    Map<Integer, PanopticQuality.Segment> known = new HashMap<>();
    for (JsonNode segment : segments) {
      known.put(
          segment.path("id").asInt(-1),
          new PanopticQuality.Segment(
              segment.path("category_id").asInt(-1), segment.path("iscrowd").asInt(0) == 1));
    }
    PanopticQuality.Image image = new PanopticQuality.Image(ids, known);
    quality.add(image, image);
  }

  /** Takes one image with all its annotations. */
  void add(ForeignImage image) {
    SortedMap<Long, List<ForeignAnnotation>> byCategory = new TreeMap<>();
    for (ForeignAnnotation annotation : image.annotations()) {
      long category = annotation.json().path("category_id").asLong(-1);
      byCategory.computeIfAbsent(category, key -> new ArrayList<>()).add(annotation);
    }
    byCategory.forEach(
        (category, annotations) -> {
          boxes.add(image.id(), category, ofBoxes(annotations));
          masks.add(image.id(), category, ofMasks(annotations));
          keypoints.add(image.id(), category, ofKeypoints(annotations));
        });
  }

  private static Matching ofBoxes(List<ForeignAnnotation> annotations) {
    List<ObjectTruth<double[]>> objects = new ArrayList<>();
    List<Detection<double[]>> detections = new ArrayList<>();
    for (ForeignAnnotation a : annotations) {
      if (a.hasBox()) {
        objects.add(truth(a, a.isCrowd(), a.box()));
        detections.add(new Detection<>(1, a.box()[2] * a.box()[3], a.box()));
      }
    }
    return Matching.of(
        objects, detections, (box, object) -> Overlap.ofBoxes(box, object.shape(), object.crowd()));
  }

  private static Matching ofMasks(List<ForeignAnnotation> annotations) {
    List<ObjectTruth<Mask>> objects = new ArrayList<>();
    List<Detection<Mask>> detections = new ArrayList<>();
    for (ForeignAnnotation a : annotations) {
      if (a.mask().isPresent()) {
        objects.add(truth(a, a.isCrowd(), a.mask().get()));
        detections.add(new Detection<>(1, a.mask().get().area(), a.mask().get()));
      }
    }
    return Matching.of(
        objects,
        detections,
        (mask, object) -> Overlap.ofMasks(mask, object.shape(), object.crowd()));
  }

  /** Points, and the object's area and box, which their likeness needs. */
  private record Person(double[] points, double area, double[] box) {}

  private static Matching ofKeypoints(List<ForeignAnnotation> annotations) {
    List<ObjectTruth<Person>> objects = new ArrayList<>();
    List<Detection<Person>> detections = new ArrayList<>();
    for (ForeignAnnotation a : annotations) {
      double[] points = Json.numbers(a.json().path("keypoints"));
      if (points.length > 0
          && points.length % 3 == 0
          && a.hasBox()
          && !a.hasNotFinite("keypoints")) {
        Person person = new Person(points, Double.isNaN(a.area()) ? 0 : a.area(), a.box());
        boolean ignored = a.isCrowd() || KeypointLikeness.labelled(points) == 0;
        objects.add(truth(a, ignored, person));
        if (KeypointLikeness.labelled(points) > 0) {
          detections.add(new Detection<>(1, extent(points), person));
        }
      }
    }
    return Matching.of(
        objects,
        detections,
        (person, object) ->
            person.points().length != object.shape().points().length
                ? 0
                : KeypointLikeness.of(
                    person.points(),
                    object.shape().points(),
                    object.shape().area(),
                    object.shape().box()));
  }

  private static double extent(double[] points) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int i = 0; i < points.length; i++) {
      if (i % 3 < 2) {
        least[i % 3] = Math.min(least[i % 3], points[i]);
        most[i % 3] = Math.max(most[i % 3], points[i]);
      }
    }
    return (most[0] - least[0]) * (most[1] - least[1]);
  }

  private static <T> ObjectTruth<T> truth(ForeignAnnotation a, boolean ignored, T shape) {
    return new ObjectTruth<>(
        a.id(), Double.isNaN(a.area()) ? 0 : a.area(), a.isCrowd(), ignored, shape);
  }

  /** Says what a file's ground truth scores, and where that is less than 1. */
  public void tell(String file, Findings findings, Examined examined) {
    tellQuality(file, findings, examined);
    for (Map.Entry<String, AveragePrecision.Scores> score : scores().entrySet()) {
      AveragePrecision.Scores s = score.getValue();
      if (s.ap() < 0) {
        continue;
      }
      String what = file + ": AP of " + score.getKey() + " against itself";
      examined.score(what, s.ap());
      if (s.ap() < WHOLE && s.unlimited() >= WHOLE) {
        // Images with more objects than COCO counts detections of: no fault of the labels.
        examined.score(what + ", without COCO's limit of detections an image", s.unlimited());
      }
      if (s.unlimited() < WHOLE) {
        findings.add(
            Finding.of(
                Fault.SELF_AP_LOW,
                file,
                String.format(
                    Locale.ROOT,
                    "%s: AP %.3f (AP50 %.3f, AP75 %.3f, small %.3f, medium %.3f, large %.3f)",
                    score.getKey(),
                    s.ap(),
                    s.ap50(),
                    s.ap75(),
                    s.small(),
                    s.medium(),
                    s.large())));
      }
    }
  }

  private void tellQuality(String file, Findings findings, Examined examined) {
    double value = quality.value();
    if (value >= 0) {
      examined.score(file + ": PQ against itself", value);
    }
    if (value >= 0 && value < WHOLE) {
      findings.add(
          Finding.of(Fault.SELF_AP_LOW, file, String.format(Locale.ROOT, "PQ %.3f", value)));
    }
  }

  /** By what was compared: {@code box}, {@code mask}, {@code keypoints}. */
  private Map<String, AveragePrecision.Scores> scores() {
    Map<String, AveragePrecision.Scores> scores = new LinkedHashMap<>();
    scores.put("box", boxes.scores());
    scores.put("mask", masks.scores());
    scores.put("keypoints", keypoints.scores());
    return scores;
  }
}
