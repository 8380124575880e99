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
    List<String> arguments =
        new ArrayList<>(List.of(root.toString(), Integer.toString(FRAMES), Integer.toString(EACH)));
    arguments.addAll(Formats.names());
    run(ManyAnnotations.class.getName(), arguments);
    assertTrue(bytes(root) > 2L * HEAP, bytes(root) + " bytes of annotations");
    assertEquals(
        FRAMES * EACH,
        Files.readString(root.resolve("annotations/coco-polygon/instances.json"))
                .split("\"image_id\":", -1)
                .length
            - 1);
  }

  /** Datasets of other makers pass by, too, into every form and into a merged one. */
  @Test
  void moreForeignAnnotationsThanMemory() throws Exception {
    List<String> arguments = new ArrayList<>(List.of(temporary.toString(), "50", "100", "6000"));
    arguments.addAll(List.of("coco-polygon", "yolo"));
    String said = run("org.diorama.dataset.foreign.ManyForeignAnnotations", arguments);
    assertTrue(said.contains("merged {instances=10000}"), said);
    assertTrue(bytes(temporary.resolve("coco")) > HEAP, "the source alone is more");
    assertTrue(bytes(temporary.resolve("merged")) > HEAP, said);
  }

  private static String run(String program, List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
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
