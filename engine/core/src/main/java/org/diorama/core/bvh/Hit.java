package org.diorama.core.bvh;

/**
 * Where a ray meets a triangle.
 *
 * @param distance ray parameter: hit = origin + distance · direction
 * @param triangle place in the level of detail, see {@link org.diorama.core.asset.LevelOfDetail}
 * @param weight1 barycentric weight of the triangle's second vertex
 * @param weight2 barycentric weight of its third vertex
 */
public record Hit(double distance, int triangle, double weight1, double weight2) {}
