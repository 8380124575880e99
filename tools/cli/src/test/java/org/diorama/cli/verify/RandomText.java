package org.diorama.cli.verify;

import java.util.Locale;
import java.util.Random;

/** Lines of a scene that is drawn by a seed. */
final class RandomText {
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  RandomText(long seed) {
    random = new Random(seed);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  /** From 0 to one less than so many. */
  int below(int count) {
    return random.nextInt(count);
  }

  /** To a thousandth. */
  double between(double least, double most) {
    return Math.rint(1000 * (least + (most - least) * random.nextDouble())) / 1000;
  }

  /** A list of three numbers, each within so much of 0. */
  String point(double x, double y, double z) {
    return "[%s, %s, %s]".formatted(between(-x, x), between(-y, y), between(-z, z));
  }

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
