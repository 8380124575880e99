package org.diorama.dataset.verify.replay;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.render.OutlineBand;
import org.diorama.core.render.SightBand;
import org.diorama.core.render.ViewGeometry;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/**
 * What two renderers' records say of one instance in one view. What comes from geometry is equal;
 * what comes from pixels is equal where the pixels are; silhouettes are compared pixel by pixel,
 * and only an outline of the instance's own within 0.01 pixels excuses one. Contrast comes from
 * colors and is not compared.
 */
final class LabelComparison {
  /** Values that no pixel has a part in. */
  private static final List<String> GEOMETRY =
      List.of(
          "/extras/bbox_full",
          "/extras/bbox_loose",
          "/extras/bbox_3d",
          "/extras/pose",
          "/extras/extent/distance",
          "/extras/extent/pixels");

  /** Values of what is seen of an instance. */
  private static final List<String> SEEN = List.of("/area", "/bbox", "/rle", "/extras/pieces");

  /** Length of a ray, where others are planar depths. */
  private static final String RAY = "/extras/extent/nearest";

  /** Lengths likewise. */
  private static final List<String> LENGTHS = List.of("/nearest_depth", "/farthest_depth", RAY);

  /** What each renderer has them to, relatively. */
  private static final double LENGTH = 1e-5;

  /** Shares of solid angle, which each renderer has to 0.01 by tiles of pixels. */
  private static final double TRUNCATION = 0.02;

  private final int width;
  private final int height;
  private final Supplier<ViewGeometry> geometry;
  private final BitSet others;
  private final Map<Integer, Integer> silhouettes = new HashMap<>();
  private OutlineBand outlines;
  private SightBand sight;

  /**
   * @param geometry of the view, made when exact rays are needed
   * @param others pixels at which the images of two renderers show different instances
   */
  LabelComparison(int width, int height, Supplier<ViewGeometry> geometry, BitSet others) {
    this.width = width;
    this.height = height;
    this.geometry = geometry;
    this.others = others;
  }

