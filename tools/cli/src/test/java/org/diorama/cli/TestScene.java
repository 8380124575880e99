package org.diorama.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small scene that every renderer draws in a moment: shapes on a plane, partly hidden. */
public final class TestScene {
  public static final String YAML =
      """
      version: 1
      name: shapes
      frames: 16
      seed: 11
      image: {width: 96, height: 64}
      categories:
        block: {id: 3}
        ball: {id: 5}
      camera:
        shell:
          around: [0, 0, 0.3]
          radius: {uniform: [4, 5]}
          azimuth: {uniform: [0, 360]}
          elevation: {uniform: [20, 50]}
        fov: 50
        exposure: 14
      lighting:
        sky: {illuminance: 20000}
      objects:
        floor:
          asset: {primitive: plane}
          size: [20, 20, 1]
          label: none
        blocks:
          asset: {primitive: box}
          count: {uniform_int: [1, 4]}
          area: {x: [-1.5, 1.5], y: [-1.5, 1.5], z: 0}
          yaw: {uniform: [0, 360]}
          size: [0.8, 0.5, {uniform: [0.3, 1]}]
          label: block
          material: {base_color: {uniform: ['#202020', '#ffffff']}}
        balls:
          asset: {primitive: sphere}
          count: 2
          area: {x: [-1.5, 1.5], y: [-1.5, 1.5], z: 0}
          size: {uniform: [0.3, 0.7]}
          label: ball
      """;

  private TestScene() {}

  public static Path write(Path folder) throws IOException {
    return write(folder, YAML);
  }

  public static Path write(Path folder, String yaml) throws IOException {
    return Files.writeString(folder.resolve("shapes.yaml"), yaml);
  }
}
