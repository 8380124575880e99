package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.light.ToneCurve;

/**
 * How a camera makes an image of the light that it gets.
 *
 * @param exposure EV100; without it each image is metered by itself
 * @param compensation stops by which the image is brighter
 * @param whiteBalance kelvin of the light that is shown as white
 * @param glare share of the light that the lens scatters
 */
public record DevelopmentDescription(
    Optional<Parameter<Double>> exposure,
    Parameter<Double> compensation,
    Optional<Parameter<Double>> whiteBalance,
    ToneCurve toneCurve,
    Parameter<Double> glare) {}
