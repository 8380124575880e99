package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.ShippedScenes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every scene that ships renders, and shows something that is labelled. */
class GalleryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void rendersWithLabels(String scene) throws IOException {
    Path out = folder.resolve("out");
    CommandRun.of(
            "render",
            ShippedScenes.file(scene),
            "--frames",
            "0-1",
            "--set",
            "image.width=320",
            "--set",
            "image.height=240",
            "--out",
            out)
        .expect(0);
    assertTrue(Files.exists(out.resolve("_SUCCESS")));
    int images = 0;
    int annotations = 0;
    for (Path file : annotationFiles(out.resolve("annotations"))) {
      JsonNode coco = new JsonMapper().readTree(Files.readAllBytes(file));
      images += coco.get("images").size();
      annotations += coco.get("annotations").size();
    }
    assertTrue(images >= 2 && images % 2 == 0, "two frames of every camera, not " + images);
    assertTrue(annotations > 0, "nothing is labelled");
  }

  /** One for each part of a split. */
  private static List<Path> annotationFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("instances"))
          .sorted()
          .toList();
    }
  }
}
