package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * The slanted box within which things stand in the way of what comes from one direction, in meters
 * from the camera along the world's axes. Points on one way have the same place: x and y plus the
 * slant times their height.
 *
 * @param x of its center's place; likewise y
 * @param halfSide 0 for none
 * @param low height of its floor
 * @param range from there to its ceiling
 * @param slantX change of the place with height; likewise y
 */
record SlantArea(
    double x, double y, double halfSide, double low, double range, double slantX, double slantY) {
  static final SlantArea NONE = new SlantArea(0, 0, 0, 0, 1, 0, 0);

  void write(ByteBuffer out) {
    JobRecords.putRow(out, x, y, halfSide == 0 ? 0 : 1 / halfSide, (float) low);
    JobRecords.putRow(out, range, halfSide, slantX, (float) slantY);
  }

  /** Whether anything of a box lies on a way through the area. */
  boolean meets(Aabb bounds) {
    Vec3 center = bounds.center();
    Vec3 size = bounds.size();
    double alongX = center.x() + slantX * center.z() - x;
    double alongY = center.y() + slantY * center.z() - y;
    return Math.abs(alongX) < halfSide + (size.x() + Math.abs(slantX) * size.z()) / 2
        && Math.abs(alongY) < halfSide + (size.y() + Math.abs(slantY) * size.z()) / 2;
  }

  boolean isSlanted() {
    return slantX != 0 || slantY != 0;
  }

  SlantArea between(double floor, double ceiling) {
    return new SlantArea(x, y, halfSide, floor, ceiling - floor, slantX, slantY);
  }

  /** The same as the shaders' uniforms. */
  float[] rows() {
    return new float[] {
      (float) x,
      (float) y,
      halfSide == 0 ? 0 : (float) (1 / halfSide),
      (float) low,
      (float) range,
      (float) halfSide,
      (float) slantX,
      (float) slantY
    };
  }
}
