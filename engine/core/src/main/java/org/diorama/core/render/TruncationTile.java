package org.diorama.core.render;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;

/**
 * A small image aimed at one instance, from the view's own position.
 *
 * @param camera its pixels need not be square
 * @param viewFromTile a rotation from the tile's OpenCV frame to the view's
 */
public record TruncationTile(PinholeCamera camera, Affine3 viewFromTile) {}
