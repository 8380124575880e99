package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One image with its labels, wherever they came from.
 *
 * @param source where and when it was taken
 * @param color RGB
 * @param instances planes of the instance id of each pixel, row by row from the top; 0 =
 *     background. Masks that share pixels lie in different planes, each in one
 * @param depths planar z of each pixel in meters, likewise; 0 = no surface; of no length where
 *     nobody knows
 * @param boxes what is annotated
 * @param stuff categories without instances
 * @param marks what else can be drawn over it
 * @param pictures other annotators' images, by the annotator's name
 */
public record LabelledImage(
    Source source,
    BufferedImage color,
    List<int[]> instances,
    float[] depths,
    List<Box> boxes,
    List<Stuff> stuff,
    List<Mark> marks,
    Map<String, Picture> pictures) {
  public LabelledImage {
    instances = List.copyOf(instances);
    stuff = List.copyOf(stuff);
    boxes = List.copyOf(boxes);
    marks = List.copyOf(marks);
    pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    int pixels = color.getWidth() * color.getHeight();
    if (instances.stream().anyMatch(plane -> plane.length != pixels)
        || depths.length != 0 && depths.length != pixels) {
      throw new IllegalArgumentException("planes of " + source.title() + " differ in size");
    }
  }

  /**
   * Number, name and circumstances of an image.
   *
   * @param title what stands above it
   * @param factors name of the level, or the number, by factor
   */
  public record Source(long frame, String title, Map<String, String> factors) {
    public Source {
      factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /**
     * That of a frame.
     *
     * @param camera empty for the only, unnamed one
     */
    static Source of(long frame, String camera, Map<String, String> factors) {
      return new Source(frame, "frame " + frame + (camera.isEmpty() ? "" : " " + camera), factors);
    }
  }

  /**
   * An annotation and its box in pixel edges.
   *
   * @param name its category's
   * @param title what stands beside it: the category and an id
   * @param visibleFraction [0, 1]; NaN where nobody says
   */
  record Box(
      int instanceId,
      String name,
      String title,
      double visibleFraction,
      double left,
      double top,
      double width,
      double height) {
    /** One that is called by its category and instance. */
    static Box of(
        int instanceId, String name, double visibleFraction, int left, int top, int w, int h) {
      return new Box(instanceId, name, name + " " + instanceId, visibleFraction, left, top, w, h);
    }

    /** The same, said to be a crowd where it is one. */
    Box withCrowd(boolean crowd) {
      return new Box(
          instanceId,
          name,
          crowd ? title + ", crowd" : title,
          visibleFraction,
          left,
          top,
          width,
          height);
    }
  }

  /**
   * All pixels of a category of stuff.
   *
   * @param outlines corners x0, y0, x1, y1 … of each closed line, filled by the even-odd rule
   */
  record Stuff(int categoryId, String name, List<int[]> outlines) {}

  /**
   * Black, in the place of an image that is not there.
   *
   * @param like as large as this one, and of its frame
   * @param note what stands above it
   */
  static LabelledImage blank(LabelledImage like, String note) {
    return new LabelledImage(
        new Source(like.source().frame(), note, like.source().factors()),
        new BufferedImage(like.width(), like.height(), BufferedImage.TYPE_INT_RGB),
        List.of(),
        new float[0],
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** The same with some of its annotations only. */
  LabelledImage with(LabelFilter filter) {
    List<Box> kept = boxes.stream().filter(filter::accepts).toList();
    List<Integer> ids = kept.stream().map(Box::instanceId).toList();
    return new LabelledImage(
        source,
        color,
        instances,
        depths,
        kept,
        stuff.stream().filter(one -> filter.accepts(one.name())).toList(),
        marks.stream().filter(mark -> ids.contains(mark.instanceId())).toList(),
        pictures);
  }

  /** The same with the marks of some annotators only. */
  LabelledImage with(Set<Mark.Layer> layers) {
    return new LabelledImage(
        source,
        color,
        instances,
        depths,
        boxes,
        layers.contains(Mark.Layer.STUFF) ? stuff : List.of(),
        marks.stream().filter(mark -> layers.contains(mark.layer())).toList(),
        pictures);
  }

  String title() {
    return source.title();
  }

  /** Depths and what other annotators have, by their names. */
  Map<String, Picture> allPictures() {
    Map<String, Picture> all = new LinkedHashMap<>();
    if (hasDepths()) {
      all.put("depth", DepthColors.of(this));
    }
    all.putAll(pictures);
    return all;
  }

  boolean hasDepths() {
    return depths.length > 0;
  }

  int width() {
    return color.getWidth();
  }

  int height() {
    return color.getHeight();
  }
}
