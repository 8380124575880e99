package org.diorama.dataset;

import java.util.List;
import java.util.Optional;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.CategoryTable;

/**
 * What the pixels of each instance of a view become in its semantic and panoptic image, and those
 * that show no surface, whose id is 0.
 */
public final class InstanceMeanings {
  /** Largest category id of an 8-bit semantic image; 255 is void. */
  private static final int LARGEST_NARROW = 254;

  private static final int NARROW_VOID = 255;
  private static final int WIDE_VOID = 65535;

  /** Segment ids of stuff follow all those of instances. */
  private static final int FIRST_STUFF = 65536;

  private final boolean wide;
  private final int voidValue;
  private final short[] stuff;
  private final int[] semantic;
  private final int[] panoptic;

  /**
   * @param instances by rising id
   */
  public InstanceMeanings(List<Category> categories, List<InstanceAnnotation> instances) {
    wide = isWide(categories);
    voidValue = voidValue(categories);
    int ids = instances.isEmpty() ? 1 : instances.get(instances.size() - 1).instanceId() + 1;
    semantic = new int[ids];
    panoptic = new int[ids];
    stuff = new short[ids];
    CategoryTable table = new CategoryTable(categories);
    Optional<Category> sky = table.sky();
    if (sky.isPresent()) {
      boolean labelled = sky.get().use() == Category.Use.LABEL;
      semantic[0] = labelled ? sky.get().id() : voidValue;
      panoptic[0] = labelled ? stuffSegment(sky.get().id()) : 0;
      stuff[0] = (short) (labelled ? sky.get().id() : 0);
    }
    for (InstanceAnnotation instance : instances) {
      int id = instance.instanceId();
      if (instance.verdict().isLabelled()) {
        semantic[id] = instance.categoryId();
        panoptic[id] = instance.verdict().isAnnotated() ? id : stuffSegment(instance.categoryId());
        stuff[id] = (short) (instance.verdict().isAnnotated() ? 0 : instance.categoryId());
      } else if (instance.verdict().isVoid()) {
        semantic[id] = voidValue;
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

  /** Id of the one segment that a category of stuff has in a panoptic image. */
  public static int stuffSegment(int categoryId) {
    return FIRST_STUFF + categoryId;
  }

  /** Whether any pixel may be stuff. */
  boolean hasStuff() {
    for (short category : stuff) {
      if (category != 0) {
        return true;
      }
    }
    return false;
  }

  /** The category of stuff of each id that an instance plane may hold, unsigned; 0 for none. */
  short[] stuff() {
    return stuff;
  }

  /** Category id, 0 for background, or void. */
  public int semantic(int instanceId) {
    return instanceId == SampledNode.VOID_ID ? voidValue : semantic[instanceId];
  }

  /** Segment id, 0 for none. */
  int panoptic(int instanceId) {
    return instanceId == SampledNode.VOID_ID ? 0 : panoptic[instanceId];
  }
}
