package org.diorama.core.sky.air;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * A star above the air, too small to have a disk.
 *
 * @param towards unit vector in the world
 * @param illuminance linear Rec.709 lux on a surface that faces it
 */
public record Star(Vec3 towards, LinearColor illuminance) {}
