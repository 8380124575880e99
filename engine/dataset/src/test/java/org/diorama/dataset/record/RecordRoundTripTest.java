package org.diorama.dataset.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a frame holds comes back from its record; a record that lacks any of it is refused. */
class RecordRoundTripTest {
  private static final int ROUNDS = 300;

  private static FrameRecord record(long seed) {
    RandomRecords random = new RandomRecords(seed);
    SampledFrame frame = random.of(SampledFrame.class);
    List<ViewLabels> views =
        frame.cameras().stream()
            .map(
                camera ->
                    new ViewLabels(
                        camera.name(),
                        frame.nodes().stream()
                            .map(SampledNode::instanceId)
                            .distinct()
                            .map(id -> label(random, id))
                            .toList(),
                        List.of(),
                        List.of(random.of(ColorSum.class))))
            .toList();
    return new FrameRecord(
        FrameRecord.VERSION,
        Annotators.DEFAULT,
        frame,
        views,
        List.of(random.of(RecordedFile.class)),
        new TreeMap<>(Map.of("asset", List.of(random.of(AssetPart.class)))));
  }

  private static InstanceLabel label(RandomRecords random, int instance) {
    InstanceLabel any = random.of(InstanceLabel.class);
    return new InstanceLabel(
        instance,
        any.categoryId(),
        any.verdict(),
        any.area(),
        any.bbox(),
        any.visibleFraction(),
        any.truncation(),
        any.nearestDepth(),
        any.farthestDepth(),
        any.contrast(),
        any.extras(),
        any.rle());
  }

  @Test
  void everyFieldSurvives() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      FrameRecord record = record(seed);
      byte[] bytes = FrameRecords.encode(record);
      FrameRecord back = FrameRecords.decode(bytes, "seed " + seed);
      assertEquals(record, back, "seed " + seed);
      assertArrayEquals(bytes, FrameRecords.encode(back), "seed " + seed);
      assertEquals(1, new String(bytes, StandardCharsets.UTF_8).lines().count(), "seed " + seed);
    }
  }

  /** Nothing is guessed: each key of each object is needed, and no other is taken. */
  @Test
  void everyKeyIsNeededAndNoOtherTaken() {
    TreeSet<String> tried = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      JsonNode whole = StrictJson.instance().readTree(FrameRecords.encode(record(seed)));
      List<ObjectNode> objects = new ArrayList<>();
      collect(whole, objects);
      for (ObjectNode object : objects) {
        for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
          // Which assets have parts is no form.
          if (object == whole.get("parts")
              || !tried.add(object.propertyNames() + " " + entry.getKey())) {
            continue;
          }
          object.remove(entry.getKey());
          refused(whole, "without " + entry.getKey());
          object.set(entry.getKey(), entry.getValue());
        }
        object.put("surplus", 1);
        refused(whole, "with a surplus key beside " + object.propertyNames());
        object.remove("surplus");
      }
    }
    assertTrue(tried.size() > 70, tried.size() + " keys: " + tried);
  }

  private static void refused(JsonNode record, String what) {
    byte[] bytes = StrictJson.instance().writeValueAsBytes(record);
    assertThrows(DioramaException.class, () -> FrameRecords.decode(bytes, "a.json"), what);
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }
}
