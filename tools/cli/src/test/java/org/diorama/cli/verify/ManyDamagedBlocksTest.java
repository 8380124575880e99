package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More blocks are damaged than any list of findings holds: all are mended. */
class ManyDamagedBlocksTest {
  private static final int BLOCKS = 104;

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    String tiny = TestScene.YAML.replace("{width: 96, height: 64}", "{width: 16, height: 12}");
    original =
        VerifiedScene.render(
            TestScene.write(folder, tiny),
            "original",
            "--frames",
            "0-%dx1000".formatted((BLOCKS - 1) * 1000),
            "--layout",
            "blocks");
  }

  /** Another byte somewhere in a file of each block; of each fault people see ten places. */
  private void areMended(BiConsumer<PlantedDataset, Integer> damage, String fault)
      throws IOException {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    for (int block = 0; block < BLOCKS; block++) {
      damage.accept(set, block);
    }
    CommandRun found =
        CommandRun.of("verify", set.root(), "--json", "--replay", "none", "--progress", "none")
            .expect(65);
    JsonNode document = JsonMapper.shared().readTree(found.out());
    assertTrue(document.get("faults").get(fault).asInt() >= BLOCKS, found.err());
    assertEquals(
        100,
        document
            .get("findings")
            .valueStream()
            .filter(finding -> finding.get("fault").asString().equals(fault))
            .count());
    assertEquals(document.get("findings").size(), document.get("listed").asInt());
    assertEquals(
        document.get("faults").valueStream().mapToInt(JsonNode::asInt).sum(),
        document.get("found").asInt());
    int more = document.get("faults").get(fault).asInt() - 10;
    assertTrue(found.err().contains("  and " + more + " more\n"), found.err());
    assertTrue(found.err().lines().count() < 100, found.err());
    CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--progress", "none")
        .expect(0);
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }

  private static void flip(PlantedDataset set, String path, int at) {
    byte[] bytes = set.bytes(path);
    bytes[at] ^= 4;
    set.write(path, bytes);
  }

  /** No frame is named by what is found. */
  @Test
  void byTheirAnnotations() throws IOException {
    areMended(
        (set, block) -> flip(set, "annotations/instances/%05d.json".formatted(block), 4),
        "file-changed");
  }

  /** What is found names frames; files that are not there would be made again without. */
  @Test
  void byTheirImages() throws IOException {
    areMended(
        (set, block) -> flip(set, "depth/%05d/%05d000.png".formatted(block, block), 50),
        "file-changed");
  }
}
