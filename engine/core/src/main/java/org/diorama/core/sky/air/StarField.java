package org.diorama.core.sky.air;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;

/**
 * Stars as many and as bright as the true ones, anywhere: up to magnitude m there are {@code
 * 10^(0.67 + 0.51 m)}, a fit to the counts of Allen, Astrophysical Quantities (1976), for
 * magnitudes 1 to 6.
 */
public final class StarField {
  /** What an eye sees where nothing else is bright. */
  public static final double FAINTEST = 6;

  private static final double OF_MAGNITUDE_0 = 0.67;
  private static final double GROWTH = 0.51;
  private static final double BRIGHTEST = -1.46;
  private static final double COLDEST = 3_200;
  private static final double HOTTEST = 12_000;

  private StarField() {}

  /** How many stars of the whole sphere are as bright as a magnitude. */
  static double count(double magnitude) {
    return StrictMath.pow(10, OF_MAGNITUDE_0 + GROWTH * magnitude);
  }

  /**
   * Up to {@link #FAINTEST}, over the whole sphere, brightest first.
   *
   * @param seed of their places and colors
   */
  public static List<Star> of(long seed) {
    RandomStream stream = new RandomStream(seed, StreamPath.of("stars"), 0, -1);
    int number = (int) count(FAINTEST);
    List<Star> stars = new ArrayList<>();
    for (int k = 0; k < number; k++) {
      // The k-th brightest has the magnitude that k stars are up to.
      double magnitude = Math.max(BRIGHTEST, (StrictMath.log10(k + 0.5) - OF_MAGNITUDE_0) / GROWTH);
      double azimuth = stream.uniform(0, 2 * StrictMath.PI);
      double height = stream.uniform(-1, 1);
      double kelvin = COLDEST * StrictMath.pow(HOTTEST / COLDEST, stream.uniform());
      double lux = Moonlight.MAGNITUDE_0 * StrictMath.pow(10, -0.4 * magnitude);
      stars.add(
          new Star(
              Rotations.directionAtHeight(azimuth, height),
              PlanckianLocus.color(kelvin).times(lux)));
    }
    return List.copyOf(stars);
  }
}
