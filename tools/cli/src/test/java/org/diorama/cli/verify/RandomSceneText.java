package org.diorama.cli.verify;

/**
 * Small scenes by a seed: shapes of every kind in every pose, at rest and in motion of every kind,
 * parts and children, categories of things, stuff and sky, void and unlabelled ones, rules that
 * drop instances, cameras at rest, on their way and on things, rigs, stereo pairs, sequences, twins
 * and splits.
 */
final class RandomSceneText {
  private static final String[] SHAPES = {"box", "sphere", "cylinder", "cone", "torus", "capsule"};
  private static final String[] LABELS = {"one", "two", "three", "road", "left_out", "none"};
  private static final String[] THEN = {"void", "crowd", "keep"};

  private final RandomText text;
  private final RandomMotionText motion;
  private final boolean moves;

  private RandomSceneText(long seed) {
    text = new RandomText(seed);
    motion = new RandomMotionText(text);
    moves = text.chance(0.6);
  }

  static String of(long seed) {
    RandomSceneText scene = new RandomSceneText(seed);
    scene.write(seed);
    return scene.text.toString();
  }

  private void write(long seed) {
    int length = moves ? text.chance(0.8) ? 2 : 3 : 1;
    boolean twins = text.chance(0.1);
    text.line("version: 1");
    text.line("name: random_%d", seed);
    text.line("frames: %d", Math.max(2, length * (twins ? 2 : 1)));
    text.line("seed: %d", text.below(1000));
    text.line("image: %s", size());
    text.line("categories:");
    text.line("  one: {id: 1}");
    text.line("  two: {id: %d}", text.chance(0.2) ? 300 : 7);
    text.line("  three: {id: 3%s}", text.chance(0.3) ? ", into: one" : "");
    text.line("  road: {id: 4, stuff: true}");
    text.line("  left_out: {id: 5, use: void}");
    if (text.chance(0.5)) {
      text.line("  sky: {id: 6, stuff: true}");
    }
    text.line("lighting: {sky: {illuminance: 20000}, occlusion: false, bounce: false}");
    text.line("paths: {bend: {points: [[-2, 0.5], [0, 0.2], [1.5, 1.5]], radius: 0.3}}");
    text.line("sequence: {length: %d, fps: 5}", length);
    if (twins) {
      text.line("factors: {light: {dim: {}, bright: {set: {lighting: {sun: {elevation: 60}}}}}}");
      text.line("counterfactuals: {vary: [light]}");
    }
    if (text.chance(0.3)) {
      text.line("split: {train: 0.5, val: 0.5}");
    }
    cameras();
    labels();
    text.line("objects:");
    if (text.chance(0.7)) {
      text.line(
          "  floor: {asset: {primitive: plane}, size: [%s, 9, 1], label: %s}",
          text.between(1, 9), text.pick("none", "road"));
    }
    for (int group = 0; group <= text.below(4); group++) {
      object(group);
    }
  }

  /** Mostly small ones, as the exact renderer looks at each pixel by itself. */
  private String size() {
    return text.chance(0.1)
        ? "{width: %d, height: %d}".formatted(64 + text.below(97), 40 + text.below(41))
        : "{width: %d, height: %d}".formatted(20 + text.below(20), 16 + text.below(16));
  }

  private void cameras() {
    if (text.chance(0.15)) {
      text.line("camera: {%s, fov: 60, stereo: {baseline: %s}}", place(), text.between(0.05, 0.5));
    } else if (text.chance(0.2)) {
      String right =
          "{at: [0, %s, 0], yaw: %s, fov: 70, exposure: 14, image: %s}"
              .formatted(text.between(-0.5, 0), text.between(-10, 10), size());
      text.line("rigs:");
      text.line(
          "  head: {%s, cameras: {left: {at: [0, 0.06, 0], fov: 50, exposure: 14}, right: %s}}",
          place(), right);
    } else if (text.chance(0.3)) {
      text.line("cameras:");
      text.line("  left: {%s, fov: 60, exposure: 14}", place());
      text.line(
          "  right: {at: [%s, -3, 1.5], look_at: [0, 0, 0.3], fov: %s, exposure: 14}",
          text.between(0.1, 2), text.between(30, 90));
    } else {
      text.line("camera: {%s, fov: %s, exposure: 14}", place(), text.between(20, 120));
    }
  }

  /** Where a camera or a rig stands, or how it goes. */
  private String place() {
    String still =
        "at: [%s, -3, %s], look_at: [0, 0, 0.3]"
            .formatted(text.between(-1, 1), text.between(0.2, 3));
    if (!moves || text.chance(0.4)) {
      return still;
    }
    return switch (text.below(3)) {
      case 0 -> motion.trajectory() + ", look_at: [0, 0, 0.3]";
      case 1 -> motion.cameraPoses();
      default ->
          "attach: group0, at: [%s, -2, %s], yaw: %s"
              .formatted(text.between(-1, 1), text.between(0.2, 1), text.between(60, 120));
    };
  }

  private void labels() {
    text.line("labels:");
    text.line("  annotators: all");
    text.line("  float_files: %s", text.pick("npy", "exr"));
    text.line("  depth: {max: %s}", text.chance(0.3) ? text.between(2, 4) : 65);
    text.line("  drop:");
    text.line("    then: %s", text.pick(THEN));
    text.line("    min_pixels: %d", 1 + text.below(20));
    text.line("    min_visible_fraction: %s", text.between(0, 0.6));
    text.line("    min_piece_share: %s", text.chance(0.5) ? 0 : text.between(0, 0.3));
  }

  private void object(int group) {
    text.line("  group%d:", group);
    shape("    ");
    boolean onPath = moves && text.chance(0.2);
    if (onPath) {
      text.line("    count: %d", 1 + text.below(2));
      text.line("    place: {along: bend, separate: false}");
    } else {
      text.line("    count: %d", 1 + text.below(4));
      text.line(
          "    area: {x: [-1.5, 1.5], y: [-1.5, 1.5], z: %s, separate: false}",
          text.between(0, 0.5));
    }
    text.line("    label: %s", text.pick(LABELS));
    if (moves && text.chance(0.7)) {
      text.line("    motion: %s", onPath ? motion.along() : motion.anyMotion());
    }
    if (text.chance(0.2)) {
      text.line("    children:");
      text.line("      child:");
      shape("        ");
      text.line("        at: %s", text.point(0.4, 0.4, 0.5));
      text.line("        label: %s", text.pick("parent", "two", "none"));
      if (moves && text.chance(0.5)) {
        text.line("        motion: %s", motion.anyMotion());
      }
    }
  }

  private void shape(String indent) {
    text.line(
        "%sasset: {primitive: %s, segments: %d}", indent, text.pick(SHAPES), 3 + text.below(10));
    text.line("%syaw: {uniform: [0, 360]}", indent);
    text.line("%spitch: {uniform: [-90, 90]}", indent);
    text.line("%sroll: {uniform: [-90, 90]}", indent);
    text.line(
        "%ssize: [%s, %s, %s]",
        indent, text.between(0.05, 1), text.between(0.05, 1), text.between(0.05, 1));
  }
}
