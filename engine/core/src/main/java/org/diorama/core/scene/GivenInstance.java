package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.random.DrawSite;

/**
 * One instance said exactly.
 *
 * @param site which one of its group it is
 * @param asset number among the object's assets
 * @param carrier in whose frame it stands, where that is not its parent's
 * @param frameFromObject its pose at 0 s; rigid beside a scale, else scale included
 * @param scale factors along the asset's axes
 * @param level of detail; nothing for the one that fits
 */
public record GivenInstance(
    DrawSite site,
    int asset,
    Optional<Attachment> carrier,
    Affine3 frameFromObject,
    Optional<VectorParameter> scale,
    Optional<Integer> level,
    MaterialDescription material,
    Optional<MotionDescription> motion) {}
