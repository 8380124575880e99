package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.dataset.coco.Box;
import org.diorama.dataset.coco.Polygons;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.yolo.YoloDataFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads files of labels: a line is a class and a box (4 numbers) or a polygon (6 or more), in
 * shares of the image's width and height. Polygons are filled by COCO's rule; one crossing itself,
 * or walking a seam there and back, counts as inside where it is crossed an odd number of times.
 */
final class YoloLabels {
  /** Numbers with six decimals are off by half a millionth; a center and a size add up. */
  private static final double ROUNDING = 1e-6;

  private final int pointNumbers;
  private long boxes;
  private long empty;

  /**
   * @param pointNumbers numbers a keypoint behind each box; 0 where there are none
   */
  YoloLabels(int pointNumbers) {
    this.pointNumbers = pointNumbers;
  }

  /** COCO's keys of each line but its ids. */
  List<ObjectNode> read(Path file, Set<Integer> classes, int width, int height) throws IOException {
    List<ObjectNode> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      double[] numbers = numbers(file, number, line);
      int index = (int) numbers[0];
      if (index != numbers[0] || !classes.contains(index)) {
        throw bad(file, number, "class " + numbers[0] + " has no name in " + YoloDataFile.NAME);
      }
      double[] shares = Arrays.copyOfRange(numbers, 1, numbers.length);
      ObjectNode entry = StrictJson.instance().createObjectNode().put("category_id", index + 1);
      if (pointNumbers > 0 && (shares.length < 4 || (shares.length - 4) % pointNumbers != 0)) {
        throw bad(file, number, shares.length + " numbers are no box with keypoints");
      }
      if (shares.length == 4 || pointNumbers > 0) {
        boxes++;
        box(entry, shares, width, height);
        if (shares.length > 4) {
          keypoints(entry, shares, width, height);
        }
        entries.add(entry);
      } else if (shares.length >= 6 && shares.length % 2 == 0) {
        RunLengths mask = Polygons.fill(width, height, pixels(shares, width, height));
        if (mask.area() == 0) {
          empty++;
        } else {
          entries.add(mask(entry, mask));
        }
      } else {
        throw bad(file, number, shares.length + " numbers are neither a box nor a polygon");
      }
    }
    return entries;
  }

  private static double[] numbers(Path file, int number, String line) {
    try {
      double[] numbers =
          Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      if (Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      throw bad(file, number, "is no line of numbers");
    }
    throw bad(file, number, "has a number that is not finite");
  }

  private void keypoints(ObjectNode entry, double[] shares, int width, int height) {
    ArrayNode points = entry.putArray("keypoints");
    int labelled = 0;
    for (int i = 4; i < shares.length; i += pointNumbers) {
      double x = whole(shares[i] * width, width);
      double y = whole(shares[i + 1] * height, height);
      int flag = pointNumbers == 3 ? (int) shares[i + 2] : x == 0 && y == 0 ? 0 : 2;
      points.add(x).add(y).add(flag);
      labelled += flag > 0 ? 1 : 0;
    }
    entry.put("num_keypoints", labelled);
  }

  private static void box(ObjectNode entry, double[] shares, int width, int height) {
    double w = whole(shares[2] * width, width);
    double h = whole(shares[3] * height, height);
    double x = whole((shares[0] - shares[2] / 2) * width, width);
    double y = whole((shares[1] - shares[3] / 2) * height, height);
    entry.putArray("segmentation");
    entry.put("area", w * h);
    numbers(entry.putArray("bbox"), x, y, w, h);
    entry.put("iscrowd", 0);
  }

  /** To the pixel edge that it was before it was rounded, where there is one. */
  private static double whole(double pixels, int size) {
    double nearest = Math.rint(pixels);
    return Math.abs(pixels - nearest) <= ROUNDING * size ? nearest : Math.rint(pixels * 1e4) / 1e4;
  }

  private static double[] pixels(double[] shares, int width, int height) {
    double[] pixels = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      int size = i % 2 == 0 ? width : height;
      pixels[i] = whole(shares[i] * size, size);
    }
    return pixels;
  }

  private static ObjectNode mask(ObjectNode entry, RunLengths mask) {
    Box box = mask.box();
    ObjectNode segmentation = entry.putObject("segmentation");
    segmentation.putArray("size").add(mask.height()).add(mask.width());
    segmentation.put("counts", mask.text());
    entry.put("area", mask.area());
    numbers(entry.putArray("bbox"), box.x(), box.y(), box.width(), box.height());
    return entry.put("iscrowd", 0);
  }

  private static void numbers(ArrayNode list, double... values) {
    for (double value : values) {
      list.add(value);
    }
  }

  List<String> shortcomings() {
    List<String> lines = new ArrayList<>();
    if (boxes > 0) {
      lines.add(boxes + " labels are boxes alone: no mask, and as area that of the box");
    }
    if (empty > 0) {
      lines.add(empty + " polygons cover no pixel's center: left out");
    }
    return lines;
  }

  private static DioramaException bad(Path file, int line, String what) {
    return CocoEntries.bad(file, ":" + line + ": " + what);
  }
}
