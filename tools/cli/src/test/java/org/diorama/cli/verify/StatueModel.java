package org.diorama.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A model of three named parts, each a box: a foot of 0.3 m, a pole above it, a head on top. */
final class StatueModel {
  static final String FILE = "statue.obj";

  private StatueModel() {}

  static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        box("foot", 0.4, 0, 0.3) + box("pole", 0.1, 0.3, 0.8) + box("head", 0.25, 0.8, 1.2));
  }

  /**
   * @param half of its width and depth, meters
   */
  private static String box(String name, double half, double low, double high) {
    StringBuilder text = new StringBuilder("o " + name + "\n");
    for (int corner = 0; corner < 8; corner++) {
      text.append(
          String.format(
              Locale.ROOT,
              "v %s %s %s\n",
              (corner & 1) == 0 ? -half : half,
              (corner & 2) == 0 ? -half : half,
              (corner & 4) == 0 ? low : high));
    }
    for (String face :
        new String[] {
          "-8 -6 -5 -7", "-4 -3 -1 -2", "-8 -7 -3 -4", "-6 -2 -1 -5", "-8 -4 -2 -6", "-7 -5 -1 -3"
        }) {
      text.append("f ").append(face).append('\n');
    }
    return text.toString();
  }
}
