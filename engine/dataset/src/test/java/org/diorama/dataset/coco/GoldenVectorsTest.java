package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GoldenVectorsTest {
  @Test
  void allAreThere() {
    assertEquals(
        List.of(24L, 10L, 5L, 5L, 7L),
        Stream.of("rle", "polygons", "mask_iou", "bbox_iou", "panoptic_ids")
            .map(family -> GoldenVectors.of(family).count())
            .toList());
  }

  static Stream<JsonNode> rle() {
    return GoldenVectors.of("rle");
  }

  @ParameterizedTest
  @MethodSource("rle")
  void runLengths(JsonNode vector) {
    int width = vector.get("w").asInt();
    int height = vector.get("h").asInt();
    RunLengths mask = RunLengths.parse(width, height, vector.get("rle").asString());
    assertArrayEquals(GoldenVectors.integers(vector.get("counts")), mask.counts());
    assertEquals(vector.get("rle").asString(), mask.text());
    assertEquals(vector.get("area").asLong(), mask.area());
    assertEquals(GoldenVectors.box(vector.get("bbox")), mask.box());
    if (vector.get("rows").isArray()) {
      StringBuilder rows = new StringBuilder();
      for (boolean pixel : mask.toMask()) {
        rows.append(pixel ? '1' : '0');
      }
      String expected =
          String.join(
              "",
              StreamSupport.stream(vector.get("rows").spliterator(), false)
                  .map(JsonNode::asString)
                  .toList());
      assertEquals(expected, rows.toString());
    }
  }

  static Stream<JsonNode> polygons() {
    return GoldenVectors.of("polygons");
  }

  @ParameterizedTest
  @MethodSource("polygons")
  void filledPolygons(JsonNode vector) {
    List<double[]> polygons =
        StreamSupport.stream(vector.get("polygons").spliterator(), false)
            .map(GoldenVectors::numbers)
            .toList();
    RunLengths mask = Polygons.fill(vector.get("w").asInt(), vector.get("h").asInt(), polygons);
    assertArrayEquals(GoldenVectors.integers(vector.get("counts")), mask.counts());
    assertEquals(vector.get("rle").asString(), mask.text());
    assertEquals(vector.get("area").asLong(), mask.area());
    assertEquals(GoldenVectors.box(vector.get("bbox")), mask.box());
  }

  static Stream<JsonNode> maskOverlaps() {
    return GoldenVectors.of("mask_iou");
  }

  @ParameterizedTest
  @MethodSource("maskOverlaps")
  void overlapOfMasks(JsonNode vector) {
    int height = vector.get("size").get(0).asInt();
    int width = vector.get("size").get(1).asInt();
    assertEquals(
        vector.get("iou").asDouble(),
        Masks.overlap(
            RunLengths.parse(width, height, vector.get("dt").asString()),
            RunLengths.parse(width, height, vector.get("gt").asString()),
            vector.get("iscrowd").asInt() == 1));
  }

  static Stream<JsonNode> boxOverlaps() {
    return GoldenVectors.of("bbox_iou");
  }

  @ParameterizedTest
  @MethodSource("boxOverlaps")
  void overlapOfBoxes(JsonNode vector) {
    assertEquals(
        vector.get("iou").asDouble(),
        GoldenVectors.box(vector.get("dt"))
            .overlap(GoldenVectors.box(vector.get("gt")), vector.get("iscrowd").asInt() == 1));
  }

  static Stream<JsonNode> panopticIds() {
    return GoldenVectors.of("panoptic_ids");
  }

  @ParameterizedTest
  @MethodSource("panopticIds")
  void colorsOfPanopticIds(JsonNode vector) {
    int[] color = GoldenVectors.integers(vector.get("rgb"));
    assertEquals(
        color[0] | color[1] << 8 | color[2] << 16, PanopticColors.color(vector.get("id").asInt()));
    assertEquals(vector.get("id").asInt(), PanopticColors.id(color[0], color[1], color[2]));
  }
}
