package org.diorama.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;

/**
 * A small scene with all that a dataset can have: two cameras whose images differ in size,
 * sequences of two steps with a twin each, splits, and instances that are too small to be
 * annotated.
 */
final class VerifiedScene {
  private static final String YAML =
      """
      rigs:
        head:
          trajectory: {points: [[-4, 0, 2], [-4, 4, 2]], speed: {uniform: [4, 8]}}
          look_at: [0, 0, 0.3]
          cameras:
            left: {at: [0, 0.06, 0], fov: 50, exposure: 14}
            right: {at: [0, -0.06, 0], fov: 55, exposure: 14, image: {width: 48, height: 40}}
      sequence: {length: 2, fps: 10}
      factors:
        time:
          noon: {set: {lighting: {sun: {elevation: 70, illuminance: 90000}}}}
          dusk: {set: {lighting: {sun: {elevation: 4, illuminance: 5000}}}}
      counterfactuals: {vary: [time], twins: 1}
      split: {train: 0.5, val: 0.5}
      labels:
        drop: {min_pixels: 40, then: void}
        annotators: [%s]
      """;

  private static final String VALUES =
      "bbox_amodal, bbox_full, bbox_loose, bbox_3d, pose, amodal_mask, occlusion, pieces, extent,"
          + " keypoints";
  private static final String ARRAYS =
      "depth_float, distance, distance_float, normals, normals_world, flow, flow_backward, nocs,"
          + " albedo, parts, disparity, points";
  private static final String PARTNER =
      "      partner: {at: [0, -0.14, 0], fov: 50, exposure: 14}\n";

  private static final String STATUE =
      "  statue: {asset: {file: statue.obj, units: m, up: z}, at: [-2, 0.5, 0], label: block}\n";

  private static final String DULL = "set: {lighting: {sky: {illuminance: 9000}}}";
  private static final String SKY = "  sky: {id: 8, stuff: true}\n";

  private VerifiedScene() {}

  /** With values of annotations. */
  static Path write(Path folder) throws IOException {
    return write(folder, VALUES);
  }

  /** With what every dataset has. */
  static Path plain(Path folder) throws IOException {
    return write(folder, "contrast");
  }

  /** With files of arrays, and a third camera, which makes a rectified pair with the first. */
  static Path arrays(Path folder) throws IOException {
    Path scene = write(folder, ARRAYS);
    String text = Files.readString(scene);
    int behind = text.indexOf("sequence:");
    return Files.writeString(scene, text.substring(0, behind) + PARTNER + text.substring(behind));
  }

  /** With parts alone, a statue that has three, and two cameras of one size. */
  static Path parted(Path folder) throws IOException {
    StatueModel.write(folder);
    Path scene = write(folder, "parts");
    String text = Files.readString(scene);
    int behind = text.indexOf("sequence:");
    return Files.writeString(
        scene,
        (text.substring(0, behind) + PARTNER + text.substring(behind))
            .replace("objects:\n", "objects:\n" + STATUE));
  }

  /** With values of annotations, and a factor beside the twins' that is balanced. */
  static Path balanced(Path folder) throws IOException {
    Path scene = write(folder, VALUES);
    return Files.writeString(
        scene,
        Files.readString(scene)
            .replace("factors:\n", "factors:\n  sky:\n    clear: {}\n    dull: {" + DULL + "}\n")
            .replace("counterfactuals:", "balance: [sky]\ncounterfactuals:"));
  }

  /** With stuff, sky too, and named points. */
  static Path stuff(Path folder) throws IOException {
    Path scene = write(folder, "keypoints");
    return Files.writeString(
        scene,
        Files.readString(scene)
            .replace("categories:\n", "categories:\n  ground: {id: 7, stuff: true}\n" + SKY)
            .replace("label: none", "label: ground"));
  }

  private static Path write(Path folder, String annotators) throws IOException {
    String whole =
        TestScene.YAML
            .replace("frames: 16", "frames: 8")
            .replace("{width: 96, height: 64}", "{width: 64, height: 48}");
    return TestScene.write(
        folder,
        whole.substring(0, whole.indexOf("camera:\n"))
            + whole.substring(whole.indexOf("lighting:\n"))
            + YAML.formatted(annotators));
  }

  /**
   * Renders a scene with the reference renderer into a folder beside it.
   *
   * @param name of the folder
   * @param more options of {@code render}
   */
  static Path render(Path scene, String name, Object... more) {
    Path out = scene.resolveSibling(name);
    Stream<Object> all =
        Stream.concat(
            Stream.of("render", scene, "--renderer", "reference", "--out", out), Stream.of(more));
    CommandRun.of(all.toArray()).expect(0);
    return out;
  }
}
