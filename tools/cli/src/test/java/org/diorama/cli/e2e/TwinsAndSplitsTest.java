package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.record.FrameRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scene whose frames have a twin each in other light, balanced levels and two splits. */
class TwinsAndSplitsTest {
  private static final String FACTORS =
      """
      factors:
        time:
          noon: {set: {lighting: {sun: {elevation: 70, illuminance: 90000}}}}
          dusk: {set: {lighting: {sun: {elevation: 4, illuminance: 5000}}}}
          night: {}
        gain: {uniform: [0, 1]}
      balance: [time]
      counterfactuals: {vary: [time], twins: 1}
      split: {train: 0.7, val: 0.3}
      """;

  @TempDir private Path folder;
  private Path scene;
  private Path out;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder, TestScene.YAML + FACTORS);
    out = folder.resolve("set");
  }

  private CommandRun render(Path where, Object... options) {
    List<Object> all = new ArrayList<>(List.of("render", scene, "--renderer", "reference"));
    all.addAll(List.of("--out", where));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray()).expect(0);
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  private static SampledFrame frame(Path dataset, long number) {
    return FrameRecords.read(dataset.resolve("records/%08d.json".formatted(number))).frame();
  }

  /** Twins have the same masks, since only the light differs, and other colors. */
  @Test
  void twinsDifferInTheFactorAlone() throws IOException {
    render(out, "--frames", "0-11");
    for (int original = 0; original < 12; original += 2) {
      String one = "%08d.png".formatted(original);
      String other = "%08d.png".formatted(original + 1);
      for (String kind : List.of("instance", "depth", "semantic", "annotations/panoptic")) {
        assertEquals(
            -1,
            Files.mismatch(out.resolve(kind).resolve(one), out.resolve(kind).resolve(other)),
            kind + " of frame " + original);
      }
      assertNotEquals(
          -1, Files.mismatch(out.resolve("images/" + one), out.resolve("images/" + other)));
      SampledFrame first = frame(out, original);
      SampledFrame twin = frame(out, original + 1);
      assertEquals(first.nodes(), twin.nodes());
      assertEquals(first.cameras(), twin.cameras());
      assertNotEquals(first.lighting(), twin.lighting());
      assertNotEquals(first.context().factors().get(0), twin.context().factors().get(0));
      assertEquals(first.context().factors().get(1), twin.context().factors().get(1), "gain");
      assertEquals(first.context().split(), twin.context().split());
      assertNotEquals(
          List.of(), first.draws().stream().filter(d -> d.path().equals("factors.gain")).toList());
    }
  }

  @Test
  void imagesAndManifestTellFactorsTwinsAndSplits() throws IOException {
    CommandRun run = render(out, "--frames", "0-35");
    Map<String, Integer> frames = new TreeMap<>();
    Map<String, Integer> times = new TreeMap<>();
    for (String split : List.of("train", "val")) {
      JsonNode coco = json(out.resolve("annotations/instances_" + split + ".json"));
      for (JsonNode image : coco.get("images")) {
        JsonNode extras = image.get("diorama");
        long number = extras.get("frame").asLong();
        SampledFrame record = frame(out, number);
        frames.merge(split, 1, Integer::sum);
        assertEquals(split, extras.get("split").asString());
        assertEquals(split, record.context().split().orElseThrow());
        assertEquals(number / 2, extras.get("sequence").asLong());
        assertEquals(
            number % 2 == 0 ? "null" : Long.toString(number - 1), extras.get("twin_of").toString());
        String time = extras.at("/factors/time").asString();
        assertEquals(time, record.context().factors().get(0).level());
        assertTrue(extras.at("/factors/gain").isNumber());
        if (number % 2 == 0) {
          times.merge(time, 1, Integer::sum);
        }
      }
      assertEquals(
          json(out.resolve("annotations/panoptic_" + split + ".json")).get("images"),
          coco.get("images"));
    }
    assertEquals(36, frames.get("train") + frames.get("val"), "each frame in one split");
    assertTrue(frames.get("val") > 0, frames.toString());
    assertEquals(Map.of("noon", 6, "dusk", 6, "night", 6), times, "balanced");
    assertFalse(Files.exists(out.resolve("annotations/instances.json")));

    JsonNode manifest = json(out.resolve("dataset.json"));
    assertEquals(frames.get("val"), manifest.at("/counts/splits/val").asInt());
    assertEquals(2, manifest.at("/structure/twins").asInt());
    assertEquals("[\"train\",\"val\"]", manifest.at("/structure/splits").toString());
    int levels = 0;
    for (String level : List.of("noon", "dusk", "night")) {
      levels += manifest.at("/counts/factors/time/" + level).asInt();
    }
    assertEquals(36, levels);
    assertTrue(run.err().contains("splits     train " + frames.get("train")), run.err());
    assertTrue(run.err().contains("instances_train.json"), run.err());
    assertEquals(
        frames.get("train"),
        JsonMapper.shared().readTree(run.lastLine()).at("/dataset/splits/train").asInt());
  }

  /** No asset of a val image is in any train image: neither the labelled ones nor the others. */
  @Test
  void aSplitByAssetHoldsAssetsOut() throws IOException {
    String shapes =
        "asset: [{primitive: sphere}, {primitive: box}, {primitive: cone}, "
            + "{primitive: cylinder}, {primitive: capsule}]";
    String many = TestScene.YAML.replace("asset: {primitive: sphere}", shapes);
    String unlabelled = "  others: {" + shapes + ", at: [3, 3, 0], count: 4, label: none}\n";
    scene =
        TestScene.write(folder, many + unlabelled + "split: {train: 0.6, val: 0.4, by: asset}\n");
    render(out, "--frames", "0-23");
    Map<String, Set<String>> assets = new TreeMap<>();
    for (int number = 0; number < 24; number++) {
      SampledFrame frame = frame(out, number);
      for (SampledNode node : frame.nodes()) {
        if (Set.of("balls", "others").contains(node.group())) {
          assets
              .computeIfAbsent(frame.context().split().orElseThrow(), part -> new TreeSet<>())
              .add(node.assetId());
        }
      }
    }
    assertEquals(Set.of("train", "val"), assets.keySet());
    assertEquals(
        5, assets.values().stream().mapToInt(Set::size).sum(), "each in one part: " + assets);
  }

  /** Three shards of nine pairs, and a part of it first: the same dataset. */
  @Test
  void shardsCutNoPairAndMakeTheSameDataset() throws IOException {
    render(out, "--frames", "0-17");
    Path shards = folder.resolve("shards");
    for (int i : new int[] {2, 0, 1, 3}) {
      render(shards, "--frames", "0-17", "--shard", i + "/4");
      assertEquals(0, Trees.digests(shards.resolve("records")).size() % 2, "pairs stay whole");
    }
    CommandRun.of("finish", shards).expect(0);
    assertEquals(Trees.digests(out), Trees.digests(shards));

    Path parts = folder.resolve("parts");
    CommandRun cut = render(parts, "--frames", "3-6");
    assertTrue(cut.err().contains("leave 2 sequences incomplete: each takes 2"), cut.err());
    render(parts, "--frames", "0-17");
    assertEquals(Trees.digests(out), Trees.digests(parts));
  }

  @Test
  void blocksAndReplayOfATwin() throws IOException {
    render(out, "--frames", "996-1003", "--layout", "blocks");
    assertTrue(Files.exists(out.resolve("annotations/instances_train/00001.json")));
    assertTrue(Files.exists(out.resolve("annotations/panoptic_val/00000.json")));
    CommandRun.of("view", out, "--frame", 1001, "--out", folder.resolve("a.png")).expect(0);
    CommandRun.of("view", out, "--sheet", "--out", folder.resolve("b.png")).expect(0);
    render(folder.resolve("flat"), "--frames", "1001");
    Path again = folder.resolve("again");
    CommandRun.of(
            "render",
            "--replay",
            folder.resolve("flat/records/00001001.json"),
            "--renderer",
            "reference",
            "--out",
            again)
        .expect(0);
    for (String file : List.of("records/00001001.json", "images/00001001.png")) {
      assertEquals(-1, Files.mismatch(folder.resolve("flat").resolve(file), again.resolve(file)));
    }
    assertEquals(
        -1,
        Files.mismatch(
            out.resolve("images/00001/00001001.png"), again.resolve("images/00001001.png")));
    String split = frame(again, 1001).context().split().orElseThrow();
    JsonNode coco = json(again.resolve("annotations/instances_" + split + ".json"));
    assertEquals(1000, coco.at("/images/0/diorama/twin_of").asInt());
  }
}
