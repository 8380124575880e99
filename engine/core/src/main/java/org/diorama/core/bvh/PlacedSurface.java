package org.diorama.core.bvh;

import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Affine3;

/**
 * A mesh surface placed in a scene.
 *
 * @param sceneFromObject invertible
 */
public record PlacedSurface(Affine3 sceneFromObject, MeshSurface surface) {}
