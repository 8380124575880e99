package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.verify.LabelContent;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.scenefile.SceneReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every scene that ships renders, and shows something that is labelled; what moves does so with all
 * that can be said of it, proven, in images of the author's size.
 */
class GalleryTest {
  private static final List<String> SMALL = List.of("image.width=320", "image.height=240");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void rendersWithLabels(String scene) throws Exception {
    Path out = folder.resolve("out");
    boolean moves =
        SceneReader.read(ShippedScenes.file(scene), List.of()).sceneOrThrow().sequence().length()
            > 1;
    List<Object> command = new ArrayList<>(List.of("render", ShippedScenes.file(scene)));
    command.addAll(List.of("--frames", "0-1", "--out", out));
    for (String setting : moves ? List.of("labels.annotators=all") : SMALL) {
      command.addAll(List.of("--set", setting));
    }
    CommandRun.of(command.toArray()).expect(0);
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
    if (moves) {
      assertFlowIsProven(out);
    }
  }

  private static void assertFlowIsProven(Path dataset) throws Exception {
    Verification verification =
        DatasetVerification.run(dataset, 1, done -> {}, (findings, more) -> {});
    assertEquals(List.of(), verification.findings());
    for (String check : List.of("flow onto the next step", "flow onto the step before")) {
      assertTrue(verification.examined().get(check).things() > 0, check);
    }
    Set<Annotator> telling = LabelContent.of(dataset);
    assertTrue(telling.containsAll(Set.of(Annotator.FLOW, Annotator.FLOW_BACKWARD)), "" + telling);
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
