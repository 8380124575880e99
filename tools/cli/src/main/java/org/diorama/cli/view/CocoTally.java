package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What COCO files say of the images that were shown, so that what they don't say can be told. */
final class CocoTally {
  private final String name;
  private long labels;
  private long masks;
  private long points;
  private long fractions;
  private long depths;
  private long images;

  CocoTally(String name) {
    this.name = name;
  }

  void add(LabelledImage image) {
    images++;
    depths += image.hasDepths() ? 1 : 0;
    labels += image.boxes().size();
    fractions += image.boxes().stream().filter(box -> !Double.isNaN(box.visibleFraction())).count();
    points += image.marks().stream().filter(mark -> mark.layer() == Mark.Layer.KEYPOINTS).count();
    for (int[] plane : image.instances()) {
      masks += Arrays.stream(plane).filter(id -> id > 0).distinct().count();
    }
  }

  /** Lines for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (depths < images) {
      lines.add(name + ": there is no depth to show");
    }
    tell(lines, masks, "a mask", "");
    tell(lines, points, "keypoints", "");
    tell(lines, fractions, "a visible fraction", "; a filter by it leaves the others out");
    return lines;
  }

  private void tell(List<String> lines, long have, String what, String more) {
    if (have < labels) {
      lines.add("%s: %d of %d objects have %s%s".formatted(name, have, labels, what, more));
    }
  }
}
