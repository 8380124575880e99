package org.diorama.reference;

import org.diorama.core.math.Vec3;

/**
 * Smooth noise by place for puddles and snow, a lattice of chances that repeats after {@link
 * #PERIOD} units. The hash is pcg3d of Jarzynski and Olano, Hash Functions for GPU Rendering (JCGT
 * 2020).
 */
final class GroundNoise {
  private static final int PERIOD = 256;
  private static final int SALT = 7;

  private GroundNoise() {}

  /** Three octaves, in [0, 1), mean one half. */
  static double rough(double x, double y) {
    return (4 * noise(x, y) + 2 * noise(2 * x, 2 * y) + noise(4 * x, 4 * y)) / 7;
  }

  /** A coordinate in meters without whole periods. */
  static double remainder(double coordinate) {
    return coordinate - PERIOD * Math.floor(coordinate / PERIOD);
  }

  /** One octave, in [0, 1), mean one half. */
  static double noise(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = ease(x - column);
    double down = ease(y - row);
    double top = chance(column, row) * (1 - right) + chance(column + 1, row) * right;
    double bottom = chance(column, row + 1) * (1 - right) + chance(column + 1, row + 1) * right;
    return top * (1 - down) + bottom * down;
  }

  private static double ease(double part) {
    return part * part * (3 - 2 * part);
  }

  private static double chance(int column, int row) {
    return chances(column & (PERIOD - 1), row & (PERIOD - 1), SALT).x();
  }

  /** Three chances in [0, 1) of a cell. */
  static Vec3 chances(int column, int row, int layer) {
    int x = column * 1664525 + 1013904223;
    int y = row * 1664525 + 1013904223;
    int z = layer * 1664525 + 1013904223;
    x += y * z;
    y += z * x;
    z += x * y;
    x ^= x >>> 16;
    y ^= y >>> 16;
    z ^= z >>> 16;
    x += y * z;
    y += z * x;
    z += x * y;
    return new Vec3(x >>> 8, y >>> 8, z >>> 8).times(1 / 16777216.0);
  }
}
