package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults that only making a frame again can find, and datasets that are made whole. */
class ReplayAndRepairTest {
  private static final String LEFT = "00000000_left.png";

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    original =
        VerifiedScene.render(
            VerifiedScene.plain(folder), "original", "--set", "objects.balls.count=3", "--seed", 5);
  }

  private PlantedDataset planted(Consumer<PlantedDataset> plant) throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    plant.accept(planted);
    planted.seal();
    return planted;
  }

  private static String faults(CommandRun run) {
    return JsonMapper.shared().readTree(run.lastLine()).get("faults").toString();
  }

  private static String verify(PlantedDataset planted, Object... options) {
    Object[] all = new Object[options.length + 2];
    all[0] = "verify";
    all[1] = planted.root();
    System.arraycopy(options, 0, all, 2, options.length);
    return faults(CommandRun.of(all).expect(65));
  }

  /** Values that the command line had replaced are found again, too. */
  @Test
  void aSoundDatasetIsCleanByBothRenderers() throws IOException {
    CommandRun same = CommandRun.of("verify", original, "--replay", "all").expect(0);
    assertTrue(same.err().contains("rendered again from their records: 8 examined"), same.err());
    assertTrue(same.err().contains("sampled again from the scene: 8 examined"), same.err());
    CommandRun other =
        CommandRun.of("verify", original, "--replay", 3, "--renderer", "opengl").expect(0);
    assertTrue(other.err().contains("rendered again from their records: 3 examined"), other.err());
    CommandRun none = CommandRun.of("verify", original, "--replay", "none").expect(0);
    assertTrue(none.err().contains("not applicable 1 times for want of --replay"), none.err());
    CommandRun.of("verify", original, "--replay", "some").expect(2);
    CommandRun typo = CommandRun.of("verify", original, "--renderer", "openg").expect(2);
    assertTrue(typo.err().contains("there is no renderer 'openg'"), typo.err());
  }

  /** The camera of a record and the labels of its annotations say alike what is not so. */
  @Test
  void anEditedRecordIsNotOfItsScene() throws IOException {
    PlantedDataset planted =
        planted(
            set ->
                set.record(
                    0,
                    record -> {
                      ArrayNode pose =
                          (ArrayNode) record.at("/frame/nodes/1/world_from_object").get(0).get(0);
                      pose.set(3, JsonNodeFactory.instance.numberNode(2.5));
                    }));
    assertEquals(
        "{\"record-not-of-scene\":1,\"replay-color-differs\":2,\"replay-differs\":9}",
        verify(planted, "--replay", 8));
    assertEquals(
        "{\"record-not-of-scene\":1}",
        verify(planted, "--replay", 1, "--renderer", "opengl", "--gpu", 99),
        "without any device to draw with");
  }

  @Test
  void aVisibleFractionThatAllFilesAgreeOnIsFound() throws IOException {
    PlantedDataset planted =
        planted(
            set -> {
              set.record(
                  0,
                  record ->
                      ((ObjectNode) record.at("/views/0/instances/1"))
                          .put("visible_fraction", 0.25));
              set.annotation(
                  PlantedFaults.instances(set),
                  annotation -> annotation.get("id").asLong() == 65536 + 2,
                  annotation ->
                      ((ObjectNode) annotation.get("diorama")).put("visible_fraction", 0.25));
            });
    assertEquals("{\"replay-differs\":1}", verify(planted, "--replay", 1));
  }

  /** Beside an edge, and within its object's range: but no edge is as near as 0.01 pixels. */
  @Test
  void anotherDepthBesideAnEdgeIsFoundByAnotherRenderer() throws IOException {
    PlantedDataset planted =
        planted(
            set ->
                set.pixels(
                    "depth/" + LEFT,
                    raster -> {
                      int pixel = besideAnEdge(set);
                      int depth = raster.getSample(pixel % 64, pixel / 64, 0);
                      raster.setSample(pixel % 64, pixel / 64, 0, depth + 9);
                    }));
    assertEquals("{\"replay-differs\":1}", verify(planted, "--replay", 1, "--renderer", "opengl"));
  }

  /** A pixel of the floor, on the left of one of something else. */
  private static int besideAnEdge(PlantedDataset set) {
    try {
      int[] ids = PngReader.read(set.bytes("instance/" + LEFT), 64, 48).gray();
      for (int i = 64 * 10; i + 1 < ids.length; i++) {
        if (ids[i] == 1 && ids[i + 1] > 1) {
          return i;
        }
      }
      throw new IllegalStateException("there is no edge");
    } catch (FaultyFile e) {
      throw new IllegalStateException(e);
    }
  }

  /** A picture with a pixel of another color. */
  @Test
  void anotherColorIsFound() throws IOException {
    PlantedDataset planted =
        planted(set -> set.pixels("images/" + LEFT, raster -> raster.setSample(3, 4, 0, 255)));
    assertEquals("{\"color-wrong\":1,\"replay-color-differs\":1}", verify(planted, "--replay", 1));
  }

  /** Afterwards every byte is the original's. */
  @Test
  void damagedFramesAreMadeAgain() throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    byte[] png = planted.bytes("depth/" + LEFT);
    planted.write("depth/" + LEFT, Arrays.copyOf(png, png.length - 20));
    planted.delete("semantic/00000003_right.png");
    planted.write("records/00000005.json", new byte[] {'{'});
    planted.annotation(
        PlantedFaults.instances(planted), any -> true, annotation -> annotation.put("area", 3));
    planted.delete("_SUCCESS");
    CommandRun run = CommandRun.of("verify", planted.root(), "--repair", "--replay", 8).expect(0);
    assertTrue(run.err().contains("png-truncated (1)"), run.err());
    assertTrue(run.err().contains("nothing is wrong"), run.err());
    JsonNode summary = JsonMapper.shared().readTree(run.lastLine());
    assertTrue(summary.get("clean").asBoolean());
    assertEquals(Trees.digests(original), Trees.digests(planted.root()));
  }

  /** Nobody knows what is in a folder: it stays, and so does the rest. */
  @Test
  void aFolderInAFilesPlaceIsLeftAlone() throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    planted.delete("depth/" + LEFT);
    planted.write("depth/" + LEFT + "/notes.txt", new byte[3]);
    var before = Trees.digests(planted.root());
    CommandRun run =
        CommandRun.of("verify", planted.root(), "--repair", "--replay", "none").expect(65);
    assertTrue(run.err().contains("nothing is repaired: move the folder away first"), run.err());
    assertEquals(before, Trees.digests(planted.root()));
  }

  @Test
  void whatIsNotOursIsNotRepaired() throws IOException {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    planted.write("images/notes.txt", new byte[3]);
    CommandRun run =
        CommandRun.of("verify", planted.root(), "--repair", "--replay", "none").expect(65);
    assertEquals("{\"file-unlisted\":1}", faults(run));
    Path coco = planted.root().resolve(PlantedFaults.instances(planted));
    planted.annotation(PlantedFaults.instances(planted), any -> true, a -> a.put("area", 3));
    CommandRun.of("verify", coco, "--repair").expect(2);
  }
}
