package org.diorama.core.irradiance;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/** What every ray of a volume's probes met, and the light that comes from there. */
final class RayHits {
  private static final int SKY = -1;

  private final float[] luminance;
  private final float[] own;
  private final float[] albedo;
  private final Vec3[] places;
  private final Vec3[] normals;
  private final float[] insides;
  private final float[] openness;
  private final float[] mirrored;
  private final int[] probes;
  private final float[] weights;

  RayHits(int rays) {
    luminance = new float[3 * rays];
    own = new float[3 * rays];
    albedo = new float[3 * rays];
    places = new Vec3[rays];
    normals = new Vec3[rays];
    insides = new float[rays];
    openness = new float[rays];
    mirrored = new float[rays];
    probes = new int[8 * rays];
    weights = new float[8 * rays];
  }

  /**
   * @param passes share of its light that glass on the way leaves
   */
  void sky(int ray, LinearColor light, LinearColor passes) {
    probes[8 * ray] = SKY;
    put(luminance, ray, light.times(passes));
    openness[ray] = (float) passes.luminance();
  }

  /**
   * @param reflects share of the light from the probes around it that it sends to the ray's probe
   * @param light towards the probe, but for what bounces
   * @param inside weight of the probes against the sky, which is in the light already
   */
  void surface(int ray, LinearColor reflects, LinearColor light, Vec3 normal, double inside) {
    put(luminance, ray, light);
    put(own, ray, light);
    put(albedo, ray, reflects);
    normals[ray] = normal;
    insides[ray] = (float) inside;
  }

  /**
   * @param position in the world
   */
  void place(int ray, Vec3 position) {
    places[ray] = position;
  }

  private static void put(float[] out, int ray, LinearColor color) {
    out[3 * ray] = (float) color.red();
    out[3 * ray + 1] = (float) color.green();
    out[3 * ray + 2] = (float) color.blue();
  }

  boolean isSky(int ray) {
    return probes[8 * ray] == SKY;
  }

  /**
   * @param share of the light around its probe that glass on the way sends back
   */
  void mirror(int ray, double share) {
    mirrored[ray] = (float) share;
  }

  double mirrored(int ray) {
    return mirrored[ray];
  }

  /** Share of the sky that a ray sees, 0 where it ends at a surface. */
  double openness(int ray) {
    return openness[ray];
  }

  double luminance(int ray, int channel) {
    return luminance[3 * ray + channel];
  }

  /** Which probes light each surface: once their distances are known. */
  void findProbes(IrradianceVolume volume) {
    IrradianceVolume.Corners corners = volume.new Corners();
    for (int ray = 0; ray < places.length; ray++) {
      if (!isSky(ray)) {
        corners.find(places[ray], normals[ray]);
        for (int corner = 0; corner < 8; corner++) {
          probes[8 * ray + corner] = corners.probe(corner);
          weights[8 * ray + corner] = insides[ray] * corners.weight[corner];
        }
      }
    }
  }

  /** Lights all surfaces by the probes around them. */
  void light(float[] coefficients) {
    double[] basis = new double[SphericalHarmonics.COUNT];
    for (int ray = 0; ray < places.length; ray++) {
      if (!isSky(ray)) {
        Vec3 normal = normals[ray];
        SphericalHarmonics.evaluate(normal.x(), normal.y(), normal.z(), basis);
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int corner = 0; corner < 8; corner++) {
          int from = IrradianceVolume.COEFFICIENTS * probes[8 * ray + corner];
          double weight = weights[8 * ray + corner];
          for (int k = 0; k < SphericalHarmonics.COUNT; k++) {
            double share = weight * basis[k];
            red += share * coefficients[from + 4 * k];
            green += share * coefficients[from + 4 * k + 1];
            blue += share * coefficients[from + 4 * k + 2];
          }
        }
        add(ray, 0, red);
        add(ray, 1, green);
        add(ray, 2, blue);
      }
    }
  }

  private void add(int ray, int channel, double irradiance) {
    int at = 3 * ray + channel;
    luminance[at] = own[at] + (float) (Math.max(0, irradiance) / Math.PI) * albedo[at];
  }
}
