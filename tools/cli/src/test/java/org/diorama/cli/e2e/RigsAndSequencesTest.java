package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rig of two cameras whose images differ in size, on its way through sequences of three steps.
 */
class RigsAndSequencesTest {
  private static final String RIG =
      """
      rigs:
        head:
          trajectory: {points: [[-4, 0, 2], [-4, 4, 2]], speed: {uniform: [4, 8]}}
          look_at: [0, 0, 0.3]
          cameras:
            left: {at: [0, 0.06, 0], fov: 50, exposure: 14}
            right: {at: [0, -0.06, 0], fov: 55, exposure: 14, image: {width: 64, height: 48}}
      sequence: {length: 3, fps: 10}
      """;

  @TempDir private Path folder;
  private Path scene;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder, yaml(RIG));
  }

  /** The test scene with other cameras. */
  private static String yaml(String cameras) {
    String whole = TestScene.YAML;
    return whole.substring(0, whole.indexOf("camera:\n"))
        + cameras
        + whole.substring(whole.indexOf("lighting:\n"));
  }

  private CommandRun render(String renderer, Path where, Object... options) {
    List<Object> all = new ArrayList<>(List.of("render", scene, "--renderer", renderer));
    all.addAll(List.of("--out", where));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray());
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "opengl"})
  void everyCameraHasItsImagesInEveryFolder(String renderer) throws IOException {
    Path out = folder.resolve("set");
    render(renderer, out, "--frames", "0-5").expect(0);
    Set<String> expected = new TreeSet<>();
    for (int frame = 0; frame < 6; frame++) {
      expected.add("0000000" + frame + "_left.png");
      expected.add("0000000" + frame + "_right.png");
    }
    for (String kind : List.of("images", "depth", "instance", "semantic", "annotations/panoptic")) {
      assertEquals(expected, Trees.digests(out.resolve(kind)).keySet(), kind);
    }
    JsonNode coco = json(out.resolve("annotations/instances.json"));
    assertEquals(12, coco.get("images").size());
    Map<Long, JsonNode> images = new HashMap<>();
    for (JsonNode image : coco.get("images")) {
      JsonNode extras = image.get("diorama");
      boolean right = extras.get("camera").asString().equals("right");
      long frame = extras.get("frame").asLong();
      images.put(image.get("id").asLong(), image);
      assertEquals(2 * frame + (right ? 2 : 1), image.get("id").asLong());
      assertEquals(frame / 3, extras.get("sequence").asLong());
      assertEquals(frame % 3, extras.get("step").asLong());
      assertEquals(right ? 64 : 96, image.get("width").asInt());
      var picture =
          ImageIO.read(out.resolve("images/" + image.get("file_name").asString()).toFile());
      assertEquals(image.get("height").asInt(), picture.getHeight());
      assertEquals(right ? 32.0 : 48.0, extras.at("/cam_K/0/2").asDouble());
      assertEquals(record(out, frame, right ? 1 : 0), extras.get("world_from_camera"));
    }
    assertEquals(
        "[\"left\",\"right\"]", json(out.resolve("dataset.json")).get("cameras").toString());
    requireTracks(coco, images);
  }

  /** The pose that the record has for a camera. */
  private static JsonNode record(Path out, long frame, int camera) throws IOException {
    JsonNode poses =
        json(out.resolve("records/%08d.json".formatted(frame)))
            .at("/frame/cameras/" + camera + "/world_from_camera");
    return poses.get(poses.size() / 2);
  }

  /** One track is one instance and one category in all images of a sequence. */
  private static void requireTracks(JsonNode coco, Map<Long, JsonNode> images) {
    Map<String, String> meaning = new HashMap<>();
    Map<String, Set<Integer>> imagesOfTrack = new HashMap<>();
    for (JsonNode annotation : coco.get("annotations")) {
      JsonNode image = images.get(annotation.get("image_id").asLong());
      String track = image.at("/diorama/sequence") + "/" + annotation.at("/diorama/track_id");
      String is = annotation.at("/diorama/instance_id") + "/" + annotation.get("category_id");
      assertEquals(is, meaning.computeIfAbsent(track, key -> is), track);
      imagesOfTrack.computeIfAbsent(track, key -> new HashSet<>()).add(image.get("id").asInt());
    }
    assertTrue(
        imagesOfTrack.values().stream().anyMatch(seen -> seen.size() == 6),
        "some instance is seen in all six images of its sequence: " + imagesOfTrack);
  }

  @Test
  void shardsBlocksViewAndReplayKnowRigs() throws IOException {
    Path out = folder.resolve("set");
    render("reference", out, "--frames", "0-11").expect(0);
    Path shards = folder.resolve("shards");
    for (int i : new int[] {1, 0, 2}) {
      render("reference", shards, "--frames", "0-11", "--shard", i + "/3").expect(0);
      assertEquals(0, Trees.digests(shards.resolve("records")).size() % 3, "whole sequences");
    }
    CommandRun.of("finish", shards).expect(0);
    assertEquals(Trees.digests(out), Trees.digests(shards));

    Path again = folder.resolve("again");
    Path record = out.resolve("records/00000007.json");
    CommandRun.of("render", "--replay", record, "--renderer", "reference", "--out", again)
        .expect(0);
    for (String file : List.of("records/00000007.json", "images/00000007_right.png")) {
      assertEquals(-1, Files.mismatch(out.resolve(file), again.resolve(file)), file);
    }

    Path blocks = folder.resolve("blocks");
    render("reference", blocks, "--frames", "6-8", "--layout", "blocks").expect(0);
    assertEquals(
        -1,
        Files.mismatch(
            out.resolve("depth/00000007_left.png"),
            blocks.resolve("depth/00000/00000007_left.png")));
    for (Path shown : List.of(out, blocks, scene)) {
      Path picture = folder.resolve("view.png");
      CommandRun view =
          CommandRun.of("view", shown, "--frame", 7, "--renderer", "reference", "--out", picture)
              .expect(0);
      assertEquals(2, JsonMapper.shared().readTree(view.lastLine()).get("images").asInt());
      CommandRun.of("view", shown, "--sheet", "--renderer", "reference", "--out", picture)
          .expect(0);
    }
  }

  /** One image of a rig is lost: the frame is made again, and nothing else. */
  @Test
  void aLostImageIsAMissingFrame() throws IOException {
    Path out = folder.resolve("set");
    render("reference", out, "--frames", "0-2").expect(0);
    var before = Trees.digests(out);
    Files.delete(out.resolve("semantic/00000001_right.png"));
    Files.delete(out.resolve("_SUCCESS"));
    CommandRun run = render("reference", out, "--frames", "0-2").expect(0);
    assertEquals(1, JsonMapper.shared().readTree(run.lastLine()).get("done").asInt());
    assertEquals(before, Trees.digests(out));
  }
}
