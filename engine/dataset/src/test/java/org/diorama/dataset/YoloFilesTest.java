package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** YOLO's files, read by other code, say what the records say. */
class YoloFilesTest {
  private final SyntheticFrames frames = SyntheticFrames.structured();
  @TempDir private Path root;

  private void run(SyntheticFrames frames, String wanted, Layout layout, boolean force) {
    FrameSet all = FrameSet.parse(wanted);
    DatasetRequest request =
        new DatasetRequest(all, all, Optional.of(layout), force, new TreeSet<>(List.of("yolo")));
    Runs.part(DyingOperations.immortal(), root, frames, request);
    DatasetFinish.run(root);
  }

  private static String text(Layout layout, long frame, String camera, String folder, String end) {
    return folder + "/" + layout.fileName(frame, camera, end);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void labelsAreThoseOfTheRecords(Layout layout) throws IOException {
    run(frames, "994-1003", layout, false);
    assertFalse(Files.exists(root.resolve("annotations/instances_train.json")));
    StoredDataset stored = StoredDataset.open(root);
    int annotated = 0;
    for (PrimitiveIterator.OfLong all = stored.committed().iterator(); all.hasNext(); ) {
      FrameRecord record = stored.record(all.nextLong());
      String split = record.frame().context().split().orElseThrow();
      for (int camera = 0; camera < 2; camera++) {
        ViewLabels view = record.views().get(camera);
        List<InstanceLabel> labels =
            view.instances().stream().filter(InstanceLabel::isAnnotated).toList();
        annotated += labels.size();
        String image = text(layout, record.number(), view.camera(), "images", ".png");
        for (String task : List.of("detect", "segment")) {
          String base = "yolo/" + task + "/";
          String name = text(layout, record.number(), view.camera(), split, "");
          assertTrue(
              Files.isSameFile(root.resolve(image), root.resolve(base + "images/" + name + ".png")),
              "a second name, not a copy");
          List<String> lines = Files.readAllLines(root.resolve(base + "labels/" + name + ".txt"));
          assertEquals(labels.size(), lines.size());
          for (int i = 0; i < lines.size(); i++) {
            double[] numbers =
                Arrays.stream(lines.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
            assertEquals(labels.get(i).categoryId() == 1 ? 0 : 1, numbers[0]);
            assertLine(task, numbers, labels.get(i), frames.width(camera), frames.height(camera));
          }
        }
      }
    }
    assertTrue(annotated > 20, annotated + " annotations");
    assertEquals(
        "train: images/train\nval: images/val\ntest: images/test\n"
            + "names:\n  0: \"box\"\n  1: \"ball\"\n",
        Files.readString(root.resolve("yolo/segment/data.yaml")));
    assertTrue(DatasetFinish.run(root).instances().endsWith("yolo/segment/data.yaml"));
  }

  private static void assertLine(
      String task, double[] numbers, InstanceLabel label, int width, int height) {
    if (task.equals("detect")) {
      PixelBox box = label.bbox();
      double[] expected = {box.left(), box.top(), box.width(), box.height()};
      double w = numbers[3] * width;
      double h = numbers[4] * height;
      double[] actual = {numbers[1] * width - w / 2, numbers[2] * height - h / 2, w, h};
      assertArrayEquals(expected, actual, 1e-4);
    } else {
      boolean[] mask = RunLengths.parse(width, height, label.rle().orElseThrow()).toMask();
      assertArrayEquals(mask, filled(numbers, width, height));
    }
  }

  /**
   * Whether a ray to the right of each pixel's center crosses the polygon an odd number of times.
   */
  private static boolean[] filled(double[] numbers, int width, int height) {
    boolean[] mask = new boolean[width * height];
    int corners = (numbers.length - 1) / 2;
    for (int i = 0; i < mask.length; i++) {
      double x = i % width + 0.5;
      double y = i / width + 0.5;
      for (int k = 0; k < corners; k++) {
        int next = (k + 1) % corners;
        double x0 = numbers[1 + 2 * k] * width;
        double y0 = numbers[2 + 2 * k] * height;
        double x1 = numbers[1 + 2 * next] * width;
        double y1 = numbers[2 + 2 * next] * height;
        if (y0 > y != y1 > y && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)) {
          mask[i] ^= true;
        }
      }
    }
    return mask;
  }

  /** What frames had that are rendered anew, or that are gone, must not be trained on. */
  @Test
  void nothingStaleIsLeft() throws IOException {
    SyntheticFrames small = SyntheticFrames.small();
    run(small, "0-2", Layout.FLAT, false);
    Path stray = root.resolve("yolo/detect/images/all/00000099.png");
    Files.copy(root.resolve("images/00000000.png"), stray);
    Path elsewhere = Files.createDirectory(root.resolveSibling(root.getFileName() + "_elsewhere"));
    Files.writeString(elsewhere.resolve("kept"), "");
    Files.createSymbolicLink(root.resolve("yolo/detect/labels/all/link"), elsewhere);
    run(small, "1", Layout.FLAT, true);
    assertFalse(Files.exists(stray));
    assertTrue(Files.exists(elsewhere.resolve("kept")), "links are not followed");
    List<String> names = new ArrayList<>();
    for (String kind : List.of("images", "labels")) {
      names.addAll(FolderContent.of(root.resolve("yolo/detect/" + kind)).keySet());
    }
    assertEquals(
        List.of(
            "all/00000000.png",
            "all/00000001.png",
            "all/00000002.png",
            "all/00000000.txt",
            "all/00000001.txt",
            "all/00000002.txt"),
        names);
    assertTrue(
        Files.isSameFile(
            root.resolve("images/00000001.png"),
            root.resolve("yolo/detect/images/all/00000001.png")));
  }

  @Test
  void crowdsAreLeftOutAndEmptyImagesStay() throws IOException {
    LabelRules rules = new LabelRules(65, 1000, 0, LabelRules.Then.CROWD);
    SyntheticFrames crowds = new SyntheticFrames(9, 7, List.of(""), rules);
    run(crowds, "0-3", Layout.FLAT, false);
    long crowd =
        StoredDataset.open(root).record(3).views().get(0).instances().stream()
            .filter(label -> label.verdict() == LabelVerdict.CROWD)
            .count();
    assertTrue(crowd > 0, "there is one to leave out");
    assertEquals("", Files.readString(root.resolve("yolo/segment/labels/all/00000003.txt")));
    assertTrue(Files.exists(root.resolve("yolo/segment/images/all/00000003.png")));
  }
}
