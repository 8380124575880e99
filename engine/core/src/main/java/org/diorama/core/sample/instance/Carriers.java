package org.diorama.core.sample.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The placed instances, as far as others can stand in or on them. */
public final class Carriers {
  private final Map<String, List<Instance>> byGroup = new LinkedHashMap<>();

  public void add(Instance instance) {
    byGroup.computeIfAbsent(instance.object().name(), name -> new ArrayList<>()).add(instance);
  }

  public void remove(Instance instance) {
    byGroup.get(instance.object().name()).remove(instance);
  }

  /** All instances of a group in their order; or the parent where no group is named. */
  public List<Instance> of(Optional<String> group, Optional<Instance> parent) {
    return group
        .map(name -> byGroup.getOrDefault(name, List.of()))
        .orElseGet(() -> parent.stream().toList());
  }

  /** Instance of a number in a group. */
  public Optional<Instance> find(String group, int number) {
    List<Instance> instances = byGroup.getOrDefault(group, List.of());
    return number < instances.size() ? Optional.of(instances.get(number)) : Optional.empty();
  }
}
