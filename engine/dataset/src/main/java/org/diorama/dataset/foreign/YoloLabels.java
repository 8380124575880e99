package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * Annotations are numbered from 1.
 */
final class YoloLabels {
  /** Numbers with six decimals are off by half a millionth; a center and a size add up. */
  private static final double ROUNDING = 1e-6;

  /** How far Ultralytics lets numbers leave the image before it drops the file. */
  private static final double TOLERANCE = 0.01;

  private final YoloData data;
  private final boolean withPoints;
  private long last;
  private long boxes;
  private long empty;

  /**
   * @param withPoints whether entries tell named points; lines are checked for them all the same
   */
  YoloLabels(YoloData data, boolean withPoints) {
    this.data = data;
    this.withPoints = withPoints;
  }

  /** COCO's keys of each line but its image. */
  List<ForeignEntry> read(Path file, int width, int height) throws IOException {
    List<ForeignEntry> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        ObjectNode json = StrictJson.instance().createObjectNode();
        ForeignEntry entry = new ForeignEntry(file + ":" + number + ":", json);
        if (read(entry, numbers(entry, line), width, height)) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /** False for a line that covers nothing. */
  private boolean read(ForeignEntry entry, double[] numbers, int width, int height) {
    int index = (int) numbers[0];
    if (index != numbers[0] || !data.names().containsKey(index)) {
      throw entry.bad("class " + numbers[0] + " has no name in " + YoloDataFile.NAME);
    }
    double[] shares = Arrays.copyOfRange(numbers, 1, numbers.length);
    if (data.points().isPresent()) {
      YoloData.Points points = data.points().get();
      if (shares.length != 4 + points.count() * points.numbers()) {
        throw entry.bad(
            "%d numbers are no box with %d points of %d numbers"
                .formatted(shares.length, points.count(), points.numbers()));
      }
      begin(entry, index);
      box(entry, shares, width, height);
      keypoints(entry, index, shares, width, height);
      return true;
    }
    if (shares.length == 4) {
      begin(entry, index);
      box(entry, shares, width, height);
      return true;
    }
    if (shares.length < 6 || shares.length % 2 != 0) {
      throw entry.bad(shares.length + " numbers are neither a box nor a polygon");
    }
    requireShares(entry, shares);
    RunLengths mask = Polygons.fill(width, height, pixels(shares, width, height));
    if (mask.area() == 0) {
      empty++;
      return false;
    }
    begin(entry, index);
    mask(entry.json(), mask);
    return true;
  }

  private void begin(ForeignEntry entry, int index) {
    entry.json().put("id", ++last).put("category_id", index + 1);
  }

  private static double[] numbers(ForeignEntry entry, String line) {
    try {
      double[] numbers =
          Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      if (Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      throw entry.bad("is no line of numbers");
    }
    throw entry.bad("has a number that is not finite");
  }

  private static void requireShares(ForeignEntry entry, double... shares) {
    for (double share : shares) {
      if (share < -TOLERANCE || share > 1 + TOLERANCE) {
        throw entry.bad(share + " is no share of the image, which lie from 0 to 1");
      }
    }
  }

  /** COCO's flag: of pairs, which have none, a point at the corner or beyond it is not labelled. */
  private void keypoints(ForeignEntry entry, int index, double[] shares, int width, int height) {
    YoloData.Points points = data.points().orElseThrow();
    List<String> names = points.names().get(index);
    ArrayNode list = StrictJson.instance().createArrayNode();
    int labelled = 0;
    for (int i = 0; i < points.count(); i++) {
      int at = 4 + i * points.numbers();
      double x = shares[at];
      double y = shares[at + 1];
      double flag = points.numbers() == 3 ? shares[at + 2] : x <= 0 && y <= 0 ? 0 : 2;
      if (flag != 0 && flag != 1 && flag != 2) {
        throw entry.bad("point " + (i + 1) + " has the flag " + flag + ", which is 0, 1 or 2");
      }
      requireShares(entry, x, y);
      boolean named = names == null || i < names.size();
      if (flag > 0 && !named) {
        throw entry.bad("labels point " + (i + 1) + ", class " + index + " names " + names.size());
      }
      if (named && flag > 0) {
        list.add(whole(x * width, width)).add(whole(y * height, height)).add((int) flag);
        labelled++;
      } else if (named) {
        list.add(0).add(0).add(0);
      }
    }
    if (withPoints) {
      entry.json().set("keypoints", list);
      entry.json().put("num_keypoints", labelled);
    }
  }

  private void box(ForeignEntry entry, double[] shares, int width, int height) {
    requireShares(entry, Arrays.copyOf(shares, 4));
    boxes++;
    double w = whole(shares[2] * width, width);
    double h = whole(shares[3] * height, height);
    double x = whole((shares[0] - shares[2] / 2) * width, width);
    double y = whole((shares[1] - shares[3] / 2) * height, height);
    ObjectNode json = entry.json();
    json.putArray("segmentation");
    json.put("area", w * h);
    numbers(json.putArray("bbox"), x, y, w, h);
    json.put("iscrowd", 0);
  }

  /** To the pixel edge that it was before it was rounded, where there is one. */
  private static double whole(double pixels, int size) {
    // Just below 0 the nearest is -0.0, which would be written as it is.
    double nearest = Math.rint(pixels) + 0.0;
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

  private static void mask(ObjectNode entry, RunLengths mask) {
    Box box = mask.box();
    ObjectNode segmentation = entry.putObject("segmentation");
    segmentation.putArray("size").add(mask.height()).add(mask.width());
    segmentation.put("counts", mask.text());
    entry.put("area", mask.area());
    numbers(entry.putArray("bbox"), box.x(), box.y(), box.width(), box.height());
    entry.put("iscrowd", 0);
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
}
