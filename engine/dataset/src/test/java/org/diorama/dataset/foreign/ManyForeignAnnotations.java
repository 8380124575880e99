package org.diorama.dataset.foreign;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Converts and joins a COCO dataset of another maker with many annotations: a program of its own,
 * so that its memory can be limited. Arguments: folder, images, annotations an image, letters of a
 * note that each has, formats.
 */
final class ManyForeignAnnotations {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private ManyForeignAnnotations() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path coco = folder.resolve("coco");
    write(
        coco,
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
    for (String format : List.of(arguments).subList(4, arguments.length)) {
      long start = System.nanoTime();
      Conversion.Report report =
          Conversion.run(coco, format, folder.resolve("as-" + format), Placing.LINK);
      tell(format + " " + report.annotations(), start);
    }
    long start = System.nanoTime();
    Path other = folder.resolve("as-" + arguments[4]);
    MergeReport report =
        Merging.run(List.of(coco, other), List.of(), folder.resolve("merged"), Placing.LINK);
    tell("merged " + report.annotations(), start);
  }

  private static void tell(String what, long start) {
    System.out.printf("%s %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  /** Combs of three teeth in rows of their own. */
  private static void write(Path root, int images, int each, int letters) throws IOException {
    Files.createDirectories(root.resolve("annotations"));
    Path image = Files.createDirectories(root.resolve("images")).resolve("x.png");
    ImageIO.write(
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
    for (int i = 1; i <= images; i++) {
      Files.createLink(root.resolve("images/" + i + ".png"), image);
    }
    int columns = 3;
    String note = "x".repeat(letters);
    String teeth = (",1," + (HEIGHT - 1)).repeat(columns - 1);
    long rest = (long) (WIDTH - columns) * HEIGHT;
    try (BufferedWriter out = Files.newBufferedWriter(root.resolve("annotations/instances.json"))) {
      out.write("{\"categories\":[{\"id\":1,\"name\":\"comb\"}],\"images\":[");
      for (int i = 1; i <= images; i++) {
        out.write(i == 1 ? "" : ",\n");
        out.write(
            "{\"id\":" + i + ",\"width\":640,\"height\":480,\"file_name\":\"" + i + ".png\"}");
      }
      out.write("],\n\"annotations\":[");
      for (long i = 0; i < (long) images * each; i++) {
        long row = i % each % HEIGHT;
        out.write(i == 0 ? "" : ",\n");
        out.write("{\"id\":" + (i + 1) + ",\"image_id\":" + (i / each + 1));
        out.write(",\"category_id\":1,\"iscrowd\":0,\"area\":" + columns);
        out.write(",\"bbox\":[0," + row + "," + columns + ",1]");
        out.write(",\"note\":\"" + note + "\"");
        out.write(",\"segmentation\":{\"size\":[480,640],\"counts\":[" + row);
        out.write(teeth + ",1," + (HEIGHT - 1 - row + rest) + "]}}");
      }
      out.write("]}\n");
    }
  }
}
