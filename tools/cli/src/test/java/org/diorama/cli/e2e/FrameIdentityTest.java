package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.diorama.dataset.record.FrameRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A frame is the same frame however it came about. */
class FrameIdentityTest {
  private static final String FRAME = "00000007";

  @TempDir private Path folder;
  private Path scene;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder);
  }

  private Path render(String name, Object... options) {
    return renderWith("reference", name, options);
  }

  private Path renderWith(String renderer, String name, Object... options) {
    Path out = folder.resolve(name);
    Object[] arguments = {"render", scene, "--renderer", renderer, "--out", out};
    Object[] all = new Object[arguments.length + options.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    CommandRun.of(all).expect(0);
    return out;
  }

  /** Digests of the frame's files, and its part of the COCO files. */
  private static SortedMap<String, String> frame(Path dataset) throws IOException {
    SortedMap<String, String> parts = new TreeMap<>(Trees.digests(dataset));
    parts.keySet().removeIf(path -> !path.contains(FRAME));
    assertEquals(6, parts.size(), parts.toString());
    JsonNode instances = json(dataset.resolve("annotations/instances.json"));
    JsonNode panoptic = json(dataset.resolve("annotations/panoptic.json"));
    JsonNode image =
        entries(instances, "images").stream()
            .filter(node -> node.get("file_name").asString().contains(FRAME))
            .findFirst()
            .orElseThrow();
    long id = image.get("id").asLong();
    parts.put("image", image.toString());
    for (JsonNode annotation : entries(instances, "annotations")) {
      if (annotation.get("image_id").asLong() == id) {
        parts.put("annotation " + annotation.get("id"), annotation.toString());
      }
    }
    for (JsonNode annotation : entries(panoptic, "annotations")) {
      if (annotation.get("image_id").asLong() == id) {
        parts.put("panoptic", annotation.toString());
      }
    }
    assertTrue(parts.size() > 9, "a frame with several objects: " + parts.keySet());
    return parts;
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  private static List<JsonNode> entries(JsonNode root, String key) {
    return StreamSupport.stream(root.get(key).spliterator(), false).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "opengl"})
  void aFrameIsTheSameAloneInARunInItsShardAndReplayed(String renderer) throws IOException {
    SortedMap<String, String> alone = frame(renderWith(renderer, "alone", "--frames", 7));
    Path run = renderWith(renderer, "run", "--frames", "0-15");
    assertEquals(alone, frame(run), "in a run of 16");

    Path shard = renderWith(renderer, "shard", "--frames", "0-15", "--shard", "1/4");
    for (int other : new int[] {0, 2, 3}) {
      renderWith(renderer, "shard", "--frames", "0-15", "--shard", other + "/4");
    }
    CommandRun.of("finish", shard).expect(0);
    assertEquals(Trees.digests(run), Trees.digests(shard), "four shards are the run");

    Path replayed = folder.resolve("replayed");
    Path record = run.resolve("records").resolve(FRAME + ".json");
    CommandRun.of("render", "--replay", record, "--renderer", renderer, "--out", replayed)
        .expect(0);
    assertEquals(alone, frame(replayed), "replayed from its record");
  }

  @Test
  void aShardWritesItsOwnFramesOnly() throws IOException {
    Path shard = render("part", "--frames", "0-15", "--shard", "1/4");
    List<String> records =
        Trees.digests(shard.resolve("records")).keySet().stream().sorted().toList();
    assertEquals(
        List.of("00000004.json", "00000005.json", "00000006.json", "00000007.json"), records);
    assertTrue(Files.notExists(shard.resolve("_SUCCESS")));
    CommandRun early = CommandRun.of("finish", shard).expect(65);
    assertTrue(early.err().contains("12 of 16 frames are missing"), early.err());
  }

  @Test
  void anotherSeedIsAnotherFrameAndZeroIsASeed() throws IOException {
    SortedMap<String, String> eleven = frame(render("a", "--frames", 7));
    SortedMap<String, String> zero = frame(render("b", "--frames", 7, "--seed", 0));
    SortedMap<String, String> zeroAgain = frame(render("c", "--frames", 7, "--seed", 0));
    SortedMap<String, String> twelve = frame(render("d", "--frames", 7, "--set", "seed=12"));
    assertEquals(zero, zeroAgain);
    for (String path : List.of("images/", "depth/", "instance/", "records/")) {
      String file = path + FRAME + (path.equals("records/") ? ".json" : ".png");
      assertNotEquals(eleven.get(file), zero.get(file), file);
      assertNotEquals(eleven.get(file), twelve.get(file), file);
      assertNotEquals(zero.get(file), twelve.get(file), file);
    }
  }

  @Test
  void anObjectAddedAtTheEndChangesNoDrawOfTheOthers() throws IOException {
    Path before = render("before", "--frames", 7);
    scene =
        TestScene.write(
            folder,
            TestScene.YAML
                + """
                  cans:
                    asset: {primitive: cylinder}
                    count: {uniform_int: [1, 3]}
                    area: {x: [-1.5, 1.5], y: [-1.5, 1.5], z: 0}
                    size: {uniform: [0.1, 0.3]}
                    label: block
                """);
    Path after = render("after", "--frames", 7);
    var old = FrameRecords.read(before.resolve("records").resolve(FRAME + ".json")).frame();
    var added = FrameRecords.read(after.resolve("records").resolve(FRAME + ".json")).frame();
    assertTrue(added.nodes().size() > old.nodes().size());
    assertEquals(old.nodes(), added.nodes().subList(0, old.nodes().size()));
    assertEquals(old.cameras(), added.cameras());
    assertEquals(
        old.draws(),
        added.draws().stream().filter(draw -> !draw.path().startsWith("objects.cans.")).toList());
  }
}
