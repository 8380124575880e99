package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Twins differ in what the levels of the varied factor set, and in nothing else. */
class CounterfactualTest {
  private static final Path SCENE = Path.of("../../scenes/twins.yaml");
  private static final int TWINS = 3;
  private static final int FRAMES = 6;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "opengl"})
  void masksAndDepthOfTwinsAreTheSamePixelForPixel(String renderer) throws IOException {
    Path dataset = render(renderer, "all");
    Set<String> images = new HashSet<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      int first = frame - frame % TWINS;
      for (String plane : new String[] {"instance", "semantic", "depth"}) {
        assertArrayEquals(
            Files.readAllBytes(dataset.resolve(plane + "/" + number(first) + ".png")),
            Files.readAllBytes(dataset.resolve(plane + "/" + number(frame) + ".png")),
            plane + " of frame " + frame);
      }
      images.add(Trees.digests(dataset).get("images/" + number(frame) + ".png"));
    }
    assertEquals(FRAMES, images.size(), "the light differs");
  }

  @Test
  void recordsOfTwinsDifferInThePathsOfTheFactorAlone() throws IOException {
    Path dataset = render("reference", "records");
    for (int frame = 0; frame < FRAMES; frame++) {
      int first = frame - frame % TWINS;
      JsonNode own = record(dataset, frame);
      JsonNode other = record(dataset, first);
      if (frame != first) {
        assertNotEquals(own.get("lighting"), other.get("lighting"));
      }
      assertEquals(withoutFactor(other), withoutFactor(own), "frame " + frame);
    }
    JsonNode next = withoutFactor(record(dataset, TWINS));
    assertNotEquals(withoutFactor(record(dataset, 0)), next, "the next group is another yard");
  }

  /** What is left when the frame's number and all that scenes/twins.yaml sets by time is gone. */
  private static JsonNode withoutFactor(JsonNode record) {
    ObjectNode rest = (ObjectNode) record.deepCopy();
    assertFalse(rest.get("nodes").isEmpty());
    ((ObjectNode) rest.get("key")).remove("frame");
    ((ObjectNode) rest.get("context").get("position")).remove("twin");
    ((ObjectNode) rest.get("context").get("factors").get(0)).remove("level");
    rest.remove("lighting");
    rest.get("cameras")
        .forEach(camera -> ((ObjectNode) camera.get("development")).remove("exposure"));
    ArrayNode draws = rest.putArray("draws");
    for (JsonNode draw : record.get("draws")) {
      if (!draw.get("path").asString().matches("factors\\.time|lighting\\..*|camera\\.exposure")) {
        draws.add(draw);
      }
    }
    return rest;
  }

  private static JsonNode record(Path dataset, int frame) throws IOException {
    Path file = dataset.resolve("records/" + number(frame) + ".json");
    return JsonMapper.shared().readTree(Files.readAllBytes(file)).get("frame");
  }

  private Path render(String renderer, String name) {
    Path out = folder.resolve(name);
    CommandRun.of(
            "render",
            SCENE,
            "--renderer",
            renderer,
            "--frames",
            "0-" + (FRAMES - 1),
            "--set",
            "image.width=160",
            "--set",
            "image.height=120",
            "--out",
            out)
        .expect(0);
    return out;
  }

  private static String number(int frame) {
    return String.format(Locale.ROOT, "%08d", frame);
  }
}
