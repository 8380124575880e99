package org.diorama.cli.verify;

import static org.diorama.dataset.verify.finding.Fault.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults in merged datasets, each found under its name and place; a sound one has none. */
class PlantedMergeTest {
  private static final String INSTANCES = "annotations/instances.json";
  private static final String FIRST = "/00000000.png";

  @TempDir static Path folder;
  private static Path merged;

  /** Of the first two frames and of the next two, whose categories have other ids. */
  @BeforeAll
  static void merge() throws IOException {
    Path one = scene("one", "id: 3", "id: 3");
    Path other = scene("other", "id: 3", "id: 4");
    merged = folder.resolve("merged");
    CommandRun.of("merge", render(one, "0-1"), render(other, "2-3"), "--out", merged).expect(0);
  }

  private static Path scene(String name, String from, String to) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Path scene = VerifiedScene.plain(place);
    String text = Files.readString(scene);
    // One camera, one image a frame.
    String still =
        text.substring(0, text.indexOf("rigs:"))
            + "camera: {at: [-4, 0, 2], look_at: [0, 0, 0.3], fov: 50, exposure: 14}\n"
            + "labels: {drop: {min_pixels: 40, then: void}}\n";
    return Files.writeString(scene, still.replace(from, to));
  }

  private static Path render(Path scene, String frames) {
    return VerifiedScene.render(
        scene, scene.getParent().getFileName().toString(), "--frames", frames);
  }

  /**
   * @param due names of faults and where they are
   */
  private record Kind(String name, Set<String> due, Consumer<PlantedDataset> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Kind kind(String name, Consumer<PlantedDataset> plant, String... due) {
    return new Kind(name, new TreeSet<>(List.of(due)), plant);
  }

  private static String at(Fault fault, String file) {
    return fault.text() + " " + file;
  }

  private static ObjectNode first(JsonNode coco, String list) {
    return (ObjectNode) coco.get(list).get(0);
  }

  private static JsonNode last(JsonNode coco, String list) {
    return coco.get(list).get(coco.get(list).size() - 1);
  }

  /** Makes a changed report the one that the seal is of. */
  private static void report(PlantedDataset set, Consumer<ObjectNode> edit) {
    set.json("merged.json", edit);
    String digest = Sha256.of(set.bytes("merged.json"));
    set.write("_SUCCESS", (digest + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode source(ObjectNode report, int number) {
    return (ObjectNode) report.get("sources").get(number);
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        kind(
            "an image of another source",
            set -> set.copy("images/one" + FIRST, "images/other/00000002.png"),
            at(MERGE_DIFFERS, "images/other/00000002.png")),
        kind(
            "a semantic image with the ids that its source has",
            set -> set.copy("sources/other/semantic/00000002.png", "semantic/other/00000002.png"),
            at(MERGE_DIFFERS, "semantic/other/00000002.png")),
        kind(
            "an annotation of another category",
            set ->
                set.json(
                    INSTANCES,
                    coco -> {
                      ObjectNode annotation = first(coco, "annotations");
                      annotation.put("category_id", 8 - annotation.get("category_id").asInt());
                    }),
            at(MERGE_DIFFERS, INSTANCES)),
        kind(
            "categories that exchanged their names",
            set -> set.json(INSTANCES, PlantedMergeTest::exchangeNames),
            at(MERGE_DIFFERS, INSTANCES)),
        kind(
            "an annotation that is not there",
            set -> set.json(INSTANCES, coco -> ((ArrayNode) coco.get("annotations")).remove(0)),
            at(MERGE_DIFFERS, INSTANCES),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "an image's entry that is not there",
            set ->
                set.json(
                    INSTANCES,
                    coco -> {
                      long image = first(coco, "images").get("id").asLong();
                      ((ArrayNode) coco.get("images")).remove(0);
                      ((ArrayNode) coco.get("annotations"))
                          .removeIf(each -> each.get("image_id").asLong() == image);
                    }),
            at(MERGE_DIFFERS, INSTANCES),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "a lost record",
            set -> set.delete("sources/other/records/00000002.json"),
            at(FILE_MISSING, "sources/other/records/00000002.json"),
            at(RECORD_UNREADABLE, "sources/other/records/00000002.json"),
            at(COUNT_WRONG, "sources/other/dataset.json")),
        kind(
            "an id of two sources",
            set ->
                set.json(
                    INSTANCES,
                    coco ->
                        ((ObjectNode) last(coco, "annotations"))
                            .set("id", first(coco, "annotations").get("id"))),
            at(ID_DUPLICATE, "instances.json")),
        kind(
            "a file that is cut off",
            set -> {
              byte[] whole = set.bytes(INSTANCES);
              set.write(INSTANCES, Arrays.copyOf(whole, whole.length / 2));
            },
            at(JSON_UNREADABLE, "instances.json"),
            at(JSON_UNREADABLE, INSTANCES),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "an image's id of two sources",
            set ->
                set.json(
                    INSTANCES,
                    coco ->
                        ((ObjectNode) last(coco, "images"))
                            .set("id", first(coco, "images").get("id"))),
            at(IMAGE_TWICE, "instances.json"),
            at(IMAGE_UNKNOWN, "instances.json"),
            at(MERGE_DIFFERS, INSTANCES)),
        kind(
            "a report of another merge",
            set ->
                report(
                    set,
                    report -> ((ObjectNode) source(report, 0).get("origin")).put("manifest", "0")),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "another seed in the report",
            set ->
                report(
                    set,
                    report -> ((ObjectNode) source(report, 1).get("origin")).put("seed", 4711)),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "another scale of depths in the report",
            set -> report(set, report -> source(report, 1).put("depth_scale", 7)),
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "a category that the report takes to another id, and images alike",
            set -> {
              report(set, report -> ((ObjectNode) source(report, 1).get("categories")).put("4", 5));
              for (String frame : List.of("2", "3")) {
                set.pixels(
                    "semantic/other/0000000" + frame + ".png",
                    raster -> PlantedFaults.recolor(raster, 3, 5, 9999));
              }
            },
            at(MERGE_DIFFERS, "merged.json")),
        kind(
            "a report without one of the sources",
            set -> report(set, report -> ((ArrayNode) report.get("sources")).remove(1)),
            at(FILE_UNLISTED, "images/other"),
            at(FILE_UNLISTED, "depth/other"),
            at(FILE_UNLISTED, "instance/other"),
            at(FILE_UNLISTED, "semantic/other"),
            at(FILE_UNLISTED, "sources/other")),
        kind(
            "a report that nobody signed",
            set -> set.json("merged.json", report -> report.put("images", 4)),
            at(MERGE_DIFFERS, "_SUCCESS")));
  }

  private static void exchangeNames(ObjectNode coco) {
    ObjectNode one = first(coco, "categories");
    ObjectNode other = (ObjectNode) coco.get("categories").get(1);
    String name = one.get("name").asString();
    one.put("name", other.get("name").asString());
    other.put("name", name);
  }

  private static TreeSet<String> found(Path set) {
    CommandRun run = CommandRun.of("verify", set, "--replay", "none", "--json");
    JsonNode document = JsonMapper.shared().readTree(run.lastLine());
    document.path("findings").forEach(PlantedMergeTest::requireRemedy);
    return document
        .path("findings")
        .valueStream()
        .map(each -> each.path("fault").asString() + " " + each.path("file").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A merged dataset has no scene: only its sources can be rendered again. */
  private static void requireRemedy(JsonNode finding) {
    String remedy = finding.path("remedy").asString();
    boolean own = remedy.contains("--repair") || remedy.contains("finish");
    if (finding.path("file").asString().startsWith("sources/")) {
      assertTrue(remedy.startsWith("in that source: "), finding.toString());
      assertTrue(remedy.endsWith("; then merge again"), finding.toString());
    } else {
      assertFalse(own, finding.toString());
      assertTrue(remedy.contains("merge"), finding.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundUnderItsName(Kind kind, @TempDir Path place) throws IOException {
    PlantedDataset planted = PlantedDataset.of(merged, place.resolve("planted"));
    kind.plant().accept(planted);
    assertEquals(kind.due(), found(planted.root()));
  }

  /** Nothing outside the dataset is looked at. */
  @Test
  void aSourceThatLeadsOutIsRefused(@TempDir Path place) throws IOException {
    PlantedDataset planted = PlantedDataset.of(merged, place.resolve("planted"));
    for (String name : List.of("../../other", "..", "/etc", "")) {
      report(planted, report -> source(report, 1).put("name", name));
      CommandRun run = CommandRun.of("verify", planted.root(), "--replay", "none").expect(65);
      assertTrue(run.err().contains("merged.json: '" + name + "' is no name"), run.err());
    }
  }

  @Test
  void aSoundOneHasNone() {
    assertEquals(new TreeSet<>(), found(merged));
  }
}
