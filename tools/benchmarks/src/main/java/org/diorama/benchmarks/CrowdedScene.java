package org.diorama.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scene of 1,000 things, none in another. */
final class CrowdedScene {
  private static final String HEAD =
      """
      version: 1
      name: thousand
      seed: 1
      categories: {box: {id: 1}, can: {id: 2}, ball: {id: 3}, ring: {id: 4}}
      camera: {at: [0, -30, {uniform: [10, 20]}], look_at: [0, 0, 0]}
      objects:
        ground: {asset: {primitive: plane}, size: [80, 80, 1], label: none}
      """;

  private CrowdedScene() {}

  /**
   * A file that ends with this program.
   *
   * @param clearance free distance between things, meters; with 0 their surfaces decide
   */
  static Path write(double clearance) {
    String text =
        HEAD
            + group(
                "box", "box", 400, "[{uniform: [0.2, 0.6]}, 0.4, {uniform: [0.2, 1]}]", clearance)
            + group("can", "cylinder", 300, "[0.3, 0.3, {uniform: [0.2, 1]}]", clearance)
            + group("ball", "sphere", 200, "{uniform: [0.2, 0.5]}", clearance)
            + group("ring", "torus", 100, "{uniform: [0.3, 0.8]}", clearance);
    try {
      Path file = Files.createTempFile("thousand", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder cannot be written", e);
    }
  }

  private static String group(String name, String shape, int count, String size, double clearance) {
    return """
          %ss:
            asset: {primitive: %s}
            count: %d
            area: {x: [-15, 15], y: [-15, 15], clearance: %s}
            yaw: {uniform: [0, 360]}
            pitch: {uniform: [-30, 30]}
            size: %s
            label: %s
            material: {base_color: {palette: car_paints}, roughness: {uniform: [0.2, 0.9]}}
        """
        .formatted(name, shape, count, clearance, size, name);
  }
}
