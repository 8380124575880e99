package org.diorama.core.light;

/**
 * Which effects of its surroundings on a surface are drawn, beside the plain light of the sky.
 *
 * @param occlusion whether what stands close takes light away in creases
 * @param bounce whether walls hide the sky, and throw light back
 */
public record IndirectLight(boolean occlusion, boolean bounce) {
  public static final IndirectLight ALL = new IndirectLight(true, true);
}
