package org.diorama.core.ephemeris;

import java.time.Instant;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * Knows where sun and moon stand. Found by ServiceLoader. The result is a function of the arguments
 * alone. Safe for use by several threads.
 */
public interface Ephemeris {
  /**
   * Sun and moon as they would stand without the air's refraction.
   *
   * @param latitude degrees, north positive, in [-90, 90]
   * @param longitude degrees, east positive, in [-180, 180]
   */
  SunAndMoon at(Instant moment, double latitude, double longitude);

  /** For programs without one: it refuses every question. */
  static Ephemeris none() {
    return (moment, latitude, longitude) -> {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "a sun by date and place needs an ephemeris, and none is on the class path. Add"
              + " diorama-ephemeris, or give the sun's azimuth and elevation.");
    };
  }
}
