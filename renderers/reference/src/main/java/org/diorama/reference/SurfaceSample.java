package org.diorama.reference;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * A shaded point in the camera's frame.
 *
 * @param facing unit normal of the triangle, towards the camera
 * @param emission luminance of its own light, cd/m²
 * @param normal unit shading normal, towards the camera
 */
record SurfaceSample(
    Vec3 position,
    Vec3 facing,
    Vec3 normal,
    LinearColor baseColor,
    double metallic,
    double roughness,
    LinearColor emission) {}
