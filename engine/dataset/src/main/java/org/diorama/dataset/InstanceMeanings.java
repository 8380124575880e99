package org.diorama.dataset;

import java.util.List;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.scene.Category;

/** What the pixels of each instance of a view become in its semantic and panoptic image. */
public final class InstanceMeanings {
  /** Largest category id of an 8-bit semantic image; 255 is void. */
  private static final int LARGEST_NARROW = 254;

  private static final int NARROW_VOID = 255;
  private static final int WIDE_VOID = 65535;

  private final boolean wide;
  private final int[] semantic;
  private final int[] panoptic;

  /**
   * @param instances by rising id
   */
  public InstanceMeanings(List<Category> categories, List<InstanceAnnotation> instances) {
    wide = isWide(categories);
    int ids = instances.isEmpty() ? 1 : instances.get(instances.size() - 1).instanceId() + 1;
    semantic = new int[ids];
    panoptic = new int[ids];
    for (InstanceAnnotation instance : instances) {
      boolean annotated =
          instance.verdict() == LabelVerdict.ANNOTATED || instance.verdict() == LabelVerdict.CROWD;
      boolean dropped =
          instance.verdict() == LabelVerdict.FEW_PIXELS
              || instance.verdict() == LabelVerdict.MOSTLY_HIDDEN;
      if (annotated) {
        semantic[instance.instanceId()] = instance.categoryId();
        panoptic[instance.instanceId()] = instance.instanceId();
      } else if (dropped) {
        semantic[instance.instanceId()] = voidValue(categories);
      }
    }
  }

  /** Whether semantic images of these categories have 16 bits a pixel. */
  static boolean isWide(List<Category> categories) {
    return categories.stream().anyMatch(category -> category.id() > LARGEST_NARROW);
  }

  boolean isWide() {
    return wide;
  }

  /** Value of void pixels in semantic images of these categories. */
  static int voidValue(List<Category> categories) {
    return isWide(categories) ? WIDE_VOID : NARROW_VOID;
  }

  /** Category id, 0 for background, or void. */
  int semantic(int instanceId) {
    return semantic[instanceId];
  }

  /** Segment id, 0 for none. */
  int panoptic(int instanceId) {
    return panoptic[instanceId];
  }
}
