package org.diorama.opengl.frame;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;

/** How large a slanted box a view needs. */
final class SlantAreas {
  /** Meters from the middle of the area of weather to its sides. */
  private static final double HALF_SIDE = 24;

  /** How far the middle lies ahead of the camera, in halves of a side. */
  private static final double AHEAD = 0.75;

  /** Sine of the elevation below which the sun's ways are too long to be drawn. */
  private static final double LOWEST = 0.03;

  private SlantAreas() {}

  /**
   * @param origin unit vector to where rain and snow come from
   */
  static SlantArea ofWeather(View view, Vec3 origin) {
    Vec3 forward = view.worldFromCamera().transformDirection(Vec3.UNIT_Z);
    double level = Math.hypot(forward.x(), forward.y());
    double ahead = HALF_SIDE * AHEAD / Math.max(level, 1e-3) * Math.min(1, 2 * level);
    return new SlantArea(
        forward.x() * ahead,
        forward.y() * ahead,
        HALF_SIDE,
        0,
        1,
        -origin.x() / origin.z(),
        -origin.y() / origin.z());
  }

  /**
   * Holds all that an image shows up to a distance, between two heights above the camera; none
   * where it shows nothing there.
   */
  static SlantArea ofFog(View view, Vec3 towardsSun, double reach, double low, double high) {
    if (towardsSun.z() < LOWEST) {
      return SlantArea.NONE;
    }
    double slantX = -towardsSun.x() / towardsSun.z();
    double slantY = -towardsSun.y() / towardsSun.z();
    PinholeCamera camera = view.camera();
    Vec3[] corners = new Vec3[4];
    for (int i = 0; i < 4; i++) {
      double column = i == 0 || i == 3 ? 0 : camera.width();
      double row = i < 2 ? 0 : camera.height();
      Vec3 along = view.worldFromCamera().transformDirection(camera.direction(column, row));
      corners[i] = along.times(reach);
    }
    Span x = new Span();
    Span y = new Span();
    for (int i = 0; i < 4; i++) {
      for (Vec3 from : new Vec3[] {Vec3.ZERO, corners[(i + 1) % 4]}) {
        Vec3 way = corners[i].minus(from);
        for (double part : crossings(from.z(), way.z(), low, high)) {
          Vec3 point = from.plus(way.times(part));
          x.add(point.x() + point.z() * slantX);
          y.add(point.y() + point.z() * slantY);
        }
      }
    }
    if (x.low > x.high) {
      return SlantArea.NONE;
    }
    double half = Math.max(0.5, 0.51 * Math.max(x.high - x.low, y.high - y.low));
    return new SlantArea((x.low + x.high) / 2, (y.low + y.high) / 2, half, 0, 1, slantX, slantY);
  }

  /** Both ends of the part of an edge that lies between two heights; empty for none. */
  private static double[] crossings(double start, double rise, double low, double high) {
    double first = 0;
    double last = 1;
    if (Math.abs(rise) > 1e-9) {
      double atLow = (low - start) / rise;
      double atHigh = (high - start) / rise;
      first = Math.max(first, Math.min(atLow, atHigh));
      last = Math.min(last, Math.max(atLow, atHigh));
    } else if (start < low || start > high) {
      return new double[0];
    }
    return first > last ? new double[0] : new double[] {first, last};
  }

  private static final class Span {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double value) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
}
