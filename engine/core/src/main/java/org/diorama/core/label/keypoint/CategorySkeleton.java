package org.diorama.core.label.keypoint;

import org.diorama.core.asset.Skeleton;

/**
 * The named points that instances of a category may have, and its bones.
 *
 * @param categoryId of the scene
 */
public record CategorySkeleton(int categoryId, Skeleton skeleton) {}
