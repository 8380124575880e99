package org.diorama.dataset.coco;

import org.diorama.core.sample.SampledNode;

/**
 * Numbers that name images and annotations: unique in a dataset, the same whatever else is rendered
 * and in which order, at least 1, and below 2^53 so that readers with doubles keep them apart.
 */
public final class CocoIds {
  private static final long IDS_PER_IMAGE = SampledNode.VOID_ID + 1L;
  private static final long LIMIT = 1L << 53;

  private CocoIds() {}

  /**
   * @param camera number of the camera, from 0
   * @param cameras how many the scene has
   */
  public static long image(long frame, int camera, int cameras) {
    return Math.addExact(Math.multiplyExact(frame, cameras), camera + 1);
  }

  public static long annotation(long image, int instance) {
    long id = Math.addExact(Math.multiplyExact(image, IDS_PER_IMAGE), instance);
    if (id >= LIMIT) {
      throw new IllegalArgumentException("annotation id " + id + " of image " + image);
    }
    return id;
  }
}
