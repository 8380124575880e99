package org.diorama.core.label.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/** What belongs to each draw of a frame, found by what the planes say of a pixel. */
final class DrawTable<T> {
  private final List<List<T>> byInstance = new ArrayList<>();

  /**
   * @param value of what is drawn of a node; null where there is none
   */
  DrawTable(SampledFrame frame, Function<SampledNode, T> value) {
    for (SampledNode node : frame.nodes()) {
      while (byInstance.size() <= node.instanceId()) {
        byInstance.add(List.of());
      }
      List<T> values = new ArrayList<>(byInstance.get(node.instanceId()));
      values.add(value.apply(node));
      byInstance.set(node.instanceId(), values);
    }
  }

  /**
   * Null where there is none.
   *
   * @param draw place among the draws of the instance, from 1 on
   */
  T get(int instanceId, int draw) {
    List<T> values = instanceId < byInstance.size() ? byInstance.get(instanceId) : List.of();
    return draw < 1 || draw > values.size() ? null : values.get(draw - 1);
  }
}
