package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code explain --frame} prints is a scene whose frame 0 is that frame. */
class FrozenFrameTest {
  private static final String NESTED =
      """
      version: 1
      name: nested
      seed: 4
      image: {width: 96, height: 72}
      categories: {shelf: {id: 1}, potted plant: {id: 9, supercategory: green}, "7": {id: 3}, ground: {id: 4, stuff: true}, sky: {id: 5, stuff: true, use: void}, tub: {id: 6, into: shelf}}
      cameras:
        left: {at: [-0.4, -3.4, {uniform: [1, 2]}], look_at: [0, 0, 0.6], fov: {normal: [50, 3]}}
        right: {at: [0.4, -3.4, 1.5], look_at: [0, 0, 0.6], image: {width: 64, height: 48}}
      lighting: {sun: {azimuth: {uniform: [180, 360]}}, sky: {zenith: '#88aaff'}}
      lamps:
        ceiling: {rectangle: {length: 1, width: {uniform: [0.3, 0.6]}}, at: [0, 0, 2.2], lumen: 3000}
        bulbs: {point: {}, attach: balls, at: [0, 0, 0.4], candela: {uniform: [20, 60]}, color: '#ffcc88'}
        tube: {tube: {length: 1}, at: [1, 1, 2], lumen: 1500, on: {sun_below: {uniform: [30, 60]}}}
        spot: {spot: {angle: 40}, at: [-1, -1, 2], look_at: [0, 0, 0], lumen: 800, visible: false}
      factors: {turn: {none: {}, some: {set: {objects: {shelf: {yaw: {uniform: [5, 40]}}}}}}}
      split: {train: 0.5, val: 0.5}
      objects:
        floor:
          asset: {primitive: plane}
          size: [9, 9, 1]
          label: ground
          material: {surface: {kind: {choice: [brick, tiles]}, wetness: 0.7, snow: 0.1, scale: 0.5}}
        room:
          asset: {room: {size: [9, 9, 3], ceiling: false, windows: {w: {wall: back, width: 2, height: 1}}}}
          label: none
          material: {roughness: 0.7}
          materials: {walls: {surface: plaster, base_color: {uniform: ['#404040', '#808080']}}}
        shelf:
          asset: {primitive: box}
          size: [1.6, 0.5, {uniform: [0.3, 0.5]}]
          label: shelf
          children:
            plants:
              asset: [{primitive: cone, segments: 12}, {primitive: cylinder}]
              count: {uniform_int: [2, 4]}
              at: [{uniform: [-0.7, 0.7]}, 0, {uniform: [0.5, 0.9]}]
              yaw: {uniform: [0, 360]}
              roll: {normal: [0, 20]}
              size: [{uniform: [0.1, 0.3]}, 0.2, 0.3]
              label: potted plant
              material: {base_color: {uniform: ['#205020', '#80ff80']}, roughness: 0.3}
            tub: {asset: {primitive: box}, at: [0.6, 0, 0.4], size: 0.2, label: tub}
            foot: {asset: {primitive: box}, at: [-0.7, 0, -0.1], size: 0.1, label: parent}
        balls: {asset: {primitive: sphere}, count: 3, area: {x: [-2, 2], y: [-1, 1]}, size: 0.3, label: "7", material: {emission: {luminance: {uniform: [0, 900]}}}}
      labels: {annotators: [bbox_3d, amodal_mask], depth: {max: 70}, drop: {min_pixels: 9, max_truncation: 0.7, min_piece_share: 0.1, then: crowd}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "shapes, 3",
    "nested, 0",
    "nested, 5",
    "nested, 11",
    "twins, 4",
    "balance, 7",
    "daytime, 4",
    "sequence, 5"
  })
  void hasTheSameImagesAndLabels(String name, int frame) throws IOException {
    Path scene = folder.resolve(name + ".yaml");
    Files.writeString(
        scene,
        switch (name) {
          case "shapes" -> TestScene.YAML;
          case "nested" -> NESTED;
          default ->
              Files.readString(Path.of("../../scenes", name + ".yaml"))
                  .replace("width: 320, height: 240", "width: 160, height: 120");
        });
    Path frozen =
        Files.writeString(
            folder.resolve("frozen.yaml"),
            CommandRun.of("explain", scene, "--frame", frame).expect(0).out());
    CommandRun.of("validate", frozen).expect(0);
    SortedMap<String, String> original = render(scene, "original", frame);
    assertEquals(original, render(frozen, "again", 0));
    assertTrue(original.keySet().stream().anyMatch(key -> key.startsWith("annotation")));
  }

  @Test
  void standsWithoutDrawsAndSaysThemInComments() throws IOException {
    Path scene = Files.writeString(folder.resolve("nested.yaml"), NESTED);
    String out = CommandRun.of("explain", scene, "--frame", 5).expect(0).out();
    List<String> yaml = out.lines().filter(line -> !line.startsWith("#")).toList();
    assertEquals("version: 1", yaml.get(0));
    assertFalse(yaml.stream().anyMatch(line -> line.matches(".*(uniform|normal|choice).*")), out);
    assertTrue(out.contains("# objects.shelf.children.plants.roll\tnormal"), out);
  }

  /** Planes by file, and annotations, without the number of the frame. */
  private SortedMap<String, String> render(Path scene, String name, int frame) throws IOException {
    Path out = folder.resolve(name);
    CommandRun.of("render", scene, "--renderer", "reference", "--frames", frame, "--out", out)
        .expect(0);
    SortedMap<String, String> parts = new TreeMap<>();
    Trees.digests(out)
        .forEach(
            (path, digest) -> {
              if (path.matches("(images|depth|instance|semantic)/.*")) {
                parts.put(path.replaceFirst("/\\d+", "/"), digest);
              }
            });
    try (var files = Files.list(out.resolve("annotations"))) {
      for (Path file : files.filter(path -> path.toString().contains("instances")).toList()) {
        JsonNode instances = JsonMapper.shared().readTree(Files.readAllBytes(file));
        parts.put("categories", instances.get("categories").toString());
        int number = 0;
        for (JsonNode each : instances.get("annotations")) {
          ObjectNode annotation = ((ObjectNode) each).remove(List.of("id", "image_id"));
          parts.put("annotation " + file.getFileName() + " " + number++, annotation.toString());
        }
      }
    }
    return parts;
  }
}
