package org.diorama.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small model files, written by the tests that read them. */
public final class ModelFixtures {
  private ModelFixtures() {}

  /** A closed box from a corner to another, in the file's own axes, faces outwards, no normals. */
  public static String boxObj(double x0, double y0, double z0, double x1, double y1, double z1) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      double x = (i & 1) == 0 ? x0 : x1;
      double y = (i & 2) == 0 ? y0 : y1;
      double z = (i & 4) == 0 ? z0 : z1;
      text.append("v ").append(x).append(' ').append(y).append(' ').append(z).append('\n');
    }
    return text
        + """
        f 1 3 4 2
        f 5 6 8 7
        f 1 2 6 5
        f 3 7 8 4
        f 1 5 7 3
        f 2 4 8 6
        """;
  }

  public static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
