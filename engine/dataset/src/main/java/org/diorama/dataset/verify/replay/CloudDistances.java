package org.diorama.dataset.verify.replay;

import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.PointCloud;
import tools.jackson.databind.JsonNode;

/**
 * Points as an image: how far each pixel's lies from the camera. That it lies on the pixel's ray,
 * with the pixel's instance, category and color, is found by reading it beside the images.
 */
record CloudDistances(double[] camera) {
  /** Of five states of a motion the labels' one. */
  private static final int LABEL_INSTANT = 2;

  /**
   * @param record of the frame
   * @param view number of the camera
   */
  static CloudDistances of(JsonNode record, int view) {
    JsonNode states = record.at("/frame/cameras/" + view + "/world_from_camera");
    JsonNode pose = states.path(states.size() == 5 ? LABEL_INSTANT : 0);
    double[] camera = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double[] row = Json.numbers(pose.path(axis));
      camera[axis] = row.length == 4 ? row[3] : Double.NaN;
    }
    return new CloudDistances(camera);
  }

  /**
   * @param instances the image that the points are of: one for each pixel that shows anything
   * @return a value a pixel, 0 where there is no point; none at all where the points are not those
   *     of the image
   */
  double[] image(PointCloud cloud, double[] instances) {
    double[] image = new double[instances.length];
    int point = 0;
    for (int pixel = 0; pixel < image.length; pixel++) {
      if (instances[pixel] == 0) {
        continue;
      }
      if (point == cloud.count()) {
        return new double[0];
      }
      image[pixel] = distance(cloud.positions(), 3 * point);
      point++;
    }
    return point == cloud.count() ? image : new double[0];
  }

  private double distance(double[] positions, int at) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double off = positions[at + axis] - camera[axis];
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}
