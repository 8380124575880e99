package org.diorama.cli.verify;

import java.util.Locale;

/** How things and cameras of a random scene move: in every way that scenes have. */
final class RandomMotionText {
  private final RandomText text;

  RandomMotionText(RandomText text) {
    this.text = text;
  }

  /** Of an object that stands where it likes. */
  String anyMotion() {
    return switch (text.below(6)) {
      case 0 -> "{velocity: %s, own_axes: %s}".formatted(text.point(3, 3, 1), text.chance(0.5));
      case 1 ->
          "{velocity: %s, turn_rate: %s}".formatted(text.point(2, 1, 0), text.between(-400, 400));
      case 2 -> "{way: {%s, turns: %s}}".formatted(way(), text.chance(0.5));
      case 3 ->
          "{orbit: {around: %s, period: %s, clockwise: %s, turns: %s}}"
              .formatted(
                  text.point(1, 1, 0), text.between(1, 8), text.chance(0.5), text.chance(0.5));
      case 4 ->
          "{wind: {speed: %s, bend: %s, period: %s}}"
              .formatted(text.between(2, 40), text.between(1, 10), text.between(0.4, 3));
      default -> "{poses: %s}".formatted(poses(text.point(1, 1, 0.5), text.point(1, 1, 0.5)));
    };
  }

  /** Of an object along a path. */
  String along() {
    return "{along: {speed: %s, end: %s}}"
        .formatted(text.between(-3, 3), text.pick("stop", "loop", "continue"));
  }

  /** A camera's or rig's way past the scene. */
  String trajectory() {
    return "trajectory: {points: [[%s, -3, %s], [%s, -2.5, %s], [1, -2, 2]], %s, smooth: %s}"
        .formatted(
            text.between(-1, 1),
            text.between(0.2, 3),
            text.between(-1, 1),
            text.between(0.2, 3),
            text.chance(0.5)
                ? "speed: " + text.between(0.2, 4)
                : "times: [0, %s, 1]".formatted(text.between(0.1, 0.9)),
            text.chance(0.5));
  }

  /** A camera's exact poses, which look along +Y and turn about the upright. */
  String cameraPoses() {
    StringBuilder transforms = new StringBuilder();
    for (int step = 0; step < 3; step++) {
      double turn = Math.toRadians(text.between(-12, 12));
      transforms
          .append(step == 0 ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "[%1$.17g, 0, %2$.17g, %3$s, %4$.17g, 0, %1$.17g, -3, 0, -1, 0, %5$s]",
                  Math.cos(turn),
                  Math.sin(turn),
                  text.between(-0.5, 0.5),
                  -Math.sin(turn),
                  text.between(0.2, 1.5)));
    }
    return "poses: {times: [0, 0.2, 0.4], transforms: [%s]}".formatted(transforms);
  }

  private String way() {
    String points = "points: [%s, %s]".formatted(text.point(1, 1, 0.5), text.point(1, 1, 0.5));
    return text.chance(0.5)
        ? points + ", speed: %s, smooth: %s".formatted(text.between(0.2, 4), text.chance(0.5))
        : points + ", times: [%s, 0.5]".formatted(text.between(0.05, 0.45));
  }

  private String poses(String from, String to) {
    return "{times: [0, 0.2], transforms: [%s, %s]}".formatted(turned(from), turned(to));
  }

  /** A quarter turn about the upright, or none, at a place. */
  private String turned(String place) {
    String[] at = place.substring(1, place.length() - 1).split(", ");
    return text.chance(0.5)
        ? "[1, 0, 0, %s, 0, 1, 0, %s, 0, 0, 1, %s]".formatted(at[0], at[1], at[2])
        : "[0, -1, 0, %s, 1, 0, 0, %s, 0, 0, 1, %s]".formatted(at[0], at[1], at[2]);
  }
}
