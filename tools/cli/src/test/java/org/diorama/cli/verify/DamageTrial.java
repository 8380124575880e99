package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Damage of many kinds at once in closed blocks, all hashes made right again: each is found by what
 * it is and where it is, and all is mended to the byte.
 */
final class DamageTrial {
  private DamageTrial() {}

  /**
   * One damage.
   *
   * @param file where it is found
   */
  record Damage(Fault due, String file, Consumer<PlantedDataset> plant) {}

  /** A file of a kind, of an image such as {@code 996_left.png}. */
  static String path(String kind, String image) {
    int end = image.indexOf('_');
    long frame = Long.parseLong(image.substring(0, end));
    return kind + "/" + Layout.BLOCKS.fileName(frame, "", image.substring(end));
  }

  static void run(Path original, Path place, List<Damage> damages) throws IOException {
    PlantedDataset set = PlantedDataset.of(original, place);
    Set<String> due = new TreeSet<>();
    for (Damage damage : damages) {
      damage.plant().accept(set);
      due.add(damage.due().text() + " " + damage.file());
    }
    set.sealBlocks();
    CommandRun found =
        CommandRun.of("verify", set.root(), "--json", "--replay", "none", "--progress", "none")
            .expect(65);
    JsonNode document = JsonMapper.shared().readTree(found.out());
    for (JsonNode finding : document.get("findings")) {
      String fault = finding.get("fault").asString();
      assertFalse(Set.of("file-changed", "seal-broken").contains(fault), finding.toString());
      assertFalse(finding.get("detail").asString().isEmpty(), finding.toString());
      due.remove(fault + " " + finding.get("file").asString());
    }
    assertEquals(Set.of(), due, document.get("findings").toString());
    CommandRun repair =
        CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--progress", "none")
            .expect(0);
    assertTrue(repair.err().contains("nothing is wrong"), repair.err());
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }
}
