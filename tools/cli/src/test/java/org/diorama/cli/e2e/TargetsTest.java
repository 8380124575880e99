package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.record.InstanceLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manifest says of targets is what records and labels say. */
class TargetsTest {
  private static final int FRAMES = 12;

  @TempDir private Path folder;

  @Test
  void theManifestTellsHowOftenATargetWasMet() throws IOException {
    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML.replace(
                "    label: ball\n",
                """
                    label: ball
                    occlusion: {visible_fraction: {uniform: [0.3, 0.9]}, by: [blocks]}
                """));
    Path out = folder.resolve("set");
    CommandRun run =
        CommandRun.of(
                "render",
                scene,
                "--renderer",
                "reference",
                "--out",
                out,
                "--frames",
                "0-" + (FRAMES - 1))
            .expect(0);
    int met = 0;
    int confirmed = 0;
    for (int number = 0; number < FRAMES; number++) {
      FrameRecord record = FrameRecords.read(out.resolve("records/%08d.json".formatted(number)));
      assertEquals(2, record.frame().targets().size());
      for (TargetVerdict target : record.frame().targets()) {
        if (target.met()) {
          met++;
          assertEquals(target.wanted(), target.reached(), 0.05);
          InstanceLabel label =
              record.views().get(0).instances().stream()
                  .filter(each -> each.instanceId() == target.instanceId())
                  .findFirst()
                  .orElseThrow();
          confirmed += Math.abs(label.visibleFraction() - target.wanted()) <= 0.05 ? 1 : 0;
        }
      }
    }
    JsonNode count =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(out.resolve("dataset.json")))
            .at("/counts/targets/balls.visible_fraction");
    assertEquals(2 * FRAMES, count.get("instances").asInt());
    assertEquals(met, count.get("met").asInt());
    assertEquals(met, count.get("measured").asInt());
    assertEquals(confirmed, count.get("confirmed").asInt());
    int causes = count.get("causes").valueStream().mapToInt(JsonNode::asInt).sum();
    assertEquals(2 * FRAMES - met, causes);
    assertTrue(met > 0, count.toString());
    assertTrue(
        run.err().contains("target balls.visible_fraction: met " + met + " of " + 2 * FRAMES),
        run.err());
    System.out.println("targets of " + FRAMES + " frames: " + count);
  }
}
