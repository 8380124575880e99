package org.diorama.core.render;

import java.util.Optional;

/**
 * How an instance's visible pixels stand out from those around it: (L - S) / S with the mean linear
 * luminances L of its pixels and S of its surroundings, before glare and the tone curve. -1 is
 * black, 0 is not told apart, beyond 1 it is more than twice as bright. In this form the air dims
 * contrast against the horizon by its transmittance alone: Koschmieder, Theorie der horizontalen
 * Sichtweite (1924); Middleton, Vision through the Atmosphere (1952), from whom are the names, too.
 *
 * <p>Surroundings are the pixels, of other instances or of none, from which a pixel of the instance
 * lies at most {@link #RING} columns and rows away.
 *
 * @param apparent through fog, rain and snow, as drawn; at least -1
 * @param inherent in the same light, sky included, with nothing in the air between the camera and
 *     what it sees; at least -1
 */
public record InstanceContrast(double apparent, double inherent) {
  /** Width of the surroundings in pixels. */
  public static final int RING = 5;

  /**
   * Mean luminances of some pixels, in any unit.
   *
   * @param drawn through the air
   * @param bare without it
   */
  public record Luminance(double drawn, double bare) {}

  /**
   * @return empty where the surroundings are black
   */
  public static Optional<InstanceContrast> of(Luminance own, Luminance around) {
    return around.drawn() > 0 && around.bare() > 0
        ? Optional.of(
            new InstanceContrast(own.drawn() / around.drawn() - 1, own.bare() / around.bare() - 1))
        : Optional.empty();
  }
}
