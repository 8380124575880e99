package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;

/** Makes nodes of decided instances: numbers them and chooses their level of detail. */
final class NodeList {
  private final CategoryResolver categories;
  private final List<SampledCamera> cameras;
  private final TrackIds tracks = new TrackIds();
  private final List<SampledNode> nodes = new ArrayList<>();
  private final Map<Instance, Integer> ids = new IdentityHashMap<>();

  NodeList(CategoryResolver categories, List<SampledCamera> cameras) {
    this.categories = categories;
    this.cameras = cameras;
  }

  /** Instances that are drawn, numbered from 1 in their order; parents come before children. */
  List<SampledNode> of(List<Instance> instances) {
    for (Instance instance : instances) {
      instance.asset().ifPresent(asset -> add(instance, asset));
    }
    return nodes;
  }

  private void add(Instance instance, AssetFact asset) {
    int id = nodes.size() + 1;
    ids.put(instance, id);
    Affine3 worldFromAxes = instance.worldFromAxes();
    nodes.add(
        new SampledNode(
            id,
            tracks.of(instance.object().path(), instance.site().identity()),
            instance.object().name(),
            instance.index(),
            drawnParent(instance),
            asset.id(),
            asset.digest(),
            LevelChooser.choose(asset, worldFromAxes, instance.scale(), cameras),
            categories.categoryId(instance.object(), asset),
            MotionStates.still(instance.worldFromObject()),
            instance.material()));
  }

  private int drawnParent(Instance instance) {
    Optional<Instance> parent = instance.parent();
    while (parent.isPresent()) {
      if (ids.containsKey(parent.get())) {
        return ids.get(parent.get());
      }
      parent = parent.get().parent();
    }
    return 0;
  }
}
