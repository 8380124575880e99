package org.diorama.dataset.verify.replay;

import static org.diorama.dataset.verify.replay.WallAndCard.CAMERA;
import static org.diorama.dataset.verify.replay.WallAndCard.CARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Map;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.coco.RunLengths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A card whose left edge passes the centers of column 5 by 0.004 pixels, or by 0.02. */
class LabelComparisonTest {
  private static final String LABEL =
      """
      {"instance_id": 2, "verdict": "annotated", "area": 72, "bbox": [6, 0, 6, 12],
       "visible_fraction": 0.75, "truncation": 0.1, "nearest_depth": 4.0, "farthest_depth": 5.0,
       "rle": "text",
       "extras": {
         "bbox_amodal": [10, 0, 4, 12], "bbox_full": [10, 0, 4, 12], "bbox_loose": [9, 0, 5, 12],
         "bbox_3d": {"size": [1, 2, 3]}, "pose": {"scale": [1, 1, 1]},
         "amodal_mask": "MASK", "pieces": 1,
         "occlusion": [{"instance_id": 7, "pixels": 24, "before": 24}],
         "extent": {"distance": 4.5, "nearest": 4.1, "pixels": 12},
         "keypoints": [{"name": "top", "x": 11.2, "y": 3.4, "v": 2, "position": [1, 2, 3]}]}}
      """;

  private static JsonNode label(String text) {
    return ReplayComparison.tree(("[" + text + "]").getBytes());
  }

  /** Runs of whole columns. */
  private static String mask(int from, int to) {
    int[] counts = {12 * from, 12 * (to - from), 12 * (16 - to)};
    return new RunLengths(16, 12, counts).text().replace("\\", "\\\\");
  }

  private static Map<Integer, String> faults(double left, BitSet others, String one, String two) {
    return new LabelComparison(
            CAMERA.width(), CAMERA.height(), () -> WallAndCard.of(left, 4), others)
        .faults(label(one), label(two));
  }

  private static BitSet pixel(int x, int y) {
    BitSet pixel = new BitSet();
    pixel.set(y * CAMERA.width() + x);
    return pixel;
  }

  private static String plain() {
    return LABEL.replace("MASK", mask(6, 14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"area\": 72; \"area\": 73",
        "\"bbox\": [6, 0, 6, 12]; \"bbox\": [6, 0, 6, 11]",
        "\"truncation\": 0.1; \"truncation\": 0.13",
        "\"nearest_depth\": 4.0; \"nearest_depth\": 4.0002",
        "\"farthest_depth\": 5.0; \"farthest_depth\": 5.0002",
        "\"rle\": \"text\"; \"rle\": \"next\"",
        "\"bbox_amodal\": [10; \"bbox_amodal\": [9",
        "\"bbox_full\": [10; \"bbox_full\": [10.001",
        "\"bbox_loose\": [9; \"bbox_loose\": [9.001",
        "\"size\": [1; \"size\": [1.001",
        "\"scale\": [1; \"scale\": [1.001",
        "\"pieces\": 1; \"pieces\": 2",
        "\"pixels\": 24; \"pixels\": 23",
        "\"before\": 24; \"before\": 25",
        "\"instance_id\": 7; \"instance_id\": 8",
        "\"distance\": 4.5; \"distance\": 4.6",
        "\"nearest\": 4.1; \"nearest\": 4.1002",
        "\"pixels\": 12; \"pixels\": 13",
        "\"name\": \"top\"; \"name\": \"low\"",
        "\"x\": 11.2; \"x\": 11.3",
        "\"v\": 2; \"v\": 1",
        "\"position\": [1; \"position\": [1.01"
      })
  void everyValueIsCompared(String is, String becomes) {
    String other = plain().replace(is, becomes);
    assertTrue(!other.equals(plain()), is);
    assertEquals(Map.of(), faults(6, new BitSet(), plain(), plain()));
    assertEquals(1, faults(6, new BitSet(), plain(), other).size(), is);
    assertEquals(1, faults(6, new BitSet(), other, plain()).size(), is);
  }

  /** Contrast is none of geometry or pixels, but of colors. */
  @Test
  void everyAnnotatorsValueIsAmongThem() {
    for (Annotator annotator : Annotator.values()) {
      boolean isValue = annotator.files().isEmpty() && annotator != Annotator.CONTRAST;
      assertEquals(isValue, label(plain()).at("/0/extras").has(annotator.text()), annotator.text());
    }
  }

  /** What is read off pixels may be another where they are; what is not may never. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"bbox\": [6, 0, 6, 12]; \"bbox\": [6, 0, 6, 11]; 0",
        "\"nearest_depth\": 4.0; \"nearest_depth\": 4.5; 0",
        "\"pieces\": 1; \"pieces\": 2; 0",
        "\"pixels\": 24; \"pixels\": 23; 0",
        "\"pixels\": 24; \"pixels\": 22; 1",
        "\"v\": 2; \"v\": 1; 0",
        "\"x\": 11.2; \"x\": 11.3; 1",
        "\"distance\": 4.5; \"distance\": 4.6; 1",
        "\"truncation\": 0.1; \"truncation\": 0.13; 1"
      })
  void ofPixelsThatDifferLessIsHeld(String is, String becomes, int found) {
    String other = plain().replace(is, becomes);
    assertEquals(found, faults(6, pixel(11, 2), plain(), other).size(), is);
  }

  /** A pixel off a keypoint, says nothing of it. */
  @Test
  void pixelsElsewhereExcuseNothing() {
    String hidden = plain().replace("\"v\": 2", "\"v\": 1");
    assertEquals(1, faults(6, pixel(12, 2), plain(), hidden).size());
  }

  @Test
  void silhouettesDifferWhereAnOutlineIsNear() {
    String wider = LABEL.replace("MASK", mask(5, 14)).replace("0.75", "0.6666666666666666");
    assertEquals(Map.of(), faults(5.504, new BitSet(), plain(), wider));
    assertEquals(
        Map.of(CARD, "a silhouette of 108 pixels, which no outline leaves open"),
        faults(5.52, new BitSet(), plain(), wider));
    String moved = LABEL.replace("MASK", mask(7, 15));
    assertEquals(
        Map.of(CARD, "the silhouettes differ in column 6 row 0, and the outline is not near"),
        faults(5.504, new BitSet(), plain(), moved));
  }
}
