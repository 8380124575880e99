package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.diorama.cli.CommandRun;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Things of several objects that are labelled as one, and small pieces that are not labelled. */
class PartsTest {
  /**
   * A cross of five cubes that face the camera, each 10 pixels wide, the middle one at columns 27
   * to 36 and rows 27 to 36; which of the arms are parts of the middle is filled in.
   */
  private static final String CROSS =
      """
      version: 1
      name: cross
      frames: 1
      image: {width: 64, height: 64}
      categories: {body: {id: 1}, arm: {id: 2}, sky: {id: 3, stuff: true}}
      camera: {at: [0, -10.5, 0], look_at: [0, 0, 0], intrinsics: {fx: 100, fy: 100, cx: 32, cy: 32}}
      objects:
        body:
          asset: {primitive: box}
          at: [0, 0, -0.5]
          label: body
          children:
            east: {asset: {primitive: box}, at: [1, 0, 0], label: %s}
            west: {asset: {primitive: box}, at: [-1, 0, 0], label: %s}
            up: {asset: {primitive: box}, at: [0, 0, 1], label: %s}
            down: {asset: {primitive: box}, at: [0, 0, -1], label: %s}
      labels: {annotators: [bbox_amodal, amodal_mask, pieces]}
      """;

  @TempDir private Path folder;

  private Path render(String name, String yaml) throws IOException {
    Path scene = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    Path out = folder.resolve(name);
    CommandRun.of("render", scene, "--renderer", "reference", "--out", out).expect(0);
    CommandRun.of("verify", out).expect(0);
    return out;
  }

  private static List<JsonNode> annotations(Path dataset) throws IOException {
    JsonNode coco =
        StrictJson.instance()
            .readTree(Files.readAllBytes(dataset.resolve("annotations/instances.json")));
    List<JsonNode> annotations = new ArrayList<>();
    coco.get("annotations").forEach(annotations::add);
    return annotations;
  }

  /** Every subset of the arms belongs to the body: masks, boxes and ids are those of the union. */
  @Test
  void fiveCubesWithEverySubsetMerged() throws IOException {
    int[][] steps = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}};
    for (int subset = 0; subset < 16; subset++) {
      Object[] labels = new Object[4];
      int left = 27;
      int top = 27;
      int right = 37;
      int bottom = 37;
      for (int arm = 0; arm < 4; arm++) {
        boolean merged = (subset >> arm & 1) == 1;
        labels[arm] = merged ? "parent" : "arm";
        if (merged) {
          left = Math.min(left, 27 + 10 * steps[arm][0]);
          right = Math.max(right, 37 + 10 * steps[arm][0]);
          top = Math.min(top, 27 + 10 * steps[arm][1]);
          bottom = Math.max(bottom, 37 + 10 * steps[arm][1]);
        }
      }
      int merged = Integer.bitCount(subset);
      Path out = render("cross" + subset, CROSS.formatted(labels));
      List<JsonNode> annotations = annotations(out);
      assertEquals(5 - merged, annotations.size(), "subset " + subset);
      JsonNode body = annotations.get(0);
      assertEquals(1, body.get("category_id").asInt());
      assertEquals(100 * (1 + merged), body.get("area").asInt(), "subset " + subset);
      assertEquals(
          "[%d,%d,%d,%d]".formatted(left, top, right - left, bottom - top),
          body.get("bbox").toString(),
          "subset " + subset);
      assertEquals(1.0, body.at("/diorama/visible_fraction").asDouble());
      for (JsonNode arm : annotations.subList(1, annotations.size())) {
        assertEquals(2, arm.get("category_id").asInt());
        assertEquals(100, arm.get("area").asInt());
      }
      Raster ids = ImageIO.read(out.resolve("instance/00000000.png").toFile()).getRaster();
      for (int arm = 0; arm < 4; arm++) {
        int id = ids.getSample(32 + 10 * steps[arm][0], 32 + 10 * steps[arm][1], 0);
        assertEquals((subset >> arm & 1) == 1, id == 1, "arm %d of %d".formatted(arm, subset));
      }
    }
  }

  /** A board behind a fence of unlabelled bars is seen in stripes: the narrow one is void. */
  @Test
  void smallPiecesLeaveMaskAndBoxTogether() throws IOException {
    Path out =
        render(
            "fence",
            """
            version: 1
            name: fence
            frames: 1
            image: {width: 64, height: 64}
            categories: {board: {id: 1}}
            camera: {at: [0, -10, 0], look_at: [0, 0, 0], intrinsics: {fx: 100, fy: 100, cx: 32, cy: 32}}
            objects:
              board: {asset: {primitive: box}, size: [4, 0.001, 2], at: [0, 0, -1], label: board}
              bar: {asset: {primitive: box}, size: [0.8, 0.001, 4], at: [1, -1, -2], label: none}
            labels: {drop: {min_piece_share: 0.2}}
            """);
    JsonNode board = annotations(out).get(0);
    // The board spans columns 12 to 51 and rows 22 to 41; the bar hides columns 39 to 47.
    Raster ids = ImageIO.read(out.resolve("instance/00000000.png").toFile()).getRaster();
    Raster semantic = ImageIO.read(out.resolve("semantic/00000000.png").toFile()).getRaster();
    assertEquals(1, ids.getSample(20, 30, 0));
    assertEquals(65535, ids.getSample(50, 30, 0), "the small piece is nobody's");
    assertEquals(255, semantic.getSample(50, 30, 0), "and void");
    assertEquals(0, semantic.getSample(60, 30, 0), "unlike the background");
    int right = board.get("bbox").get(0).asInt() + board.get("bbox").get(2).asInt();
    assertTrue(right < 42, "the box ends where the bar begins, not at " + right);
    assertEquals(
        board.get("bbox").get(2).asInt() * board.get("bbox").get(3).asInt(),
        board.get("area").asInt());
  }
}
