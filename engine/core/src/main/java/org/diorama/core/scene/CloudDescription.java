package org.diorama.core.scene;

/**
 * A layer of clouds in an atmosphere.
 *
 * @param cover share of the sky, in [0, 1]
 * @param base meters above the world's z = 0
 * @param thickness meters where they are thickest
 * @param seed of their shapes, whole
 */
public record CloudDescription(
    Parameter<Double> cover,
    Parameter<Double> base,
    Parameter<Double> thickness,
    Parameter<Double> seed) {
  CloudDescription mapped(ParameterMap map) {
    return new CloudDescription(
        map.apply(cover), map.apply(base), map.apply(thickness), map.apply(seed));
  }
}
