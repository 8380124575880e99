package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command: what it prints, how it ends, that it changes nothing. */
class VerifyCommandTest {
  @TempDir private static Path folder;
  private static Path original;

  @BeforeAll
  static void render() throws IOException {
    original = folder.resolve("original");
    CommandRun.of(
            "render",
            VerifiedScene.write(folder),
            "--renderer",
            "reference",
            "--out",
            original,
            "--frames",
            "998-1001",
            "--layout",
            "blocks",
            "--format",
            "coco,coco-polygon,coco-rle")
        .expect(0);
  }

  @Test
  void aSoundDatasetInBlocksAndThreeFormatsIsClean() throws IOException {
    var before = Trees.digests(original);
    CommandRun run = CommandRun.of("verify", original, "--progress", "json").expect(0);
    assertEquals(before, Trees.digests(original));
    assertTrue(run.err().contains("nothing is wrong"), run.err());
    assertTrue(run.err().contains("AP of mask against itself: 1.000"), run.err());
    assertTrue(run.out().contains("{\"event\":\"progress\",\"done\":4,"), run.out());
    JsonNode summary = JsonMapper.shared().readTree(run.lastLine());
    assertTrue(summary.get("clean").asBoolean());
    assertEquals(0, summary.get("findings").asLong());
  }

  @Test
  void findingsAreOneDocument(@TempDir Path place) throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    planted.write("images/stray.txt", new byte[3]);
    planted.annotation(
        "annotations/coco-rle/instances_" + splitOf(planted) + "/00000.json",
        annotation -> true,
        annotation -> annotation.put("area", 3));
    CommandRun run =
        CommandRun.of("verify", planted.root(), "--json", "--progress", "none").expect(65);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertFalse(document.get("clean").asBoolean());
    assertEquals(
        "{\"area-wrong\":1,\"file-changed\":1,\"file-unlisted\":1}",
        document.get("faults").toString());
    JsonNode finding =
        document
            .get("findings")
            .valueStream()
            .filter(found -> found.get("fault").asString().equals("area-wrong"))
            .findFirst()
            .orElseThrow();
    assertTrue(finding.get("file").asString().contains("coco-rle"), finding.toString());
    assertTrue(finding.get("annotation").isIntegralNumber());
    assertFalse(finding.get("meaning").asString().isEmpty());
    assertFalse(finding.get("remedy").asString().isEmpty());
    assertTrue(run.err().contains("file-unlisted (1): "), run.err());
    assertTrue(document.get("checks").size() > 10);
  }

  private static String splitOf(PlantedDataset planted) {
    String train = "annotations/coco-rle/instances_train/00000.json";
    return planted.json(train).get("annotations").isEmpty() ? "val" : "train";
  }

  /** Any folder with COCO files, and any such file. */
  @Test
  void filesThatAnyoneWroteAreVerified(@TempDir Path place) throws IOException {
    Path annotations = Files.createDirectories(place.resolve("annotations"));
    for (String name : new String[] {"instances_train", "instances_val", "panoptic_train"}) {
      Files.copy(
          original.resolve("annotations/" + name + "/00000.json"),
          annotations.resolve(name + ".json"));
    }
    CommandRun run = CommandRun.of("verify", place, "--images", place).expect(65);
    assertTrue(run.err().contains("image-file-missing"), run.err());
    String instances =
        Files.size(annotations.resolve("instances_train.json")) < 1000
            ? "instances_val.json"
            : "instances_train.json";
    CommandRun alone = CommandRun.of("verify", annotations.resolve(instances)).expect(0);
    assertTrue(
        alone.err().contains("not applicable") && alone.err().contains("--images"), alone.err());
  }

  @Test
  void whatIsNoDatasetIsRefused(@TempDir Path place) throws IOException {
    assertTrue(
        CommandRun.of("verify", place.resolve("none"))
            .expect(65)
            .err()
            .contains("no such dataset"));
    assertTrue(CommandRun.of("verify", place).expect(65).err().contains("neither a dataset nor"));
    Files.writeString(place.resolve("dataset.json"), "{");
    assertTrue(CommandRun.of("verify", place).expect(65).err().contains("no manifest"));
  }
}
