package org.diorama.core.sky.image;

import java.util.OptionalDouble;

/**
 * An image of a sky, and the same without its sun.
 *
 * @param rest with its surroundings' color where the sun was; the whole where it has none
 */
public record SkyImage(SkyImageFact fact, Panorama whole, Panorama rest) {
  /**
   * Looks for the sun.
   *
   * @param digest SHA-256 of the file
   * @param unit cd/m² of one unit, where the file says so
   */
  public static SkyImage of(Panorama whole, String digest, OptionalDouble unit) {
    SunFinder.Split split = SunFinder.split(whole);
    return new SkyImage(
        new SkyImageFact(digest, whole.illuminance(), split.sun(), unit), whole, split.rest());
  }
}
