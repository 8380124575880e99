package org.diorama.dataset.verify.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A panoptic file of another tool: clean as it is, and each mistake under its name. */
class PanopticFileTest {
  /** Two segments, of 4 and of 6 pixels. */
  private static final String COCO =
      """
      {"images": [{"id": 10, "width": 8, "height": 6, "file_name": "a.png"}],
       "annotations": [{"image_id": 10, "file_name": "a.png", "segments_info": [
         {"id": 3, "category_id": 5, "iscrowd": 0, "area": 4, "bbox": [1, 1, 2, 2]},
         {"id": 300, "category_id": 6, "iscrowd": 0, "area": 6, "bbox": [4, 1, 3, 2]}]}],
       "categories": [
         {"id": 5, "name": "cat", "isthing": 1}, {"id": 6, "name": "sky", "isthing": 0}]}
      """;

  @TempDir private Path folder;

  private Verification verify(JsonNode coco) throws IOException, InterruptedException {
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    for (int y = 1; y < 3; y++) {
      for (int x = 1; x < 7; x++) {
        // Ids are R + 256 G: 300 is 44 + 256.
        image.setRGB(x, y, x < 3 ? 0x030000 : x == 3 ? 0 : 0x2c0100);
      }
    }
    Path pictures = Files.createDirectories(folder.resolve("panoptic"));
    ImageIO.write(image, "png", pictures.resolve("a.png").toFile());
    Path file = Files.write(folder.resolve("panoptic.json"), Json.bytes(coco));
    return CocoVerification.run(List.of(file), Optional.empty(), 1, (done, total) -> {});
  }

  private static JsonNode coco() throws Exception {
    return Json.parse(COCO.getBytes(StandardCharsets.UTF_8));
  }

  private static String faults(Verification verification) {
    return verification.counts().keySet().stream()
        .map(Fault::text)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|''",
        "\"area\": 4|\"area\": 5|panoptic-segment-wrong",
        "\"id\": 3,|\"id\": 4,|panoptic-id-not-in-image panoptic-id-not-in-json self-ap-low",
        "\"id\": 300|\"id\": 3|id-duplicate panoptic-id-not-in-json",
        "\"id\": 3,|\"id\": \"3\",|id-no-number",
        "\"iscrowd\": 0, \"area\": 4|\"area\": 4|iscrowd-missing",
        "\"area\": 4, |''|area-missing",
        "\"category_id\": 5|\"category_id\": 7|category-unknown",
        ", \"isthing\": 1|''|categories-wrong",
        "\"isthing\": 0|\"isthing\": \"no\"|categories-wrong",
        "\"file_name\": \"a.png\", \"seg|\"file_name\": \"../a.png\", \"seg|file-name-wrong",
        "\"file_name\": \"a.png\", \"seg|\"file_name\": \"b.png\", \"seg|image-file-missing",
        "\"file_name\": \"a.png\", \"seg|\"file_name\": \"\", \"seg|file-name-wrong",
        "\"file_name\": \"a.png\", \"seg|\"file_name\": \"a\\u0000\", \"seg|file-name-wrong"
      })
  void eachIsFoundUnderItsName(String sound, String odd, String faults) throws Exception {
    String text = COCO.replace(sound, odd);
    assertTrue(sound.isEmpty() || !text.equals(COCO), sound);
    JsonNode coco = Json.parse((sound.isEmpty() ? COCO : text).getBytes(StandardCharsets.UTF_8));
    Verification verification = verify(coco);
    assertEquals(faults, faults(verification), () -> verification.findings().toString());
  }

  /** An image has one panoptic annotation, which has no id: the image's is its own. */
  @Test
  void oneOfTwoAnnotationsVanishes() throws Exception {
    JsonNode coco = coco();
    ArrayNode all = (ArrayNode) coco.get("annotations");
    all.add(all.get(0).deepCopy());
    assertEquals("annotation-twice", faults(verify(coco)));
    ((ArrayNode) all.get(1).get("segments_info")).remove(1);
    assertEquals("id-duplicate panoptic-id-not-in-json", faults(verify(coco)));
    for (JsonNode annotation : all) {
      ((ObjectNode) annotation).put("image_id", 99);
    }
    ((ObjectNode) all.get(1)).set("segments_info", all.get(0).get("segments_info"));
    assertEquals("annotation-twice image-unknown", faults(verify(coco)));
  }
}
