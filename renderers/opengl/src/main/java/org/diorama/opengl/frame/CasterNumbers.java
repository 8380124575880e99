package org.diorama.opengl.frame;

import org.diorama.core.math.Affine3;
import org.diorama.core.render.Draw;

/**
 * Numbers that tell the parts of a job apart as casters of shadows, by all that is drawn of them.
 */
final class CasterNumbers {
  private final ShadowLayers layers;
  private final JobRecords job;

  /** Whether triangles have holes, and where, their model tells. */
  record Caster(Draw.ModelKey model, int firstIndex, int indices, Affine3 mapFromObject) {}

  CasterNumbers(ShadowLayers layers, JobRecords job) {
    this.layers = layers;
    this.job = job;
  }

  /**
   * @param part place in the job's parts
   * @param mapFromObject places of its instance: to the space in which the map is projected
   */
  int of(int part, Affine3[] mapFromObject) {
    return layers.number(caster(job, part, mapFromObject));
  }

  /** All that is drawn of a part. */
  static Caster caster(JobRecords job, int part, Affine3[] mapFromObject) {
    PartDraw drawn = job.parts().get(part);
    Instance instance = job.instances().get(drawn.instance());
    int first = drawn.firstIndex() - instance.model().firstIndex();
    return new Caster(
        instance.draw().modelKey(), first, drawn.indices(), mapFromObject[drawn.instance()]);
  }
}
