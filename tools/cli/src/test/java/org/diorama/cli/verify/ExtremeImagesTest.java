package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Images of a pixel, of six and of a row, filled by one thing or by parts of some: every annotator
 * of a moving stereo pair in every format, at the ends of what category ids may be.
 */
class ExtremeImagesTest {
  private static final String PIECES =
      """
        blocks:
          asset: {primitive: box}
          count: 4
          area: {x: [-1.5, 1.5], y: [-1.5, 1.5]}
          size: 0.7
          label: block
          motion: {velocity: [0.5, 0, 0]}
        rings:
          asset: {primitive: torus}
          count: 2
          area: {x: [-1.5, 1.5], y: [-1.5, 1.5]}
          label: ring
      """;
  private static final String WALL =
      """
        wall: {asset: {primitive: box}, at: [0, -3.5, -10], size: [30, 0.1, 30], label: block}
        hidden: {asset: {primitive: box}, label: ring}
      """;

  @TempDir Path folder;

  private static String scene(int width, int height, String things, String drop, int id) {
    return """
        version: 1
        name: extreme
        frames: 2
        seed: 5
        image: {width: %d, height: %d}
        labels: {annotators: all, drop: {%s}}
        split: {train: 1}
        sequence: {length: 2, fps: 10}
        categories: {block: {id: %d}, ring: {id: 2}, ground: {id: 7, stuff: true}}
        cameras:
          left: {at: [0, -4, 2], look_at: [0, 0, 0.3], fov: 50}
          right: {at: [0.2, -4, 2], look_at: [0.2, 0, 0.3], fov: 50}
        objects:
          floor: {asset: {primitive: plane}, size: [8, 8, 1], label: ground}
        """
            .formatted(width, height, drop, id)
        + things;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1|wall|''|65534|1",
        "3|2|pieces|min_piece_share: 0.3, min_visible_fraction: 0.9, then: crowd|255|-1",
        "67|1|pieces|min_pixels: 2|1|-1"
      })
  void holdsForAll(int width, int height, String things, String drop, int id, int each)
      throws Exception {
    String yaml = scene(width, height, things.equals("wall") ? WALL : PIECES, drop, id);
    Path out = folder.resolve("out");
    CommandRun.of(
            "render",
            TestScene.write(folder, yaml),
            "--out",
            out,
            "--renderer=reference",
            "--progress=none",
            "--format=coco,coco-polygon,coco-rle,yolo")
        .expect(0);
    CommandRun.of("verify", out, "--replay", "none").expect(0);
    CommandRun.of("view", out, "--frame=1", "--out", folder.resolve("view.png")).expect(0);
    if (each >= 0) {
      JsonNode file =
          StrictJson.instance()
              .readTree(Files.readAllBytes(out.resolve("annotations/instances_train.json")));
      assertEquals(4, file.get("images").size());
      assertEquals(4 * each, file.get("annotations").size());
      for (JsonNode annotation : file.get("annotations")) {
        assertEquals("[0,0,1,1]", annotation.get("bbox").toString().replace(".0", ""));
        assertEquals(id, annotation.get("category_id").asInt());
      }
    }
  }
}
