package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.TimedPoses;

/**
 * An instance of a frame in its hierarchy, drawn or a mere frame for others: what a scene says to
 * have exactly it again. Seconds count from the frame's label instant.
 *
 * @param site which one of its group it is
 * @param carrier in whose frame it stands, where that is not its parent's
 * @param assetId nothing for a mere frame
 * @param frameFromObject its pose; rigid beside a scale, else scale included
 * @param scale factors along the asset's axes
 * @param level of detail, of an asset that has several
 * @param motion its poses at the instants of the frame; nothing where it does not move by itself
 */
public record DecidedInstance(
    ObjectDescription object,
    DrawSite site,
    Optional<Attachment> carrier,
    Optional<String> assetId,
    Affine3 frameFromObject,
    Optional<Vec3> scale,
    Optional<Integer> level,
    SampledMaterial material,
    Optional<TimedPoses> motion) {}