  /** What is wrong with two views' labels of all instances, one line each; by instance id. */
  Map<Integer, String> faults(JsonNode one, JsonNode other) {
    Map<Integer, String> faults = new TreeMap<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      JsonNode label = one.path(i);
      silhouette(label, other.path(i)).ifPresent(fault -> faults.put(id(label), fault));
    }
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      JsonNode label = one.path(i);
      JsonNode again = other.path(i);
      measures(label, again)
          .or(() -> annotated(label, again))
          .ifPresent(fault -> faults.putIfAbsent(id(label), fault));
    }
    return faults;
  }

  private Optional<String> silhouette(JsonNode one, JsonNode other) {
    Optional<String> size =
        pixels(one) == pixels(other) ? Optional.empty() : size(one).or(() -> size(other));
    JsonNode text = one.at("/extras/amodal_mask");
    JsonNode otherText = other.at("/extras/amodal_mask");
    if (size.isPresent() || !text.isString() || !otherText.isString()) {
      return size;
    }
    int apart = 0;
    boolean[] pixels = mask(text);
    boolean[] otherPixels = mask(otherText);
    for (int at = 0; at < pixels.length; at++) {
      if (pixels[at] != otherPixels[at]) {
        apart++;
        if (!outlines().passes(id(one), at / height, at % height)) {
          return Optional.of(
              "the silhouettes differ in column %d row %d, and the outline is not near"
                  .formatted(at / height, at % height));
        }
      }
    }
    silhouettes.put(id(one), apart);
    return apart == 0 ? differing(one, other, "/extras/bbox_amodal") : Optional.empty();
  }

  private Optional<String> size(JsonNode label) {
    long pixels = pixels(label);
    return pixels < 0 || outlines().admits(id(label), pixels)
        ? Optional.empty()
        : Optional.of("a silhouette of " + pixels + " pixels, which no outline leaves open");
  }

  /** Pixels of the silhouette, which those that are seen are a share of; -1 where none are. */
  private static long pixels(JsonNode label) {
    double fraction = label.path("visible_fraction").asDouble();
    return fraction > 0 ? Math.round(label.path("area").asLong() / fraction) : -1;
  }

  /** Down the columns. */
  private boolean[] mask(JsonNode text) {
    boolean[] pixels = new boolean[width * height];
    try {
      RunLengthReader.compressed(width, height, text.asString()).paint(pixels);
    } catch (FaultyFile e) {
      Arrays.fill(pixels, false);
    }
    return pixels;
  }

  /** Of what is so thin that the outline passes a large part of its pixels. */
  private boolean isPossible(JsonNode label) {
    return outlines().admitsTruncation(id(label), label.path("truncation").asDouble(-1));
  }

  private Optional<String> measures(JsonNode one, JsonNode other) {
    double outside = one.path("truncation").asDouble() - other.path("truncation").asDouble();
    if (Math.abs(outside) > TRUNCATION && !(isPossible(one) && isPossible(other))) {
      return differs(one, other, "/truncation");
    }
    Optional<String> fault = Optional.empty();
    if (!isAnother(one, other)) {
      for (String path : SEEN) {
        fault = fault.or(() -> both(one, other) ? differing(one, other, path) : Optional.empty());
      }
      for (String path : LENGTHS) {
        fault = fault.or(() -> length(one, other, path));
      }
    }
    return fault;
  }

  /** Whether any pixel in the boxes of what is seen shows something else. */
  private boolean isAnother(JsonNode one, JsonNode other) {
    for (JsonNode label : List.of(one, other)) {
      double[] box = Json.numbers(label.path("bbox"));
      if (box.length != 4
          || isAnother(
              (int) box[0], (int) box[1], (int) (box[0] + box[2]), (int) (box[1] + box[3]))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnother(int left, int top, int right, int bottom) {
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      int next = others.nextSetBit(y * width + Math.max(0, left));
      if (next >= 0 && next < y * width + Math.min(width, right)) {
        return true;
      }
    }
    return false;
  }

  private static boolean both(JsonNode one, JsonNode other) {
    return one.path("verdict").equals(other.path("verdict"));
  }

  private Optional<String> annotated(JsonNode one, JsonNode other) {
    if (!one.path("extras").isObject() || !other.path("extras").isObject()) {
      return Optional.empty();
    }
    Optional<String> fault = Optional.empty();
    for (String path : GEOMETRY) {
      fault = fault.or(() -> differing(one, other, path));
    }
    return fault.or(() -> occluders(one, other)).or(() -> points(one, other));
  }

  /** Each count may differ by the pixels that do: of images, and of both silhouettes. */
  private Optional<String> occluders(JsonNode one, JsonNode other) {
    Map<Integer, long[]> before = counts(one);
    Map<Integer, long[]> others = counts(other);
    Set<Integer> all = new TreeSet<>(before.keySet());
    all.addAll(others.keySet());
    for (int front : all) {
      long open =
          this.others.cardinality()
              + silhouettes.getOrDefault(id(one), 0)
              + silhouettes.getOrDefault(front, 0);
      long[] a = before.getOrDefault(front, new long[2]);
      long[] b = others.getOrDefault(front, new long[2]);
      if (Math.abs(a[0] - b[0]) > open || Math.abs(a[1] - b[1]) > open) {
        return differs(one, other, "/extras/occlusion");
      }
    }
    return Optional.empty();
  }

  /** Pixels that each other instance hides, and those that it lies before. */
  private static Map<Integer, long[]> counts(JsonNode label) {
    Map<Integer, long[]> counts = new HashMap<>();
    for (JsonNode occluder : label.at("/extras/occlusion")) {
      counts.put(
          id(occluder),
          new long[] {occluder.path("pixels").asLong(), occluder.path("before").asLong()});
    }
    return counts;
  }

  private Optional<String> points(JsonNode one, JsonNode other) {
    JsonNode points = one.at("/extras/keypoints");
    JsonNode others = other.at("/extras/keypoints");
    for (int i = 0; i < Math.max(points.size(), others.size()); i++) {
      JsonNode point = points.path(i);
      JsonNode again = others.path(i);
      int x = (int) Math.floor(point.path("x").asDouble() - 0.5);
      int y = (int) Math.floor(point.path("y").asDouble() - 0.5);
      boolean same =
          Stream.of("/name", "/x", "/y", "/position")
              .allMatch(path -> point.at(path).equals(again.at(path)));
      boolean seenAlike = point.path("v").equals(again.path("v"));
      if (!same || !seenAlike && !isAnother(x, y, x + 2, y + 2)) {
        return Optional.of("keypoint %s, not %s".formatted(point, again));
      }
    }
    return Optional.empty();
  }

  private static int id(JsonNode label) {
    return label.path("instance_id").asInt(-1);
  }

  /** Of what is seen edge-on, a length depends on where in 0.01 pixels a ray goes. */
  private Optional<String> length(JsonNode one, JsonNode other, String path) {
    double a = one.at(path).asDouble(Double.NaN);
    double b = other.at(path).asDouble(Double.NaN);
    boolean apart = Math.abs(a - b) > 2 * LENGTH * Math.max(Math.abs(a), Math.abs(b));
    return apart && !(isSeen(one, path) && isSeen(other, path))
        ? differs(one, other, path)
        : Optional.empty();
  }

  /** Whether exact rays leave it open that a pixel shows the instance so far away. */
  private boolean isSeen(JsonNode label, String path) {
    double[] box = Json.numbers(label.path("bbox"));
    double length = label.at(path).asDouble();
    PinholeCamera camera = geometry.get().view().camera();
    for (int y = (int) box[1]; y < box[1] + box[3]; y++) {
      for (int x = (int) box[0]; x < box[0] + box[2]; x++) {
        double slant = path.equals(RAY) ? camera.direction(x + 0.5, y + 0.5).length() : 1;
        if (sight().admits(y * width + x, id(label), length / slant, LENGTH)) {
          return true;
        }
      }
    }
    return false;
  }

  private OutlineBand outlines() {
    outlines = outlines == null ? new OutlineBand(geometry.get()) : outlines;
    return outlines;
  }

  private SightBand sight() {
    sight = sight == null ? new SightBand(geometry.get()) : sight;
    return sight;
  }

  private static Optional<String> differing(JsonNode one, JsonNode other, String path) {
    return one.at(path).equals(other.at(path)) ? Optional.empty() : differs(one, other, path);
  }

  private static Optional<String> differs(JsonNode one, JsonNode other, String path) {
    return Optional.of(
        "%s is %s, not %s".formatted(path.substring(1), one.at(path), other.at(path)));
  }
}
