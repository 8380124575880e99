package org.diorama.core.sample;

/**
 * One instance in a decided scene.
 *
 * @param instanceId 1 to {@link #MAX_INSTANCE_ID}, unique in the frame: the id in every image,
 *     record and annotation
 * @param trackId the same in every step, twin and camera of a sequence; unique in the frame
 * @param group name of the object group it came from, such as {@code shelf.facing}
 * @param index its number within the group, among those of one parent
 * @param parent id of the nearest instance that is drawn and in whose frame it stands, its own
 *     where it is a part of that; 0 where there is none
 * @param assetId what is drawn
 * @param assetDigest pins the model
 * @param level of detail for every pass and camera
 * @param categoryId of its label, 0 where it is not labelled
 * @param worldFromObject its poses
 */
public record SampledNode(
    int instanceId,
    int trackId,
    String group,
    int index,
    int parent,
    String assetId,
    String assetDigest,
    int level,
    int categoryId,
    MotionStates worldFromObject,
    SampledMaterial material) {
  public static final int MAX_INSTANCE_ID = 65534;

  /** In planes of a labelled view: a surface that no instance has, nor any loss should count. */
  public static final int VOID_ID = 65535;
}
