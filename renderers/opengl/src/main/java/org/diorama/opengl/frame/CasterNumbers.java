package org.diorama.opengl.frame;

import org.diorama.core.math.Affine3;

/**
 * Numbers that tell the parts of a job apart as casters of shadows, by all that is drawn of them.
 */
final class CasterNumbers {
  private final ShadowLayers layers;
  private final JobRecords job;
  private final int[] models;

  /** Whether triangles have holes, and where, their model tells. */
  private record Caster(int model, int firstIndex, int indices, Affine3 mapFromObject) {}

  CasterNumbers(ShadowLayers layers, JobRecords job) {
    this.layers = layers;
    this.job = job;
    this.models =
        job.instances().stream().mapToInt(i -> layers.number(i.draw().modelKey())).toArray();
  }

  /**
   * @param part place in the job's parts
   * @param mapFromObject places of its instance: to the space in which the map is projected
   */
  int of(int part, Affine3[] mapFromObject) {
    PartDraw drawn = job.parts().get(part);
    int instance = drawn.instance();
    int first = drawn.firstIndex() - job.instances().get(instance).model().firstIndex();
    return layers.number(
        new Caster(models[instance], first, drawn.indices(), mapFromObject[instance]));
  }
}
