package org.diorama.dataset.verify.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void whatIsNoCocoFileIsNamedWithItsPlace() {
    for (String text :
        new String[] {"[]", "{\"images\": [1]}", "{\"images\": [{}", "{\"a\":1,\"a\":2}"}) {
      FaultyFile fault = assertThrows(FaultyFile.class, () -> open(text));
      assertEquals(Fault.JSON_UNREADABLE, fault.fault(), text);
    }
  }
}
