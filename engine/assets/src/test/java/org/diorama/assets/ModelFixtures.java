package org.diorama.assets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

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

  /** A PNG with these pixels, 0xAARRGGBB, row by row from the top. */
  public static byte[] png(int width, int... pixels) throws IOException {
    int height = pixels.length / width;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /**
   * An upright square in the plane y = 0 of a +Z-up file: x and z in [0, 1], the image upright on
   * it, seen from -y. Its material is called {@code surface} and stands in {@code square.mtl}.
   */
  public static void writeSquare(Path folder, String material) throws IOException {
    write(
        folder,
        "square.obj",
        """
        mtllib square.mtl
        v 0 0 0
        v 1 0 0
        v 1 0 1
        v 0 0 1
        vt 0 0
        vt 1 0
        vt 1 1
        vt 0 1
        usemtl surface
        f 1/1 2/2 3/3 4/4
        """);
    write(folder, "square.mtl", "newmtl surface\n" + material);
  }
}
