package org.diorama.core.sample;

/**
 * One instance in a decided scene.
 *
 * @param instanceId 1 to 65535, unique in the frame: the id in every image, record and annotation
 * @param group name of the object group it came from
 * @param index its number within the group
 * @param assetId what is drawn
 * @param assetDigest pins the model
 * @param level of detail for every pass and camera
 * @param categoryId of its label, 0 where it is not labelled
 * @param worldFromObject its poses
 */
public record SampledNode(
    int instanceId,
    String group,
    int index,
    String assetId,
    String assetDigest,
    int level,
    int categoryId,
    MotionStates worldFromObject,
    SampledMaterial material) {
  public static final int MAX_INSTANCE_ID = 65535;
}
