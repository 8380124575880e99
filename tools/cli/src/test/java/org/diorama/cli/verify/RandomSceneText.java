package org.diorama.cli.verify;

import java.util.Random;

/**
 * Small scenes by a seed: shapes of every kind in every pose, categories of things, stuff and sky,
 * void and unlabelled ones, rules that drop instances, rigs, sequences, twins and splits.
 */
final class RandomSceneText {
  private static final String[] SHAPES = {"box", "sphere", "cylinder", "cone", "torus", "capsule"};
  private static final String[] LABELS = {"one", "two", "three", "road", "left_out", "none"};
  private static final String[] THEN = {"void", "crowd", "keep"};

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomSceneText(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    RandomSceneText scene = new RandomSceneText(seed);
    scene.write(seed);
    return scene.text.toString();
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  private double between(double least, double most) {
    return Math.rint(1000 * (least + (most - least) * random.nextDouble())) / 1000;
  }

  private void line(String format, Object... values) {
    text.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
  }

  private void write(long seed) {
    line("version: 1");
    line("name: random_%d", seed);
    line("frames: 2");
    line("seed: %d", random.nextInt(1000));
    line("image: {width: %d, height: %d}", 20 + random.nextInt(20), 16 + random.nextInt(16));
    line("categories:");
    line("  one: {id: 1}");
    line("  two: {id: %d}", chance(0.2) ? 300 : 7);
    line("  three: {id: 3%s}", chance(0.3) ? ", into: one" : "");
    line("  road: {id: 4, stuff: true}");
    line("  left_out: {id: 5, use: void}");
    if (chance(0.5)) {
      line("  sky: {id: 6, stuff: true}");
    }
    line("lighting: {sky: {illuminance: 20000}, occlusion: false, bounce: false}");
    cameras();
    boolean moves = chance(0.2);
    line("sequence: {length: %d, fps: 5}", moves ? 2 : 1);
    if (chance(0.3)) {
      line("split: {train: 0.5, val: 0.5}");
    }
    labels();
    line("objects:");
    if (chance(0.7)) {
      line(
          "  floor: {asset: {primitive: plane}, size: [%s, 9, 1], label: %s}",
          between(1, 9), pick("none", "road"));
    }
    for (int group = 0; group <= random.nextInt(4); group++) {
      objects(group);
    }
  }

  private void cameras() {
    if (chance(0.15)) {
      line(
          "camera: {at: [0, -3, %s], look_at: [0, 0, 0.3], fov: 60, stereo: {baseline: %s}}",
          between(0.2, 3), between(0.05, 0.5));
    } else if (chance(0.3)) {
      line("cameras:");
      line("  left: {at: [0, -3, 1.5], look_at: [0, 0, 0.3], fov: 60, exposure: 14}");
      line(
          "  right: {at: [%s, -3, 1.5], look_at: [0, 0, 0.3], fov: %s, exposure: 14}",
          between(0.1, 2), between(30, 90));
    } else {
      line(
          "camera: {at: [%s, -3, %s], look_at: [0, 0, 0.3], fov: %s, exposure: 14}",
          between(-1, 1), between(0.2, 3), between(20, 120));
    }
  }

  private void labels() {
    line("labels:");
    line("  annotators: all");
    line("  float_files: %s", pick("npy", "exr"));
    line("  depth: {max: %s}", chance(0.3) ? between(2, 4) : 65);
    line("  drop:");
    line("    then: %s", pick(THEN));
    line("    min_pixels: %d", 1 + random.nextInt(20));
    line("    min_visible_fraction: %s", between(0, 0.6));
    line("    min_piece_share: %s", chance(0.5) ? 0 : between(0, 0.3));
  }

  private void objects(int group) {
    line("  group%d:", group);
    line("    asset: {primitive: %s, segments: %d}", pick(SHAPES), 3 + random.nextInt(10));
    line("    count: %d", 1 + random.nextInt(4));
    line("    area: {x: [-1.5, 1.5], y: [-1.5, 1.5], z: %s, separate: false}", between(0, 0.5));
    line("    yaw: {uniform: [0, 360]}");
    line("    pitch: {uniform: [-90, 90]}");
    line("    roll: {uniform: [-90, 90]}");
    line("    size: [%s, %s, %s]", between(0.05, 1), between(0.05, 1), between(0.05, 1));
    line("    label: %s", pick(LABELS));
  }
}
