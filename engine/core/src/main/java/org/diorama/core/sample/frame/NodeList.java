package org.diorama.core.sample.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.instance.CategoryResolver;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Moment;

/** Makes nodes of decided instances: numbers them and gathers their poses. */
final class NodeList {
  private final CategoryResolver categories;
  private final List<Moment> moments;
  private final SequencePlan.ViewPlan plan;
  private final TrackIds tracks = new TrackIds();
  private final List<SampledNode> nodes = new ArrayList<>();

  /**
   * @param moments of the frame
   * @param plan made with the same instances
   */
  NodeList(CategoryResolver categories, List<Moment> moments, SequencePlan.ViewPlan plan) {
    this.categories = categories;
    this.moments = moments;
    this.plan = plan;
  }

  /** Instances that are drawn, by rising id, those of one id in their order. */
  List<SampledNode> of(List<Instance> instances) {
    Map<Instance, Integer> numbers = Instance.numbers(instances);
    for (Instance instance : instances) {
      instance.asset().ifPresent(asset -> add(instance, asset, numbers));
    }
    return nodes.stream().sorted(Comparator.comparingInt(SampledNode::instanceId)).toList();
  }

  private void add(Instance instance, AssetFact asset, Map<Instance, Integer> numbers) {
    int level = plan.level(nodes.size());
    nodes.add(
        new SampledNode(
            numbers.get(instance),
            tracks.of(instance.object().path(), instance.site().identity()),
            instance.object().name(),
            instance.index(),
            instance.drawnParent().map(numbers::get).orElse(0),
            asset.id(),
            asset.digest(),
            level,
            categoryId(instance),
            poses(instance),
            instance.material()));
  }

  private MotionStates poses(Instance instance) {
    if (!instance.moves()) {
      return MotionStates.still(instance.worldFromObject());
    }
    return MotionStates.of(
        moments.stream().map(moment -> instance.worldFromObject(moment.seconds())).toList());
  }

  /** A part has that of the whole. */
  private int categoryId(Instance instance) {
    Instance whole = instance;
    while (whole.isPart() && whole.drawnParent().isPresent()) {
      whole = whole.drawnParent().get();
    }
    return categories.categoryId(whole.object(), whole.asset().orElseThrow());
  }
}
