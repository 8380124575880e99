package org.diorama.procedural;

import org.diorama.core.math.Vec3;

/**
 * One vertex of a surface.
 *
 * @param position meters
 * @param normal unit, outwards
 * @param tangent unit, towards increasing u; normal × tangent points towards decreasing v, that is
 *     up in the image
 * @param u towards the right of the image
 * @param v 0 at the top row of the image
 */
record SurfacePoint(Vec3 position, Vec3 normal, Vec3 tangent, double u, double v) {}
