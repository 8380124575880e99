package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.dataset.format.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations go to disk as they come: memory does not grow with the dataset. */
class StreamedAnnotationsTest {
  private static final int HEAP = 24 << 20;
  private static final int FRAMES = 300;
  private static final int EACH = 200;

  @TempDir private Path temporary;

  /** More bytes of annotations than the whole heap holds, from one pass in every format. */
  @Test
  void moreAnnotationsThanMemory() throws Exception {
    Path root = temporary.resolve("set");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ManyAnnotations.class.getName(),
                root.toString(),
                Integer.toString(FRAMES),
                Integer.toString(EACH)));
    command.addAll(Formats.names());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(bytes(root) > 2L * HEAP, bytes(root) + " bytes of annotations");
    assertEquals(
        FRAMES * EACH,
        Files.readString(root.resolve("annotations/coco-polygon/instances.json"))
                .split("\"image_id\":", -1)
                .length
            - 1);
  }

  private static long bytes(Path root) throws IOException {
    long bytes = 0;
    for (String path : FolderContent.of(root).keySet()) {
      boolean label = path.startsWith("annotations/") || path.endsWith(".txt");
      bytes += label ? Files.size(root.resolve(path)) : 0;
    }
    return bytes;
  }
}
