package org.diorama.core.irradiance;

import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SphereTable;

/**
 * How far each probe sees: mean distance and mean squared distance by direction, over the
 * octahedral map with a border that repeats what lies beyond its edges. Majercik, Guertin,
 * Nowrouzezahrai, McGuire: Dynamic Diffuse Global Illumination with Ray-Traced Irradiance Fields
 * (JCGT 8(2), 2019).
 */
final class DistanceMaps {
  static final int SIZE = 8;
  static final int TILE = SIZE + 2;

  /** Exponent of the cosine by which rays count for a direction. */
  private static final double SHARPNESS = 32;

  private static final double NOTHING = 1e-3;

  private static final double HIDDEN = 0.01;

  private static final double BLIND = 0.001;

  private final float[] values;

  DistanceMaps(int probes) {
    values = new float[2 * TILE * TILE * probes];
  }

  /** Mean distance and mean square of each texel of a tile, row by row, tile by tile. */
  float[] values() {
    return values;
  }

  /** Weights of a set's rays for each texel: the same for all probes that use the set. */
  static float[][] weights(Vec3[] rays) {
    float[][] weights = new float[SIZE * SIZE][rays.length];
    for (int texel = 0; texel < SIZE * SIZE; texel++) {
      Vec3 direction = SphereTable.direction(SIZE, texel % SIZE, texel / SIZE);
      double sum = 0;
      for (int ray = 0; ray < rays.length; ray++) {
        double weight = StrictMath.pow(Math.max(0, direction.dot(rays[ray])), SHARPNESS);
        weights[texel][ray] = weight < NOTHING ? 0 : (float) weight;
        sum += weights[texel][ray];
      }
      for (int ray = 0; ray < rays.length; ray++) {
        weights[texel][ray] /= (float) sum;
      }
    }
    return weights;
  }

  /**
   * @param distances along each ray
   */
  void put(int probe, float[][] weights, float[] distances) {
    float[] inner = new float[2 * SIZE * SIZE];
    for (int texel = 0; texel < SIZE * SIZE; texel++) {
      for (int ray = 0; ray < distances.length; ray++) {
        float weight = weights[texel][ray];
        inner[2 * texel] += weight * distances[ray];
        inner[2 * texel + 1] += weight * distances[ray] * distances[ray];
      }
    }
    int at = 2 * TILE * TILE * probe;
    for (int j = -1; j <= SIZE; j++) {
      for (int i = -1; i <= SIZE; i++) {
        int from = 2 * SphereTable.place(SIZE, i, j);
        values[at++] = inner[from];
        values[at++] = inner[from + 1];
      }
    }
  }

  /** A probe that sees no point: whatever its distance, it lies far beyond. */
  void blind(int probe, float farthest) {
    int at = 2 * TILE * TILE * probe;
    for (int texel = 0; texel < TILE * TILE; texel++) {
      values[at++] = -farthest;
      values[at++] = farthest * farthest;
    }
  }

  /**
   * Share of what a probe knows that holds for a point, by Chebyshev's inequality: 1 where nothing
   * is between them, and next to nothing, but never nothing at all, where the probe is hidden or
   * blind.
   *
   * @param x from the probe to the point, as y and z
   */
  double seen(int probe, double x, double y, double z, double farthest) {
    double distance = Math.sqrt(x * x + y * y + z * z);
    double scale = 1 / Math.max(1e-9, Math.abs(x) + Math.abs(y) + Math.abs(z));
    double u = x * scale;
    double v = y * scale;
    if (z < 0) {
      double folded = (1 - Math.abs(v)) * (u < 0 ? -1 : 1);
      v = (1 - Math.abs(u)) * (v < 0 ? -1 : 1);
      u = folded;
    }
    double column = 0.5 * (u + 1) * SIZE + 0.5;
    double row = 0.5 * (v + 1) * SIZE + 0.5;
    int i = (int) column;
    int j = (int) row;
    double right = column - i;
    double below = row - j;
    int at = 2 * ((probe * TILE + j) * TILE + i);
    double mean = bilinear(at, right, below);
    double square = bilinear(at + 1, right, below);
    if (mean < 0) {
      return BLIND;
    }
    double beyond = Math.min(distance, farthest) - mean;
    if (beyond <= 0) {
      return 1;
    }
    double blur = IrradianceVolume.BLUR * farthest;
    double variance = Math.abs(square - mean * mean) + blur * blur;
    double chance = variance / (variance + beyond * beyond);
    return Math.max(HIDDEN, chance * chance * chance);
  }

  private double bilinear(int at, double right, double below) {
    int next = at + 2 * TILE;
    return (values[at] * (1 - right) + values[at + 2] * right) * (1 - below)
        + (values[next] * (1 - right) + values[next + 2] * right) * below;
  }
}
