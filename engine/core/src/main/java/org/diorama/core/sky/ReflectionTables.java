package org.diorama.core.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * What rough surfaces mirror: the sky's mean over the GGX lobe around each mirrored direction, for
 * a surface seen along its normal. First half of the split sum of Karis, Real Shading in Unreal
 * Engine 4 (SIGGRAPH 2013 course); samples read a coarser table the rarer they are, after Křivánek
 * and Colbert, Real-time Shading with Filtered Importance Sampling (EGSR 2008).
 */
final class ReflectionTables {
  /** Roughness of the tables; a smoother surface is between a mirror and the first. */
  static final double[] ROUGHNESS = {0.2, 0.4, 0.6, 0.8, 1};

  /** Texels on a side of each table that is returned. */
  static final int SIZE = 64;

  private static final int[] COMPUTED_SIZE = {64, 64, 32, 32, 32};
  private static final int SAMPLES = 96;

  private ReflectionTables() {}

  /**
   * @param pyramid a table of the sky, and its halves
   * @return a table for each {@link #ROUGHNESS}
   */
  static List<SphereTable> of(List<SphereTable> pyramid) {
    List<SphereTable> result = new ArrayList<>();
    for (int level = 0; level < ROUGHNESS.length; level++) {
      Lobe lobe = Lobe.of(ROUGHNESS[level], SAMPLES, pyramid);
      result.add(filtered(lobe, COMPUTED_SIZE[level]).resized(SIZE));
    }
    return List.copyOf(result);
  }

  private static SphereTable filtered(Lobe lobe, int size) {
    float[] values = new float[3 * size * size];
    float[] sum = new float[3];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        Arrays.fill(sum, 0);
        lobe.around(SphereTable.direction(size, i, j), sum);
        System.arraycopy(sum, 0, values, 3 * (j * size + i), 3);
      }
    }
    return new SphereTable(size, values);
  }

  /**
   * Mirrored directions around +Z.
   *
   * @param directions x, y, z of each sample
   * @param weights of each; their sum is 1
   * @param coarser table that each reads
   */
  private record Lobe(double[] directions, float[] weights, SphereTable[] coarser) {
    /**
     * Half vectors are drawn by D cos θ with Hammersley's points: Walter et al., Microfacet Models
     * for Refraction through Rough Surfaces (2007), eq. 35.
     */
    static Lobe of(double roughness, int samples, List<SphereTable> pyramid) {
      double a = roughness * roughness;
      double[] directions = new double[3 * samples];
      float[] weights = new float[samples];
      SphereTable[] coarser = new SphereTable[samples];
      double texel = 4 * Math.PI / ((double) pyramid.get(0).size() * pyramid.get(0).size());
      float total = 0;
      for (int k = 0; k < samples; k++) {
        double u = (k + 0.5) / samples;
        double phi = 2 * Math.PI * (Integer.reverse(k) >>> 1) / 0x1p31;
        double cos2 = (1 - u) / (1 + (a * a - 1) * u);
        double cos = Math.sqrt(cos2);
        double sin = Math.sqrt(1 - cos2);
        // The light's direction mirrors the normal at the half vector.
        double z = 2 * cos2 - 1;
        directions[3 * k] = 2 * cos * sin * Math.cos(phi);
        directions[3 * k + 1] = 2 * cos * sin * Math.sin(phi);
        directions[3 * k + 2] = z;
        weights[k] = (float) Math.max(0, z);
        total += weights[k];
        double d = cos2 * (a * a - 1) + 1;
        double density = a * a / (Math.PI * d * d) / 4;
        double level = 0.5 * Math.log(1 / (samples * density) / texel) / Math.log(2);
        int nearest = (int) Math.round(Math.max(0, Math.min(pyramid.size() - 1, level)));
        coarser[k] = pyramid.get(nearest);
      }
      for (int k = 0; k < samples; k++) {
        weights[k] /= total;
      }
      return new Lobe(directions, weights, coarser);
    }

    void around(Vec3 mirrored, float[] sum) {
      Vec3 other = Math.abs(mirrored.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
      Vec3 x = other.cross(mirrored).normalize();
      Vec3 y = mirrored.cross(x);
      for (int k = 0; k < weights.length; k++) {
        double s = directions[3 * k];
        double t = directions[3 * k + 1];
        double r = directions[3 * k + 2];
        if (weights[k] > 0) {
          coarser[k].add(
              s * x.x() + t * y.x() + r * mirrored.x(),
              s * x.y() + t * y.y() + r * mirrored.y(),
              s * x.z() + t * y.z() + r * mirrored.z(),
              weights[k],
              sum);
        }
      }
    }
  }
}
