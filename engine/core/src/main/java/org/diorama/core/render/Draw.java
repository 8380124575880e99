package org.diorama.core.render;

import org.diorama.core.math.Affine3;
import org.diorama.core.sample.SampledMaterial;

/**
 * One instance to draw.
 *
 * @param instanceId 1 to 65535
 * @param level of detail
 * @param worldFromObject at the label instant, double precision
 */
public record Draw(
    int instanceId,
    String assetId,
    String assetDigest,
    int level,
    Affine3 worldFromObject,
    SampledMaterial material) {}
