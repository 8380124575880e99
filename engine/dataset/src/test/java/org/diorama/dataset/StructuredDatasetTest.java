package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Sequences of three steps with a twin each, seen by two cameras, in two of three splits. */
class StructuredDatasetTest {
  private static final String FRAMES = "982-1019";

  private final SyntheticFrames frames = SyntheticFrames.structured();
  @TempDir private Path root;

  private static JsonNode json(Path file) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(file));
  }

  private List<JsonNode> coco(String name) throws IOException {
    List<JsonNode> files = new ArrayList<>();
    Path single = root.resolve("annotations/" + name + ".json");
    if (Files.exists(single)) {
      files.add(json(single));
    } else {
      try (Stream<Path> blocks = Files.list(root.resolve("annotations/" + name))) {
        for (Path block : blocks.filter(Files::isRegularFile).sorted().toList()) {
          files.add(json(block));
        }
      }
    }
    return files;
  }

  private static List<JsonNode> entries(List<JsonNode> files, String key) {
    return files.stream().flatMap(file -> file.get(key).valueStream()).toList();
  }

  /** Every frame is in the files of its own split, and in no other. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void splitsHaveFilesOfTheirOwn(Layout layout) throws IOException {
    FinishReport report = Runs.all(root, frames, FRAMES, layout);
    FrameSet committed = StoredDataset.open(root).committed();
    assertEquals(34, committed.size(), "four failed");
    Map<Long, String> splitOf = new HashMap<>();
    Map<String, Long> framesBySplit = new TreeMap<>();
    for (String split : List.of("train", "val", "test")) {
      List<JsonNode> instances = coco("instances_" + split);
      Set<Long> imagesHere = new HashSet<>();
      Set<Long> framesHere = new HashSet<>();
      for (JsonNode image : entries(instances, "images")) {
        assertEquals(split, image.at("/diorama/split").asString());
        long frame = image.at("/diorama/frame").asLong();
        assertTrue(imagesHere.add(image.get("id").asLong()));
        framesHere.add(frame);
        String before = splitOf.put(image.get("id").asLong(), split);
        assertEquals(null, before, "image in two splits");
      }
      framesBySplit.put(split, (long) framesHere.size());
      for (JsonNode annotation : entries(instances, "annotations")) {
        assertTrue(imagesHere.contains(annotation.get("image_id").asLong()));
      }
      List<JsonNode> panoptic = coco("panoptic_" + split);
      assertEquals(imagesHere.size(), entries(panoptic, "images").size());
      assertEquals(imagesHere.size(), entries(panoptic, "annotations").size());
      assertEquals(2, instances.get(0).get("categories").size(), "an empty split has its file");
    }
    assertEquals(2 * committed.size(), splitOf.size(), "every image is somewhere");
    assertEquals(framesBySplit, report.splits());
    assertEquals(0, framesBySplit.get("test"));
    assertTrue(framesBySplit.get("val") > 0);
    assertFalse(Files.exists(root.resolve("annotations/instances.json")));
    assertTrue(report.instances().contains("instances_train"), report.instances());
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void imagesTellWhatFramesHaveToDoWithOneAnother(Layout layout) throws IOException {
    Runs.all(root, frames, FRAMES, layout);
    List<JsonNode> images = new ArrayList<>();
    images.addAll(entries(coco("instances_train"), "images"));
    images.addAll(entries(coco("instances_val"), "images"));
    int twins = 0;
    for (JsonNode image : images) {
      JsonNode extras = image.get("diorama");
      long frame = extras.get("frame").asLong();
      long sequence = frame / 6;
      assertEquals(sequence, extras.get("sequence").asLong());
      assertEquals(frame % 3, extras.get("step").asLong());
      boolean twin = frame / 3 % 2 == 1;
      twins += twin ? 1 : 0;
      assertEquals(twin ? Long.toString(frame - 3) : "null", extras.get("twin_of").toString());
      assertEquals(
          (sequence + (twin ? 1 : 0)) % 2 == 0 ? "rain" : "dry",
          extras.at("/factors/weather").asString());
      assertTrue(extras.at("/factors/speed").isNumber(), extras.toString());
      assertEquals(sequence / 4.0, extras.at("/factors/speed").asDouble());
      String camera = extras.get("camera").asString();
      assertEquals(frame * 2 + (camera.equals("right") ? 2 : 1), image.get("id").asLong(), camera);
    }
    assertTrue(twins > 10 && twins < images.size());
  }

  /** The manifest's counts are those of the records, however they were added up. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void countsAreThoseOfTheRecords(Layout layout) throws IOException {
    FinishReport report = Runs.all(root, frames, FRAMES, layout);
    JsonNode manifest = json(root.resolve("dataset.json"));
    JsonNode counts = manifest.get("counts");
    StoredDataset dataset = StoredDataset.open(root);
    FrameSet committed = dataset.committed();
    long wanted = 0;
    long placed = 0;
    Map<String, Long> met = new TreeMap<>();
    Map<String, Long> all = new TreeMap<>();
    Map<String, Long> weather = new TreeMap<>(Map.of("rain", 0L, "dry", 0L, "snow", 0L));
    for (int i = 0; i < committed.size(); i++) {
      SampledFrame frame = dataset.record(committed.at(i)).frame();
      wanted += frame.groups().get(0).wanted();
      placed += frame.groups().get(0).placed();
      weather.merge(frame.context().factors().get(0).level(), 1L, Long::sum);
      // A sequence's targets hold in its first frame.
      boolean first = frame.context().position().step() == 0;
      for (TargetVerdict target : first ? frame.targets() : List.<TargetVerdict>of()) {
        all.merge("boxes." + target.target().text(), 1L, Long::sum);
        met.merge("boxes." + target.target().text(), target.met() ? 1L : 0L, Long::sum);
      }
    }
    assertEquals(wanted, counts.at("/groups/boxes/wanted").asLong());
    assertEquals(placed, counts.at("/groups/boxes/placed").asLong());
    assertEquals(report.groups().get("boxes").placed(), placed);
    assertEquals(2, all.size());
    for (String target : all.keySet()) {
      JsonNode count = counts.at("/targets/" + target);
      long missed = all.get(target) - met.get(target);
      assertEquals(all.get(target), count.get("instances").asLong());
      assertEquals(met.get(target), count.get("met").asLong());
      assertEquals(
          missed == 0 ? "{}" : "{\"no box left to move\":" + missed + "}",
          count.get("causes").toString());
    }
    assertEquals(
        met.get("boxes.visible_fraction"),
        counts.at("/targets/boxes.visible_fraction/measured").asLong());
    for (String level : weather.keySet()) {
      assertEquals(weather.get(level), counts.at("/factors/weather/" + level).asLong(), level);
    }
    assertTrue(counts.at("/factors/speed").isMissingNode(), "numbers are not counted");
    assertEquals("[\"left\",\"right\"]", manifest.get("cameras").toString());
    assertEquals(
        "{\"length\":3,\"twins\":2,\"frames_per_second\":12.5,\"factors\":["
            + "{\"factor\":\"weather\",\"levels\":[\"rain\",\"dry\",\"snow\"]},"
            + "{\"factor\":\"speed\",\"levels\":[]}],\"splits\":[\"train\",\"val\",\"test\"]}",
        manifest.get("structure").toString());
  }

  /** 985, 995, 1005 and 1015 fail; the frames beside them stay, and the manifest counts. */
  @Test
  void aFailedMemberLeavesTheOthers() throws IOException {
    Runs.all(root, frames, "984-989", Layout.FLAT);
    JsonNode manifest = json(root.resolve("dataset.json"));
    assertEquals("984,986-989", manifest.get("frames").asString());
    assertEquals("985", manifest.get("failed").asString());
    assertEquals(1, manifest.at("/counts/incomplete").asLong());
    Runs.all(root, frames, "984-1019", Layout.FLAT);
    assertEquals(4, json(root.resolve("dataset.json")).at("/counts/incomplete").asLong());
  }

  @Test
  void aSequenceMayBeginAnywhereAndBeCompletedLater() throws IOException {
    Path whole = root.resolve("whole");
    Path parts = root.resolve("parts");
    Runs.all(whole, frames, "0-17", Layout.FLAT);
    Runs.all(parts, frames, "4-7", Layout.FLAT);
    Runs.all(parts, frames, "0-17", Layout.FLAT);
    FolderContent.assertSame(FolderContent.of(whole), FolderContent.of(parts), "parts");
  }

  @Test
  void framesThatDoNotFitInAreRefused() {
    SyntheticFrames still = new SyntheticFrames(9, 7, List.of("left", "right"), frames.rules());
    DatasetRequest request = DatasetRequest.of(FrameSet.of(0, 20));
    for (boolean structured : new boolean[] {true, false}) {
      Path folder = root.resolve(structured ? "structured" : "still");
      SyntheticFrames own = structured ? frames : still;
      SampledFrame other = (structured ? still : frames).sampled(7);
      try (Dataset dataset =
          Dataset.open(folder, own.description(), Runs.SCENE, request, LabelAssets.none())) {
        DioramaException failure =
            assertThrows(DioramaException.class, () -> dataset.commit(other, own.rendered(other)));
        assertEquals(ExitStatus.BAD_INPUT, failure.status());
        assertTrue(failure.getMessage().contains("sequence=7"), failure.getMessage());
        assertFalse(Files.exists(folder.resolve("images")));
      }
    }
  }

  @Test
  void aSplitThatTheDatasetLacksIsRefused() throws IOException {
    Runs.all(root, frames, "0-1", Layout.FLAT);
    Path record = root.resolve("records/00000000.json");
    Files.writeString(record, Files.readString(record).replace("\"val\"", "\"vall\""));
    Files.delete(root.resolve("_SUCCESS"));
    DioramaException failure = assertThrows(DioramaException.class, () -> DatasetFinish.run(root));
    assertEquals(ExitStatus.BAD_INPUT, failure.status());
    assertTrue(failure.getMessage().contains("names the split 'vall'"), failure.getMessage());
  }
}
