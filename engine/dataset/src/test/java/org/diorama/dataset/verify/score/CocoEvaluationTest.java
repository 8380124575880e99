package org.diorama.dataset.verify.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The averages of pycocotools on random objects and detections, with crowds, ties, missing points
 * and wrong categories; the file says how they were made.
 */
class CocoEvaluationTest {
  private static final double SAME = 1e-12;
  private static final JsonNode DATA = load();

  private static JsonNode load() {
    try (InputStream in = CocoEvaluationTest.class.getResourceAsStream("coco_evaluation.json")) {
      return Json.parse(in.readAllBytes());
    } catch (IOException | FaultyFile e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mask mask(JsonNode entry) {
    try {
      return Segmentation.decode(entry.get("segmentation"), 160, 120);
    } catch (FaultyFile e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isCrowd(JsonNode annotation) {
    return annotation.get("iscrowd").asInt() == 1;
  }

  private static AveragePrecision.Scores boxes(JsonNode detections, long firstId) {
    return scores(
        detections,
        firstId,
        100,
        entry -> Json.numbers(entry.get("bbox")),
        box -> box[2] * box[3],
        CocoEvaluationTest::isCrowd,
        (box, object) -> Overlap.ofBoxes(box, object.shape(), object.crowd()));
  }

  private static AveragePrecision.Scores masks(JsonNode detections, long firstId) {
    return scores(
        detections,
        firstId,
        100,
        CocoEvaluationTest::mask,
        Mask::area,
        CocoEvaluationTest::isCrowd,
        (mask, object) -> Overlap.ofMasks(mask, object.shape(), object.crowd()));
  }

  private record Points(double[] points, JsonNode entry) {
    private double extent() {
      double[] least = {1e9, 1e9};
      double[] most = {-1e9, -1e9};
      for (int i = 0; i < points.length; i += 3) {
        for (int axis = 0; axis < 2; axis++) {
          least[axis] = Math.min(least[axis], points[i + axis]);
          most[axis] = Math.max(most[axis], points[i + axis]);
        }
      }
      return (most[0] - least[0]) * (most[1] - least[1]);
    }
  }

  private static AveragePrecision.Scores keypoints(JsonNode detections) {
    return scores(
        detections,
        1,
        20,
        entry -> new Points(Json.numbers(entry.get("keypoints")), entry),
        Points::extent,
        entry -> isCrowd(entry) || entry.get("num_keypoints").asInt() == 0,
        (points, object) ->
            KeypointLikeness.of(
                points.points(),
                object.shape().points(),
                object.area(),
                Json.numbers(object.shape().entry().get("bbox"))));
  }

  private static <T> AveragePrecision.Scores scores(
      JsonNode detections,
      long firstId,
      int most,
      Function<JsonNode, T> shape,
      Function<T, Number> area,
      Function<JsonNode, Boolean> ignored,
      Matching.Likeness<T> likeness) {
    AveragePrecision average = new AveragePrecision(most);
    // Backwards: the order in which images come decides nothing.
    for (long image = 10; image >= 1; image--) {
      for (long category = 1; category <= 3; category++) {
        List<ObjectTruth<T>> objects = new ArrayList<>();
        List<Detection<T>> found = new ArrayList<>();
        for (JsonNode a : DATA.get("annotations")) {
          if (isOf(a, image, category)) {
            objects.add(
                new ObjectTruth<>(
                    a.get("id").asLong() - 1 + firstId,
                    a.get("area").asDouble(),
                    isCrowd(a),
                    ignored.apply(a),
                    shape.apply(a)));
          }
        }
        for (JsonNode d : detections) {
          if (isOf(d, image, category)) {
            T is = shape.apply(d);
            double score = d.path("score").asDouble(1);
            found.add(new Detection<>(score, area.apply(is).doubleValue(), is));
          }
        }
        average.add(image, category, Matching.of(objects, found, likeness));
      }
    }
    return average.scores();
  }

  private static boolean isOf(JsonNode entry, long image, long category) {
    return entry.get("image_id").asLong() == image && entry.get("category_id").asLong() == category;
  }

  /** COCO's twelve figures; those of one and ten detections are not computed here. */
  private static void assertScores(String name, AveragePrecision.Scores is) {
    double[] due = Json.numbers(DATA.get("expected").get(name));
    assertEquals(due[0], is.ap(), SAME, name);
    assertEquals(due[1], is.ap50(), SAME, name);
    assertEquals(due[2], is.ap75(), SAME, name);
    assertEquals(due[3], is.small(), SAME, name);
    assertEquals(due[4], is.medium(), SAME, name);
    assertEquals(due[5], is.large(), SAME, name);
    assertEquals(due[8], is.recall(), SAME, name);
  }

  @Test
  void boxesAndMasksScoreAsWithPycocotools() {
    assertScores("bbox", boxes(DATA.get("detections"), 1));
    assertScores("segm", masks(DATA.get("detections"), 1));
    assertScores("self_bbox", boxes(DATA.get("annotations"), 1));
    assertScores("self_segm", masks(DATA.get("annotations"), 1));
    assertScores("zero_bbox", boxes(DATA.get("annotations"), 0));
    assertScores("zero_segm", masks(DATA.get("annotations"), 0));
  }

  /** COCO has no small people. */
  @Test
  void keypointsScoreAsWithPycocotools() {
    for (String name : new String[] {"keypoints", "self_keypoints"}) {
      AveragePrecision.Scores is =
          keypoints(DATA.get(name.equals("keypoints") ? "detections" : "annotations"));
      double[] due = Json.numbers(DATA.get("expected").get(name));
      assertEquals(due[0], is.ap(), SAME, name);
      assertEquals(due[1], is.ap50(), SAME, name);
      assertEquals(due[2], is.ap75(), SAME, name);
      assertEquals(due[3], is.medium(), SAME, name);
      assertEquals(due[4], is.large(), SAME, name);
      assertEquals(due[5], is.recall(), SAME, name);
    }
  }

  /**
   * The ground truth of so many objects of one category, one an image, as its own detections, with
   * ids from 0: pycocotools 2.0.11.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.0",
    "2, 0.2524752475247525",
    "3, 0.44224422442244227",
    "4, 0.5643564356435643",
    "7, 0.7298444130127298",
    "11, 0.8190819081908188"
  })
  void idsFromZeroCost(int objects, double ap) {
    double[] box = {0, 0, 20, 20};
    for (int firstId = 0; firstId <= 1; firstId++) {
      AveragePrecision average = new AveragePrecision(100);
      for (int i = 0; i < objects; i++) {
        average.add(
            i,
            1,
            Matching.of(
                List.of(new ObjectTruth<>(i + firstId, 400, false, false, box)),
                List.of(new Detection<>(1, 400, box)),
                (one, other) -> Overlap.ofBoxes(one, other.shape(), false)));
      }
      assertEquals(firstId == 0 ? ap : 1, average.scores().ap(), SAME);
    }
  }

  /** Two objects, the better detection on neither: precision 1/2 up to recall 1/2. */
  @Test
  void aCaseByHand() {
    double[] one = {0, 0, 10, 10};
    double[] other = {50, 50, 10, 10};
    AveragePrecision average = new AveragePrecision(100);
    average.add(
        1,
        1,
        Matching.of(
            List.of(
                new ObjectTruth<>(1, 100, false, false, one),
                new ObjectTruth<>(2, 100, false, false, other)),
            List.of(
                new Detection<>(0.9, 100, new double[] {20, 20, 10, 10}),
                new Detection<>(0.8, 100, one)),
            (a, b) -> Overlap.ofBoxes(a, b.shape(), false)));
    AveragePrecision.Scores scores = average.scores();
    assertEquals(51 * 0.5 / 101, scores.ap(), SAME);
    assertEquals(0.5, scores.recall(), SAME);
    assertEquals(-1, scores.large(), SAME);
  }

  /** More objects than detections count: by definition less than 1, by all detections 1. */
  @Test
  void theLimitOfDetectionsIsTold() {
    List<ObjectTruth<double[]>> objects = new ArrayList<>();
    List<Detection<double[]>> found = new ArrayList<>();
    for (int i = 0; i < 202; i++) {
      double[] box = {20 * i, 0, 10, 10};
      objects.add(new ObjectTruth<>(i + 1, 100, false, false, box));
      found.add(new Detection<>(1, 100, box));
    }
    AveragePrecision average = new AveragePrecision(100);
    average.add(1, 1, Matching.of(objects, found, (a, b) -> Overlap.ofBoxes(a, b.shape(), false)));
    assertEquals(50.0 / 101, average.scores().ap(), SAME);
    assertEquals(1, average.scores().unlimited(), SAME);
  }

  @Test
  void nothingScoresNothing() {
    assertEquals(-1, new AveragePrecision(100).scores().ap());
  }
}
