package org.diorama.core.scene;

import org.diorama.core.math.LinearColor;

/**
 * The scene's weather. It moves nothing and takes no label.
 *
 * @param usualCover share of the sky that clouds cover, where the light says nothing of them
 * @param visibility meters; Koschmieder's, precipitation excluded
 * @param fogBase height up to which the air is even, meters in the world
 * @param fogHeight meters above the base over which fog thins out to 1/e
 * @param fogColor share of the light met that fog scatters
 * @param rain millimeters an hour
 * @param snow millimeters of water an hour
 * @param wind meters a second; of what falls, alone
 * @param windAzimuth degrees: where it comes from, counter-clockwise from +X
 * @param pattern which places drops and flakes take
 * @param wetness of surfaces, 0 to 1
 * @param puddles share of level ground under water
 * @param snowDepth meters on level ground
 */
public record WeatherDescription(
    double usualCover,
    Parameter<Double> visibility,
    Parameter<Double> fogBase,
    Parameter<Double> fogHeight,
    Parameter<LinearColor> fogColor,
    Parameter<Double> rain,
    Parameter<Double> snow,
    Parameter<Double> wind,
    Parameter<Double> windAzimuth,
    Parameter<Double> pattern,
    Parameter<Double> wetness,
    Parameter<Double> puddles,
    Parameter<Double> snowDepth) {}
