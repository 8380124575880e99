package org.diorama.cli.verify;

import static org.diorama.cli.verify.DamageTrial.path;
import static org.diorama.dataset.verify.finding.Fault.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.diorama.cli.verify.DamageTrial.Damage;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flow, normals, points and all other arrays in closed blocks, of sequences one of which lies in
 * two of them: damaged, mended, and rendered again to compare.
 */
class ArrayDamageTest {
  private static final int WIDTH = 64;
  private static final int FLOOR = 40 * WIDTH + 32;

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    Path scene = VerifiedScene.arrays(folder);
    Files.writeString(scene, Files.readString(scene).replace("{length: 2,", "{length: 3,"));
    for (String shard : List.of("0/2", "1/2")) {
      original =
          VerifiedScene.render(
              scene, "original", "--frames", "996-1007", "--layout", "blocks", "--shard", shard);
    }
    CommandRun.of("finish", original).expect(0);
  }

  private static Damage number(Fault due, String kind, String image, int index, float value) {
    String path = path(kind, image);
    return new Damage(due, path, set -> PlantedAnnotators.number(set, path, index, value));
  }

  private static Damage pixels(
      Fault due, String kind, String image, Consumer<WritableRaster> edit) {
    String path = path(kind, image);
    return new Damage(due, path, set -> set.pixels(path, edit));
  }

  private static Damage floor(Fault due, String kind, String image, int value) {
    return pixels(
        due, kind, image, raster -> raster.setSample(FLOOR % WIDTH, FLOOR / WIDTH, 0, value));
  }

  private static Damage half(Fault due, String kind, String image) {
    String path = path(kind, image);
    return new Damage(
        due, path, set -> set.write(path, Arrays.copyOf(set.bytes(path), bytes(path) / 2)));
  }

  private static int bytes(String path) {
    return (int) original.resolve(path).toFile().length();
  }

  private static Damage copied(Fault due, String kind, String from, String to) {
    String path = path(kind, to);
    return new Damage(due, path, set -> set.copy(path(kind, from), path));
  }

  private static Damage lastPoint(Fault due, String image) {
    String path = path("points", image);
    return new Damage(
        due,
        path,
        set -> {
          byte[] points = set.bytes(path);
          ByteBuffer.wrap(points).order(ByteOrder.LITTLE_ENDIAN).putDouble(points.length - 31, 9);
          set.write(path, points);
        });
  }

  private static List<Damage> damages() {
    return List.of(
        number(FLOW_WRONG, "flow", "996_left.npy", 2 * FLOOR, 5),
        copied(FLOW_WRONG, "flow", "998_left.npy", "997_left.npy"),
        number(FLOW_WRONG, "flow_backward", "998_left.npy", 2 * FLOOR + 1, -7),
        // The next step lies in the other block, and the step before.
        floor(FLOW_WRONG, "flow_state", "999_left.png", 2),
        floor(FLOW_WRONG, "flow_backward_state", "1000_left.png", 2),
        half(FLOATS_DAMAGED, "flow", "1001_left.npy"),
        number(NORMAL_WRONG, "normals", "1002_left.npy", 3 * FLOOR + 2, 2),
        copied(NORMAL_WRONG, "normals_world", "996_left.npy", "1003_left.npy"),
        copied(IMAGE_SIZE, "normals", "1004_right.npy", "1004_left.npy"),
        number(DISTANCE_WRONG, "depth_float", "1005_left.npy", FLOOR, 3.5f),
        number(DISTANCE_WRONG, "distance_float", "1006_left.npy", FLOOR, 1),
        floor(DISTANCE_WRONG, "distance", "1007_left.png", 99),
        copied(NOCS_WRONG, "nocs", "997_partner.png", "996_partner.png"),
        pixels(ALBEDO_WRONG, "albedo", "998_partner.png", r -> r.setSample(0, 0, 0, 200)),
        floor(PARTS_WRONG, "parts", "999_partner.png", 9),
        number(DISPARITY_WRONG, "disparity", "1000_partner.npy", FLOOR, 1),
        lastPoint(POINTS_WRONG, "1001_partner.ply"),
        half(POINTS_DAMAGED, "points", "1002_partner.npz"),
        copied(POINTS_WRONG, "points", "1004_partner.npz", "1003_partner.npz"));
  }

  @Test
  void eachIsFoundWhereItIsAndAllIsMended() throws IOException {
    DamageTrial.run(original, place.resolve("set"), damages());
  }

  private static String replayed(PlantedDataset set, int code, Object frames, int examined) {
    CommandRun run =
        CommandRun.of("verify", set.root(), "--replay", frames, "--progress", "none").expect(code);
    assertTrue(
        run.err().contains("rendered again from their records: " + examined + " examined"),
        run.err());
    return JsonMapper.shared().readTree(run.lastLine()).get("faults").toString();
  }

  /** A shade goes from one pixel of the sky to the next. */
  private static void shade(WritableRaster raster) {
    raster.setSample(3, 4, 0, raster.getSample(3, 4, 0) - 1);
    raster.setSample(4, 4, 0, raster.getSample(4, 4, 0) + 1);
  }

  @Test
  void closedBlocksAreRenderedAgain() throws IOException {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    assertEquals("{}", replayed(set, 0, "all", 12));
    assertEquals("{}", replayed(set, 0, 5, 5));
    // None contradicts anything that the dataset holds.
    set.pixels(path("images", "997_right.png"), ArrayDamageTest::shade);
    String depths = path("depth_float", "1005_left.npy");
    byte[] array = set.bytes(depths);
    array[array.length - 4] ^= 1;
    set.write(depths, array);
    String box = "primitive/box/64";
    for (int frame = 996; frame < 1008; frame++) {
      set.packedRecord(
          frame < 1000 ? "00000" : "00001",
          frame,
          record -> ((ObjectNode) record.get("parts").get(box).get(0)).put("name", "other"));
    }
    set.manifest(manifest -> ((ObjectNode) manifest.get("part_names")).putArray(box).add("other"));
    set.sealBlocks();
    CommandRun.of("verify", set.root(), "--replay", "none").expect(0);
    assertEquals(
        "{\"replay-color-differs\":1,\"replay-differs\":13}", replayed(set, 65, "all", 12));
    CommandRun.of("verify", set.root(), "--replay", "all", "--repair").expect(0);
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }
}
