package org.diorama.dataset.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which point stands in each one's place once an image is mirrored. It follows from names: {@code
 * left_eye} and {@code right_eye}, {@code wheel_front_left} and {@code wheel_front_right}.
 */
final class MirroredPoints {
  private static final String LEFT = "left";
  private static final String RIGHT = "right";

  private MirroredPoints() {}

  /**
   * The list {@code flip_idx}. Absent where a name of one side has no partner, where no name has a
   * side, so that nothing is known of what a mirror does, and where classes contradict each other,
   * since the list is one for all: trainers then mirror no image.
   *
   * @param points names of the points of each class
   */
  static Optional<List<Integer>> of(List<List<String>> points) {
    Integer[] places = new Integer[YoloDataFile.points(points)];
    boolean sided = false;
    for (List<String> names : points) {
      for (int i = 0; i < names.size(); i++) {
        String partner = partner(names.get(i));
        int place = names.indexOf(partner);
        if (place < 0 || places[i] != null && places[i] != place) {
          return Optional.empty();
        }
        places[i] = place;
        sided |= place != i;
      }
    }
    return sided ? Optional.of(new ArrayList<>(List.of(places))) : Optional.empty();
  }

  private static String partner(String name) {
    StringBuilder partner = new StringBuilder();
    for (String word : name.split("(?<=_)|(?=_)")) {
      partner.append(word.equals(LEFT) ? RIGHT : word.equals(RIGHT) ? LEFT : word);
    }
    return partner.toString();
  }
}
