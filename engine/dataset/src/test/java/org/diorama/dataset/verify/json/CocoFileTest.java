package org.diorama.dataset.verify.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are found again by their places, whatever order and spacing they have. */
class CocoFileTest {
  @TempDir private Path folder;

  private CocoFile open(String text) throws IOException, FaultyFile {
    return CocoFile.open(Files.writeString(folder.resolve("coco.json"), text));
  }

  @Test
  void annotationsBelongToTheirImages() throws IOException, FaultyFile {
    try (CocoFile coco =
        open(
            """
            {"info": {"images": [1]}, "annotations": [
              {"note": "ä {} ] \\" é", "id": 7, "nested": {"id": 9, "image_id": [3]}, "image_id": 20},
              {"id": 8, "image_id": 10}  , {"image_id": 20, "id": 7}, {"id": "x", "image_id": 5}
            ], "categories": [{"id": 1, "name": "a"}],
             "images": [ {"id": 20, "file_name": "b"}, {"file_name": "a", "id": 10},
              {"id": 20, "file_name": "c"}]}
            """)) {
      assertEquals(3, coco.imageCount());
      assertEquals(4, coco.annotationCount());
      assertArrayEquals(new int[] {0, 2}, coco.annotationsOf(20));
      assertArrayEquals(new int[] {1}, coco.annotationsOf(10));
      assertArrayEquals(new int[] {}, coco.annotationsOf(5));
      assertEquals("ä {} ] \" é", coco.annotation(0).get("note").asString());
      assertEquals(8, coco.annotation(1).get("id").asInt());
      assertEquals("b", coco.imageOfId(20).get("file_name").asString());
      assertEquals("a", coco.imageOfId(10).get("file_name").asString());
      assertArrayEquals(new long[] {7}, coco.repeatedAnnotationIds());
      assertArrayEquals(new long[] {20}, coco.repeatedImageIds());
      assertEquals(CocoFile.NO_ID, coco.annotationId(3));
      assertEquals(5, coco.imageOf(3));
      assertFalse(coco.hasImage(5));
      assertTrue(coco.hasImage(10));
      assertEquals(1, coco.categories().size());
    }
  }

  /** Cut off or with a number that JSON has not: the place and the cause, nothing of the parser. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'images': [{'id': 1}], 'annotations': [~ {'id': 1, 'bbox': [0, 1|line 2, column ",
        "{'images': [],~ 'annotations': [{'id': 1, 'note': 'ab|line 2, column ",
        "{'images': [],~ 'annotations': [{'area': NaN}]}|line 2, column "
      })
  void whatTheParserSaysIsForPeople(String text, String place) {
    FaultyFile fault =
        assertThrows(FaultyFile.class, () -> open(text.replace('\'', '"').replace('~', '\n')));
    assertEquals(Fault.JSON_UNREADABLE, fault.fault());
    String said = fault.getMessage();
    assertTrue(said.startsWith(place) && said.length() > place.length() + 5, said);
    for (String leak : new String[] {"Source", "Feature", "REDACTED", "UNKNOWN", "enable"}) {
      assertFalse(said.contains(leak), said);
    }
  }

  @Test
  void numbersThatAreNotFiniteHavePlaces() throws IOException, FaultyFile {
    List<String> heard = new ArrayList<>();
    Path file =
        Files.writeString(
            folder.resolve("coco.json"),
            """
            {"info": {"x": -Infinity},
             "images": [{"id": 20, "gain": [1, 1e999]}],
             "annotations": [
              {"bbox": [0, 1, 2e3, NaN], "id": 7, "image_id": 20, "area": Infinity},
              {"id": 8, "image_id": 20, "area": 1e300}]}
            """);
    try (CocoFile coco =
        CocoFile.openLeniently(
            file,
            n -> heard.add(n.place() + "|" + n.text() + "|" + n.image() + "|" + n.annotation()))) {
      assertEquals(2, coco.annotationCount());
      assertEquals(Double.POSITIVE_INFINITY, coco.annotation(0).get("area").doubleValue());
    }
    assertEquals(
        List.of(
            "line 1, column 16, info|-Infinity|OptionalLong.empty|OptionalLong.empty",
            "line 2, column 36, gain|1e999|OptionalLong[20]|OptionalLong.empty",
            "line 4, column 24, bbox|NaN|OptionalLong[20]|OptionalLong[7]",
            "line 4, column 63, area|Infinity|OptionalLong[20]|OptionalLong[7]"),
        heard);
  }

  @Test
  void whatIsNoCocoFileIsNamedWithItsPlace() {
    for (String text :
        new String[] {"[]", "{\"images\": [1]}", "{\"images\": [{}", "{\"a\":1,\"a\":2}"}) {
      FaultyFile fault = assertThrows(FaultyFile.class, () -> open(text));
      assertEquals(Fault.JSON_UNREADABLE, fault.fault(), text);
    }
  }
}
