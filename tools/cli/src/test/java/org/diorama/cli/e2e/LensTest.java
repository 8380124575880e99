package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an author says of a lens, boxes of annotations are where a pinhole puts them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LensTest {
  /** A box whose front, 4.5 m off, faces cameras that look along +Y. */
  private static final String SCENE =
      """
      version: 1
      name: lens
      frames: 1
      image: {width: 160, height: 120}
      categories: {crate: {id: 1}}
      cameras:
        fov: {at: [0, -5, 0.5], yaw: 90, fov: 50}
        focal: {at: [0, -5, 0.5], look_at: [0, 0, 0.5], focal_length: 24, sensor: 23.5}
        full: {at: [0, -5, 0.5], yaw: 90, focal_length: 35}
        known:
          at: [0, -5, 0.5]
          yaw: 90
          intrinsics: {fx: 150, fy: 120, cx: 70.5, cy: 66.25}
          image: {width: 150, height: 130}
        pair: {at: [0, -5, 0.5], yaw: 90, stereo: {baseline: 0.4}}
      objects:
        crate: {asset: {primitive: box}, at: [0.3, 0, 0.1], label: crate}
      """;

  private JsonNode instances;

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    Path scene = TestScene.write(folder, SCENE);
    Path out = folder.resolve("set");
    CommandRun.of("render", scene, "--renderer", "reference", "--out", out).expect(0);
    instances =
        JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("annotations/instances.json")));
  }

  static Stream<Arguments> lenses() {
    double fov = 80 / Math.tan(Math.toRadians(25));
    double focal = 160 * 24 / 23.5;
    double full = 160 * 35 / 36.0;
    double wide = 80 / Math.tan(Math.toRadians(30));
    return Stream.of(
        arguments("fov", fov, fov, 80, 60, 0),
        arguments("focal", focal, focal, 80, 60, 0),
        arguments("full", full, full, 80, 60, 0),
        arguments("known", 150, 120, 70.5, 66.25, 0),
        arguments("pair_left", wide, wide, 80, 60, -0.2),
        arguments("pair_right", wide, wide, 80, 60, 0.2));
  }

  @ParameterizedTest
  @MethodSource("lenses")
  void theBoxIsWhereThePinholePutsIt(
      String camera, double fx, double fy, double cx, double cy, double eye) {
    JsonNode image =
        instances
            .get("images")
            .valueStream()
            .filter(each -> each.at("/diorama/camera").asString().equals(camera))
            .findFirst()
            .orElseThrow();
    double[][] matrix = {{fx, 0, cx}, {0, fy, cy}, {0, 0, 1}};
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double written = image.at("/diorama/cam_K").get(row).get(column).asDouble();
        assertEquals(matrix[row][column], written, 1e-9);
      }
    }
    JsonNode box =
        instances
            .get("annotations")
            .valueStream()
            .filter(each -> each.get("image_id").equals(image.get("id")))
            .findFirst()
            .orElseThrow()
            .get("bbox");
    double left = box.get(0).asDouble();
    double top = box.get(1).asDouble();
    // Edges lie between the pixel centers that the front covers and those that it does not.
    assertEquals(cx + fx * (-0.2 - eye) / 4.5, left, 0.5);
    assertEquals(cx + fx * (0.8 - eye) / 4.5, left + box.get(2).asDouble(), 0.5);
    assertEquals(cy - fy * (1.1 - 0.5) / 4.5, top, 0.5);
    assertEquals(cy - fy * (0.1 - 0.5) / 4.5, top + box.get(3).asDouble(), 0.5);
  }
}
