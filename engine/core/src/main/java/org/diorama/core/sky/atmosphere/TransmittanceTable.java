package org.diorama.core.sky.atmosphere;

import java.util.Arrays;

/**
 * Share of light that arrives from space, by radius and cosine of the zenith angle, for rays that
 * meet no ground. Places in the table after Bruneton and Neyret, Precomputed Atmospheric Scattering
 * (EGSR 2008), which gives grazing rays most room.
 */
final class TransmittanceTable {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 64;

  /** Evaluations on each side of where a ray is nearest to the ground. */
  private static final int STEPS = 24;

  /** Half of the sun's disk, as a sine. */
  private static final double SUN_RADIUS = 0.00465;

  /** From the horizon at sea level to the top. */
  private static final double HORIZON =
      Math.sqrt(AirProfile.TOP * AirProfile.TOP - AirProfile.PLANET * AirProfile.PLANET);

  private final float[] values = new float[3 * WIDTH * HEIGHT];

  TransmittanceTable(AirProfile profile) {
    float[] air = new float[AirProfile.VALUES];
    double[] depth = new double[3];
    for (int row = 0; row < HEIGHT; row++) {
      double rho = HORIZON * row / (HEIGHT - 1);
      double radius = Math.sqrt(rho * rho + AirProfile.PLANET * AirProfile.PLANET);
      double least = AirProfile.TOP - radius;
      double most = rho + HORIZON;
      for (int column = 0; column < WIDTH; column++) {
        double length = least + (most - least) * column / (WIDTH - 1);
        double cosine =
            length == 0
                ? 1
                : (HORIZON * HORIZON - rho * rho - length * length) / (2 * radius * length);
        double along = radius * Math.max(-1, Math.min(1, cosine));
        double nearest = Math.sqrt(Math.max(0, radius * radius - along * along));
        Arrays.fill(depth, 0);
        integrate(profile, nearest, Math.max(0, along), along + length, air, depth);
        if (along < 0) {
          integrate(profile, nearest, 0, -along, air, depth);
        }
        for (int k = 0; k < 3; k++) {
          values[3 * (row * WIDTH + column) + k] = (float) Math.exp(-depth[k]);
        }
      }
    }
  }

  /** Adds the optical depth between two places of a ray, counted from where it is lowest. */
  private static void integrate(
      AirProfile profile, double nearest, double from, double to, float[] air, double[] depth) {
    for (int i = 0; i < STEPS; i++) {
      double t = (i + 0.5) / STEPS;
      double at = from + (to - from) * t * t;
      double weight = 2 * t * (to - from) / STEPS;
      profile.at(Math.sqrt(nearest * nearest + at * at) - AirProfile.PLANET, air);
      for (int k = 0; k < 3; k++) {
        depth[k] += weight * air[AirProfile.EXTINCTION + k];
      }
    }
  }

  /**
   * Share of the sun's light that arrives, the part of its disk that the planet hides excluded.
   *
   * @param radius km from the planet's center
   * @param cosZenith of the sun's middle
   */
  void sun(double radius, double cosZenith, float[] out) {
    double ratio = AirProfile.PLANET / radius;
    double horizon = -Math.sqrt(Math.max(0, 1 - ratio * ratio));
    double above = (cosZenith - horizon) / SUN_RADIUS;
    if (above <= -1) {
      out[0] = 0;
      out[1] = 0;
      out[2] = 0;
      return;
    }
    lookup(radius, Math.max(horizon, cosZenith), out);
    if (above < 1) {
      double t = 0.5 * (above + 1);
      float share = (float) (t * t * (3 - 2 * t));
      out[0] *= share;
      out[1] *= share;
      out[2] *= share;
    }
  }

  private void lookup(double radius, double cosZenith, float[] out) {
    double rho = Math.sqrt(Math.max(0, radius * radius - AirProfile.PLANET * AirProfile.PLANET));
    double across = radius * radius * (cosZenith * cosZenith - 1);
    double length =
        -radius * cosZenith + Math.sqrt(Math.max(0, across + AirProfile.TOP * AirProfile.TOP));
    double least = AirProfile.TOP - radius;
    double most = rho + HORIZON;
    double x = clamp((length - least) / (most - least)) * (WIDTH - 1);
    double y = clamp(rho / HORIZON) * (HEIGHT - 1);
    int column = Math.min(WIDTH - 2, (int) x);
    int row = Math.min(HEIGHT - 2, (int) y);
    float right = (float) (x - column);
    float below = (float) (y - row);
    int at = 3 * (row * WIDTH + column);
    int next = at + 3 * WIDTH;
    for (int k = 0; k < 3; k++) {
      float upper = values[at + k] + right * (values[at + 3 + k] - values[at + k]);
      float lower = values[next + k] + right * (values[next + 3 + k] - values[next + k]);
      out[k] = upper + below * (lower - upper);
    }
  }

  private static double clamp(double x) {
    return Math.max(0, Math.min(1, x));
  }
}
