package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The masks that COCO's own code computed, in every form of {@code segmentation}. */
class MaskEncodingTest {
  static Stream<JsonNode> masks() {
    return Stream.concat(GoldenVectors.of("rle"), GoldenVectors.of("polygons"));
  }

  private static JsonNode json(MaskEncoding encoding, JsonNode vector, boolean crowd) {
    return StrictJson.instance()
        .valueToTree(
            encoding.encode(
                vector.get("w").asInt(),
                vector.get("h").asInt(),
                vector.get("rle").asString(),
                crowd));
  }

  private static void assertSize(JsonNode vector, JsonNode segmentation) {
    assertEquals(vector.get("h").asInt(), segmentation.at("/size/0").asInt());
    assertEquals(vector.get("w").asInt(), segmentation.at("/size/1").asInt());
  }

  @ParameterizedTest
  @MethodSource("masks")
  void runLengths(JsonNode vector) {
    JsonNode compressed = json(MaskEncoding.COMPRESSED, vector, false);
    assertSize(vector, compressed);
    assertEquals(vector.get("rle"), compressed.get("counts"));
    for (boolean crowd : new boolean[] {false, true}) {
      JsonNode counts = json(MaskEncoding.COUNTS, vector, crowd);
      assertSize(vector, counts);
      assertEquals(vector.get("counts"), counts.get("counts"));
    }
  }

  @ParameterizedTest
  @MethodSource("masks")
  void polygons(JsonNode vector) {
    JsonNode segmentation = json(MaskEncoding.POLYGONS, vector, false);
    if (segmentation.isArray()) {
      List<double[]> polygons = segmentation.valueStream().map(GoldenVectors::numbers).toList();
      assertFalse(polygons.isEmpty(), "readers take no polygons for no mask");
      assertTrue(polygons.stream().allMatch(polygon -> polygon.length >= 8), "corners of squares");
      RunLengths mask = Polygons.fill(vector.get("w").asInt(), vector.get("h").asInt(), polygons);
      assertArrayEquals(GoldenVectors.integers(vector.get("counts")), mask.counts());
    } else {
      assertEquals(json(MaskEncoding.COUNTS, vector, false), segmentation);
    }
    assertTrue(json(MaskEncoding.POLYGONS, vector, true).isObject(), "a crowd keeps its counts");
  }

  /** Else no form would be put to the test. */
  @Test
  void bothFormsOccur() {
    List<Boolean> arrays =
        masks().map(vector -> json(MaskEncoding.POLYGONS, vector, false).isArray()).toList();
    assertTrue(arrays.contains(true) && arrays.contains(false), arrays.toString());
  }

  @Test
  void aRingKeepsItsHole() {
    RunLengths ring = new RunLengths(3, 3, new int[] {0, 4, 1, 4});
    JsonNode segmentation =
        StrictJson.instance().valueToTree(MaskEncoding.POLYGONS.encode(3, 3, ring.text(), false));
    assertEquals("{\"size\":[3,3],\"counts\":[0,4,1,4]}", segmentation.toString());
  }
}
