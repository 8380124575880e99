package org.diorama.dataset.yolo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of label files and of {@code data.yaml}. */
class YoloLineTest {
  private static String share(long dividend, long divisor) {
    StringBuilder text = new StringBuilder();
    new YoloLine(text, 3).share(dividend, divisor).end();
    assertTrue(text.toString().startsWith("3 ") && text.toString().endsWith("\n"), text.toString());
    return text.toString().strip().substring(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 640, 0",
    "640, 640, 1",
    "320, 640, 0.5",
    "1, 640, 0.001563",
    "1, 3, 0.333333",
    "2, 3, 0.666667",
    "1, 65535, 0.000015",
    "1999999, 2000000, 1"
  })
  void sharesHaveSixDecimalsAtMost(long dividend, long divisor, String text) {
    assertEquals(text, share(dividend, divisor));
  }

  @Test
  void pixelEdgesComeBack() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      int size = 1 + random.nextInt(65_535);
      int edge = random.nextInt(size + 1);
      double back = Double.parseDouble(share(edge, size)) * size;
      assertEquals(edge, back, 0.04, "seed " + seed + ": " + edge + " of " + size);
    }
  }

  @Test
  void eachTaskTellsTheSameInstance() {
    RunLengths ring = new RunLengths(4, 4, new int[] {4, 3, 1, 1, 1, 1, 1, 3, 1});
    YoloInstance instance =
        new YoloInstance(4, 4, new ImageBox(1, 0, 3, 3), ring.text(), List.of());
    assertEquals("0 0.625 0.375 0.75 0.75\n", line(YoloTask.DETECT, instance));
    assertEquals(
        "0 1 0 1 0.75 0.75 0.5 0.75 0.25 0.5 0.25 0.5 0.5 0.75 0.5 1 0.75 0.25 0.75 0.25 0\n",
        line(YoloTask.SEGMENT, instance));
  }

  private static String line(YoloTask task, YoloInstance instance) {
    StringBuilder text = new StringBuilder();
    YoloLine line = new YoloLine(text, 0);
    task.write(line, instance);
    line.end();
    return text.toString();
  }

  @Test
  void theDataFileNamesSplitsAndClasses() {
    assertEquals(
        "train: images/train\nval: images/val\ntest: images/test\nnames:\n  0: \"a: \\\"b\\\"\"\n"
            + "  1: \"c\"\n",
        data(List.of("train", "val", "test"), List.of("a: \"b\"", "c")));
    assertEquals(
        "train: images/fit\nval: images/check\nfit: images/fit\ncheck: images/check\nnames:\n",
        data(List.of("fit", "check"), List.of()));
    assertEquals(
        "# Not split: validation sees the images of training.\n"
            + "train: images/all\nval: images/all\nnames:\n  0: \"c\"\n",
        data(List.of(), List.of("c")));
  }

  private static String data(List<String> splits, List<String> classes) {
    return new String(YoloDataFile.text(splits, classes), StandardCharsets.UTF_8);
  }

  @Test
  void classesAreThingsInOrder() {
    List<Category> categories =
        List.of(
            new Category("cup", 47, "kitchen", List.of("cup")),
            new Category(
                "road",
                100,
                "ground",
                List.of("road"),
                Category.Form.STUFF,
                Category.Use.LABEL,
                Optional.empty()),
            new Category("box", 1, "thing", List.of("box")));
    YoloClasses classes = YoloClasses.of(YoloTask.DETECT, description(categories, List.of()));
    assertEquals(List.of("cup", "box"), classes.names());
    assertEquals(0, classes.index(47));
    assertEquals(1, classes.index(1));
    Skeleton two = new Skeleton(List.of("top", "tip"), List.of());
    List<CategorySkeleton> keypoints = List.of(new CategorySkeleton(1, two));
    YoloClasses posed = YoloClasses.of(YoloTask.POSE, description(categories, keypoints));
    assertEquals(List.of("box"), posed.names());
    assertEquals(0, posed.index(1));
    assertEquals(2, posed.points());
    assertTrue(YoloClasses.of(YoloTask.POSE, description(categories, List.of())).names().isEmpty());
  }

  private static DatasetDescription description(
      List<Category> categories, List<CategorySkeleton> keypoints) {
    return new DatasetDescription(
        "test",
        1,
        new TreeMap<>(),
        categories,
        LabelRules.DEFAULT,
        List.of(""),
        FrameStructure.STILL,
        "1",
        "none",
        "1",
        "java",
        List.of(),
        keypoints);
  }

  @Test
  void posesHaveThreeNumbersAPoint() {
    YoloInstance instance =
        new YoloInstance(
            40,
            20,
            new ImageBox(10, 5, 20, 10),
            "",
            List.of(new YoloPoint(10.5, 20, 2), YoloPoint.NONE, new YoloPoint(39.999, 0.001, 1)));
    assertEquals(
        "0 0.5 0.5 0.5 0.5 0.2625 1 2 0 0 0 0.999975 0.00005 1\n", line(YoloTask.POSE, instance));
    assertEquals(
        "train: images/all\nval: images/all\nkpt_shape: [3, 3]\nflip_idx: [1, 0, 2]\nnames:\n"
            + "  0: \"c\"\n  1: \"d\"\n"
            + "kpt_names:\n  0: [\"left_ear\",\"right_ear\",\"tail\"]\n  1: []\n",
        new String(
                YoloDataFile.text(
                    List.of(),
                    List.of("c", "d"),
                    List.of(List.of("left_ear", "right_ear", "tail"), List.of())),
                StandardCharsets.UTF_8)
            .replaceFirst("#.*\n", ""));
  }

  /** What a mirror does to points is told by their names, or not at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "nose left_eye right_eye|[0, 2, 1]",
        "wheel_front_left wheel_front_right wheel_rear_left wheel_rear_right|[1, 0, 3, 2]",
        "left_eye tail|none",
        "top bottom|none",
        "leftover rightly|none",
        "left right/left right tip|[1, 0, 2]",
        "left right/right left|[1, 0]",
        "left right/tip left right|none"
      })
  void mirroredPointsFollowFromNames(String classes, String places) {
    List<List<String>> points =
        Arrays.stream(classes.split("/")).map(names -> List.of(names.split(" "))).toList();
    assertEquals(
        Optional.ofNullable(places), MirroredPoints.of(points).map(List::toString), classes);
  }
}
