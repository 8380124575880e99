package org.diorama.dataset.verify.frame;

import java.util.Arrays;
import org.diorama.core.scene.ImageDescription;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A camera of a record: OpenCV frame, pixel (0, 0) has its center at (0.5, 0.5).
 *
 * @param matrix focal lengths and principal point: fx, fy, cx, cy in pixels
 * @param worldFromCamera three rows of four, meters
 */
record CameraPose(String name, int width, int height, double[] matrix, double[] worldFromCamera) {
  /**
   * @param camera of a record's frame; of its five states the third is the labels' instant
   */
  static CameraPose of(JsonNode camera) {
    return at(camera, atLabelInstant(camera.path("world_from_camera")));
  }

  /**
   * The same camera at another step.
   *
   * @param step 1 the next, -1 the one before
   */
  static CameraPose atStep(JsonNode camera, int step) {
    return at(camera, atStepOf(camera.path("world_from_camera"), step));
  }

  /** Of the states of a motion the next step's, which is the last, or the first: that before. */
  static JsonNode atStepOf(JsonNode states, int step) {
    return states.path(step > 0 ? states.size() - 1 : 0);
  }

  private static CameraPose at(JsonNode camera, JsonNode pose) {
    JsonNode pinhole = camera.path("pinhole");
    return new CameraPose(
        camera.path("name").asString(""),
        pinhole.path("width").asInt(0),
        pinhole.path("height").asInt(0),
        new double[] {
          pinhole.path("focal_x").asDouble(0),
          pinhole.path("focal_y").asDouble(0),
          pinhole.path("center_x").asDouble(0),
          pinhole.path("center_y").asDouble(0)
        },
        rows(pose));
  }

  /** Of the states of a motion the one that labels are of. */
  static JsonNode atLabelInstant(JsonNode states) {
    return states.size() == 5 ? states.get(2) : states.path(0);
  }

  /** Twelve numbers; fewer where the value is no affine map. */
  static double[] rows(JsonNode map) {
    double[] numbers = new double[12];
    for (int row = 0; row < 3; row++) {
      double[] four = Json.numbers(map.path(row));
      if (four.length != 4) {
        return new double[0];
      }
      System.arraycopy(four, 0, numbers, 4 * row, 4);
    }
    return numbers;
  }

  /** Whether its images have a size that scenes can ask for. */
  boolean hasSize() {
    return width > 0
        && height > 0
        && width <= ImageDescription.MAX_SIDE
        && height <= ImageDescription.MAX_SIDE;
  }

  /** Whether an image's {@code cam_K} is this camera's. */
  boolean hasMatrix(JsonNode matrix) {
    double[][] due = {
      {this.matrix[0], 0, this.matrix[2]}, {0, this.matrix[1], this.matrix[3]}, {0, 0, 1}
    };
    for (int row = 0; row < 3; row++) {
      if (!Arrays.equals(Json.numbers(matrix.path(row)), due[row])) {
        return false;
      }
    }
    return matrix.size() == 3;
  }

  /** Whether an image's {@code world_from_camera} is this camera's. */
  boolean hasPose(JsonNode map) {
    return Arrays.equals(rows(map), worldFromCamera);
  }

  /** The ray through a pixel's center, where its planar depth is 1. */
  double[] ray(int pixel) {
    return new double[] {
      (pixel % width + 0.5 - matrix[2]) / matrix[0],
      (pixel / width + 0.5 - matrix[3]) / matrix[1],
      1
    };
  }

  /** The world point that a position in the image shows at a planar depth. */
  double[] toWorld(double u, double v, double depth) {
    double x = (u - matrix[2]) / matrix[0] * depth;
    double y = (v - matrix[3]) / matrix[1] * depth;
    double[] world = new double[3];
    for (int row = 0; row < 3; row++) {
      int i = 4 * row;
      world[row] =
          worldFromCamera[i] * x
              + worldFromCamera[i + 1] * y
              + worldFromCamera[i + 2] * depth
              + worldFromCamera[i + 3];
    }
    return world;
  }

  /**
   * Column, row and planar depth of a world point; the map is rigid, so its transpose turns back.
   */
  double[] toImage(double[] world) {
    double[] local = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      for (int row = 0; row < 3; row++) {
        local[axis] +=
            worldFromCamera[4 * row + axis] * (world[row] - worldFromCamera[4 * row + 3]);
      }
    }
    return new double[] {
      matrix[0] * local[0] / local[2] + matrix[2],
      matrix[1] * local[1] / local[2] + matrix[3],
      local[2]
    };
  }
}
