package org.diorama.cli.verify;

import static org.diorama.cli.verify.DamageTrial.path;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.diorama.cli.CommandRun;
import org.diorama.cli.verify.DamageTrial.Damage;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Damage of many kinds at once, all hashes made right again, in closed blocks that two shards
 * wrote, with twins, sequences, a rig, splits and a balanced factor: each kind is found by what it
 * is and where it is, and all is mended to the byte.
 */
class DamageTrialTest {
  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  @BeforeAll
  static void render() throws IOException {
    Path scene = VerifiedScene.balanced(folder);
    for (String shard : List.of("0/2", "1/2")) {
      original =
          VerifiedScene.render(
              scene, "original", "--frames", "996-1003", "--layout", "blocks", "--shard", shard);
    }
    CommandRun.of("finish", original).expect(0);
  }

  /** The part of a split that a block's frames are in: each block here has one group of frames. */
  private static String annotations(String kind, int block) {
    for (String part : List.of("train", "val")) {
      String path = "annotations/%s_%s/%05d.json".formatted(kind, part, block);
      JsonNode tree = JsonMapper.shared().readTree(original.resolve(path).toFile());
      if (!tree.get("images").isEmpty()) {
        return path;
      }
    }
    throw new IllegalStateException("no images in block " + block);
  }

  private static String other(String path) {
    return path.contains("_train")
        ? path.replace("_train", "_val")
        : path.replace("_val", "_train");
  }

  private static Damage entry(
      Fault due, String kind, int block, String list, int index, Consumer<ObjectNode> edit) {
    String path = annotations(kind, block);
    return new Damage(
        due,
        path,
        set -> set.json(path, coco -> edit.accept((ObjectNode) coco.get(list).get(index))));
  }

  private static Damage annotation(Fault due, int block, int index, Consumer<ObjectNode> edit) {
    return entry(due, "instances", block, "annotations", index, edit);
  }

  private static Damage copied(Fault due, String kind, String from, String to) {
    return new Damage(due, path(kind, to), set -> set.copy(path(kind, from), path(kind, to)));
  }

  private static Damage recolored(Fault due, String image, int from, int to) {
    String path = path("semantic", image);
    return new Damage(
        due, path, set -> set.pixels(path, raster -> PlantedFaults.recolor(raster, from, to, 10)));
  }

  private static List<Damage> damages() {
    String truncated = path("images", "1002_left.png");
    String instances = annotations("instances", 0);
    return List.of(
        annotation(MASK_UNREADABLE, 0, 0, a -> counts(a, "1 2")),
        annotation(AREA_OF_BOX, 0, 1, a -> a.put("area", PlantedFaults.area(a))),
        annotation(BOX_SHIFTED, 0, 2, a -> PlantedFaults.box(a, 0.5, 0.5, 0, 0)),
        annotation(
            CATEGORY_WRONG, 0, 3, a -> a.put("category_id", 8 - a.get("category_id").asInt())),
        annotation(VISIBLE_FRACTION_WRONG, 1, 0, a -> extras(a).put("visible_fraction", 0.123)),
        annotation(BOX_INCLUSIVE, 1, 1, a -> PlantedFaults.box(a, 0, 0, -1, -1)),
        annotation(ID_ZERO, 1, 2, a -> a.put("id", 0)),
        annotation(ISCROWD_MISSING, 1, 3, a -> a.remove("iscrowd")),
        entry(KEYPOINT_OFF_MASK, "keypoints", 1, "annotations", 0, DamageTrialTest::allSeen),
        entry(
            PANOPTIC_SEGMENT_WRONG,
            "panoptic",
            1,
            "annotations",
            2,
            a -> ((ObjectNode) a.get("segments_info").get(0)).put("area", 1)),
        entry(CAMERA_WRONG, "instances", 1, "images", 3, DamageTrialTest::otherFocus),
        copied(DEPTH_STALE, "depth", "1000_right.png", "996_right.png"),
        copied(INSTANCE_IMAGE_WRONG, "instance", "1003_right.png", "999_right.png"),
        copied(PANOPTIC_WRONG, "annotations/panoptic", "997_left.png", "1001_left.png"),
        recolored(SEMANTIC_WRONG, "997_left.png", 3, 5),
        recolored(VOID_WRONG, "998_left.png", 0, 3),
        new Damage(
            PNG_TRUNCATED,
            truncated,
            set -> {
              byte[] png = set.bytes(truncated);
              set.write(truncated, Arrays.copyOf(png, png.length - 14));
            }),
        new Damage(
            RECORD_CONTRADICTS_ITSELF,
            "records/00000.jsonl.zst",
            set ->
                set.packedRecord(
                    "00000",
                    999,
                    record ->
                        ((ObjectNode) record.at("/views/0/instances/1")).put("category_id", 4))),
        new Damage(TWIN_ACROSS_SPLITS, other(instances), set -> move(set, instances)),
        new Damage(
            COUNT_WRONG,
            "dataset.json",
            set ->
                set.manifest(manifest -> ((ObjectNode) manifest.get("counts")).put("images", 7))));
  }

  private static ObjectNode extras(ObjectNode annotation) {
    return (ObjectNode) annotation.get("diorama");
  }

  private static void counts(ObjectNode annotation, String text) {
    ((ObjectNode) annotation.get("segmentation")).put("counts", text);
  }

  private static void allSeen(ObjectNode annotation) {
    ArrayNode points = (ArrayNode) annotation.get("keypoints");
    for (int i = 2; i < points.size(); i += 3) {
      points.set(i, JsonNodeFactory.instance.numberNode(2));
    }
  }

  private static void otherFocus(ObjectNode image) {
    ((ArrayNode) image.at("/diorama/cam_K").get(0)).set(0, image.get("width"));
  }

  /** The last image of a file, and what is annotated in it, goes to the other part. */
  private static void move(PlantedDataset set, String path) {
    ObjectNode from = set.json(path);
    ArrayNode images = (ArrayNode) from.get("images");
    JsonNode image = images.remove(images.size() - 1);
    set.json(path, coco -> coco.set("images", images));
    set.json(other(path), coco -> ((ArrayNode) coco.get("images")).add(image));
  }

  @Test
  void eachIsFoundWhereItIsAndAllIsMended() throws IOException {
    DamageTrial.run(original, place.resolve("set"), damages());
  }
}
