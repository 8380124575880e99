package org.diorama.dataset.gltf;

import java.util.Map;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.SampledNode;

/**
 * What the node of an instance says of it; the ids are those of the dataset's labels.
 *
 * @param category name of its label, empty where it takes none
 * @param categoryId 0 where it takes none
 * @param parent instance id of what it stands on or in, 0 where there is none
 * @param worldFromObject three rows of four, meters, not recentered
 */
record InstanceExtras(
    int instanceId,
    int trackId,
    String category,
    int categoryId,
    String group,
    int index,
    int parent,
    String asset,
    String assetDigest,
    int level,
    Affine3 worldFromObject) {

  static InstanceExtras of(SampledNode node, Map<Integer, String> categories) {
    return new InstanceExtras(
        node.instanceId(),
        node.trackId(),
        categories.getOrDefault(node.categoryId(), ""),
        node.categoryId(),
        node.group(),
        node.index(),
        node.parent(),
        node.assetId(),
        node.assetDigest(),
        node.level(),
        node.worldFromObject().atLabelInstant());
  }
}
