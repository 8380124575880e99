package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each fault is told once, where its cause is, with what really mends it. */
class WhatToDoTest {
  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    original =
        VerifiedScene.render(
            VerifiedScene.stuff(folder),
            "original",
            "--frames",
            "0-3",
            "--format",
            "coco,coco-polygon,coco-rle");
  }

  private PlantedDataset planted() throws IOException {
    return PlantedDataset.of(original, place.resolve("planted"));
  }

  private static JsonNode document(PlantedDataset set, int code) {
    CommandRun run =
        CommandRun.of("verify", set.root(), "--replay", "none", "--json", "--progress", "none");
    run.expect(code);
    return JsonMapper.shared().readTree(run.out());
  }

  private static List<String> remedies(JsonNode document) {
    return document
        .get("findings")
        .valueStream()
        .map(finding -> finding.get("fault").asString() + ": " + finding.get("remedy").asString())
        .distinct()
        .toList();
  }

  private static void cut(PlantedDataset set, String path) {
    byte[] whole = set.bytes(path);
    set.write(path, Arrays.copyOf(whole, whole.length / 2));
  }

  /** What each file is mended by is tried: afterwards every byte is what it was. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "annotations/instances_train.json",
        "annotations/coco-rle/stuff_val.json",
        "annotations/panoptic_train.json",
        "annotations/keypoints_val.json",
        "dataset.json"
      })
  void aFileThatIsCutIsToldOnceAndMended(String path) throws IOException {
    PlantedDataset set = planted();
    cut(set, path);
    JsonNode document = document(set, 65);
    List<String> due =
        path.equals("dataset.json")
            ? List.of("json-unreadable: verify --repair makes it again")
            : List.of(
                "file-changed: verify --repair makes it again",
                "json-unreadable: verify --repair makes it again");
    assertEquals(due, remedies(document), document.toString());
    assertEquals(due.size(), document.get("found").asInt(), document.toString());
    CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--progress", "none")
        .expect(0);
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annotations/panoptic/00000001_left.png",
        "images/00000001_left.png",
        "annotations/instances_val.json"
      })
  void aLostFileIsToldOnce(String path) throws IOException {
    PlantedDataset set = planted();
    set.delete(path);
    JsonNode document = document(set, 65);
    assertEquals("{\"file-missing\":1}", document.get("faults").toString());
    assertEquals(List.of("file-missing: verify --repair makes it again"), remedies(document));
  }

  /** Nothing is rendered by a scene that is another: what is said must not lead there. */
  @Test
  void anEditedSceneIsPutBack() throws IOException {
    PlantedDataset set = planted();
    String scene = set.json("scene/configuration.json").at("/source/file").asString();
    String text = new String(set.bytes("scene/" + scene), StandardCharsets.UTF_8);
    set.write(
        "scene/" + scene, text.replace("fps: 10", "fps: 11").getBytes(StandardCharsets.UTF_8));
    set.delete("images/00000002_left.png");
    JsonNode document = document(set, 65);
    assertEquals(
        List.of(
            "file-missing: verify --repair makes it again, once the scene's files are put back as"
                + " they were",
            "file-changed: put its files back as they were; --repair signs no other",
            "scene-changed: put its files back as they were; --repair signs no other"),
        remedies(document));
    CommandRun refused =
        CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--progress", "none");
    refused.expect(65);
    assertTrue(refused.err().contains("nothing is repaired"), refused.err());
    set.write("scene/" + scene, text.getBytes(StandardCharsets.UTF_8));
    CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--progress", "none")
        .expect(0);
  }

  /** Segments stand in one file, whatever forms masks have elsewhere. */
  @Test
  void segmentsAreLackingNowhere() throws IOException {
    JsonNode segments =
        document(planted(), 0)
            .get("checks")
            .valueStream()
            .filter(check -> check.get("check").asString().equals("panoptic segments"))
            .findFirst()
            .orElseThrow();
    assertTrue(segments.get("examined").asInt() > 0, segments.toString());
    assertEquals("{}", segments.get("lacking").toString());
  }

  @Test
  void optionsThatDoNothingAreRefused() throws IOException {
    CommandRun images = CommandRun.of("verify", original, "--images", folder).expect(2);
    assertTrue(images.err().contains("says itself where its images are"), images.err());
    Path coco = original.resolve("annotations/instances_train.json");
    CommandRun.of("verify", coco, "--scene", folder.resolve("scene.yaml")).expect(2);
    CommandRun.of("verify", coco, "--models", folder).expect(2);
    CommandRun repair = CommandRun.of("verify", coco, "--repair").expect(2);
    assertFalse(repair.err().contains("images"), repair.err());
  }
}
