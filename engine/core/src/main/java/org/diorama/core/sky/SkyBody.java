package org.diorama.core.sky;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * The sun or the moon, as a source of light above the air.
 *
 * @param towards unit vector in the world, +Z up, from the scene to it; it may be below the horizon
 * @param illuminance linear Rec.709 lux above the air on a surface that faces it
 * @param angularDiameter radians
 */
public record SkyBody(Vec3 towards, LinearColor illuminance, double angularDiameter) {}
