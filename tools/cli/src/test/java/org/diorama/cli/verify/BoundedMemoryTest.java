package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diorama.cli.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A COCO file that is larger than the memory there is. As one tree it takes ten times its size; a
 * million annotations in 512 MiB are measured by hand.
 */
class BoundedMemoryTest {
  private static final int IMAGES = 6000;
  private static final int EACH = 10;
  private static final int MEMORY = 36;

  @TempDir private Path folder;

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException, InterruptedException {
    Path file = folder.resolve("many.json");
    write(file);
    assertTrue(Files.size(file) > MEMORY << 20, Files.size(file) + " bytes");
    Map<String, String> limit = Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + MEMORY + "m");
    try (Child child =
        Child.start(folder, List.of(), limit, "verify", file, "--progress", "none")) {
      String err = child.await().expect(0).err();
      assertTrue(err.contains("segmentations: " + IMAGES * EACH + " examined"), err);
    }
  }

  /** Combs of 100 columns, one a row of the image. */
  private static void write(Path file) throws IOException {
    StringBuilder counts = new StringBuilder();
    for (int column = 1; column < 100; column++) {
      counts.append(",1,19");
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"categories\":[{\"id\":1,\"name\":\"comb\"}],\"images\":[");
      for (int image = 1; image <= IMAGES; image++) {
        out.write(image == 1 ? "" : ",\n");
        out.write("{\"id\":" + image + ",\"width\":100,\"height\":20,");
        out.write("\"file_name\":\"" + image + ".png\"}");
      }
      out.write("],\n\"annotations\":[");
      for (int i = 0; i < IMAGES * EACH; i++) {
        int row = i % EACH;
        out.write(i == 0 ? "" : ",\n");
        out.write("{\"id\":" + (i + 1) + ",\"image_id\":" + (i / EACH + 1));
        out.write(",\"category_id\":1,\"iscrowd\":0,\"area\":100,\"bbox\":[0," + row + ",100,1]");
        out.write(",\"segmentation\":{\"size\":[20,100],\"counts\":[" + row);
        out.write(counts + ",1," + (19 - row) + "]}}");
      }
      out.write("]}\n");
    }
  }
}
