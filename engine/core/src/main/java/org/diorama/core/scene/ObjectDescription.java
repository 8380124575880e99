package org.diorama.core.scene;

/**
 * A group of like instances.
 *
 * @param name its key in the scene; part of every random path below it
 * @param count how many instances a frame asks for
 * @param yaw degrees about world +Z, counter-clockwise seen from above
 * @param pitch degrees about the object's own +Y after yaw
 * @param roll degrees about the object's own +X after pitch
 * @param scale factors along the asset's axes
 */
public record ObjectDescription(
    String name,
    AssetReference asset,
    Parameter<Double> count,
    Placement placement,
    Parameter<Double> yaw,
    Parameter<Double> pitch,
    Parameter<Double> roll,
    VectorParameter scale,
    LabelChoice label,
    MaterialDescription material) {}
