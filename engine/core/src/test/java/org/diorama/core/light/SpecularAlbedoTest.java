package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpecularAlbedoTest {
  private static final int SIZE = SpecularAlbedo.SIZE;
  private final SpecularAlbedo table = new SpecularAlbedo();

  /** A mirror reflects by Fresnel's term alone. */
  @Test
  void smoothSurfaceIsSchlicks() {
    for (int view = 4; view < SIZE; view++) {
      double m = 1 - (view + 0.5) / SIZE;
      double fresnel = m * m * m * m * m;
      assertEquals(1 - fresnel, table.scale(view, 0), 2e-3, "view " + view);
      assertEquals(fresnel, table.bias(view, 0), 2e-3, "view " + view);
    }
  }

  @Test
  void neverMoreThanAllIsReflectedAndRoughOnesLoseMost() {
    for (int view = 0; view < SIZE; view++) {
      for (int roughness = 0; roughness < SIZE; roughness++) {
        double all = table.scale(view, roughness) + table.bias(view, roughness);
        assertTrue(all > 0.3 && all <= 1.0005, view + ", " + roughness + ": " + all);
      }
    }
    double rough = table.scale(16, SIZE - 1) + table.bias(16, SIZE - 1);
    double smooth = table.scale(16, 2) + table.bias(16, 2);
    assertTrue(rough < smooth - 0.2, rough + " " + smooth);
  }

  /** The same integral over directions of light on a grid, not over half vectors. */
  @Test
  void isTheIntegralOverTheHalfSphere() {
    for (int roughness = 9; roughness < SIZE; roughness += 7) {
      for (int view = 3; view < SIZE; view += 9) {
        double[] expected = overLight((view + 0.5) / SIZE, (roughness + 0.5) / SIZE);
        String where = "view " + view + ", roughness " + roughness;
        assertEquals(expected[0], table.scale(view, roughness), 0.01 * expected[0], where);
        assertEquals(expected[1], table.bias(view, roughness), 0.002, where);
      }
    }
  }

  private static double[] overLight(double cosView, double roughness) {
    double a2 = StrictMath.pow(roughness, 4);
    double sinView = Math.sqrt(1 - cosView * cosView);
    double[] sum = new double[2];
    int steps = 500;
    for (int i = 0; i < steps; i++) {
      double cosLight = (i + 0.5) / steps;
      double sinLight = Math.sqrt(1 - cosLight * cosLight);
      for (int k = 0; k < steps; k++) {
        double phi = Math.PI * (k + 0.5) / steps;
        double x = sinView + sinLight * Math.cos(phi);
        double y = sinLight * Math.sin(phi);
        double z = cosView + cosLight;
        double length = Math.sqrt(x * x + y * y + z * z);
        double cosHalf = z / length;
        double viewHalf = (sinView * x + cosView * z) / length;
        double d = cosHalf * cosHalf * (a2 - 1) + 1;
        double visibility =
            0.5
                / (cosLight * Math.sqrt(cosView * cosView * (1 - a2) + a2)
                    + cosView * Math.sqrt(cosLight * cosLight * (1 - a2) + a2));
        double lobe = a2 / (Math.PI * d * d) * visibility * cosLight;
        double fresnel = StrictMath.pow(1 - viewHalf, 5);
        sum[0] += (1 - fresnel) * lobe;
        sum[1] += fresnel * lobe;
      }
    }
    double cell = 2 * Math.PI / ((double) steps * steps);
    return new double[] {sum[0] * cell, sum[1] * cell};
  }
}
