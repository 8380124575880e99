package org.diorama.core.label.box;

import org.diorama.core.math.Affine3;

/**
 * A shape of an instance where it stands. An instance has more than one where parts of it are
 * objects of their own; the first is the one that its pose is of.
 *
 * @param worldFromObject maps the asset's space, scale included
 */
public record Body(LevelPoints points, Affine3 worldFromObject) {}
