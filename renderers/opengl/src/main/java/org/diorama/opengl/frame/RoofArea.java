package org.diorama.opengl.frame;

import java.nio.ByteBuffer;

/**
 * The upright box within which things keep rain and snow off others, in meters from the camera
 * along the world's axes.
 *
 * @param x of its center; likewise y
 * @param halfSide 0 where nothing falls or lies
 * @param low height of its floor
 * @param range from there to its ceiling
 */
record RoofArea(double x, double y, double halfSide, double low, double range) {
  static final RoofArea NONE = new RoofArea(0, 0, 0, 0, 1);

  void write(ByteBuffer out) {
    JobRecords.putRow(out, x, y, halfSide == 0 ? 0 : 1 / halfSide, (float) low);
    JobRecords.putRow(out, range, halfSide, 0, 0);
  }
}
