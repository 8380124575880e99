package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Ground;

/** The placed instances, as far as others can stand in or on them. */
final class Carriers {
  private final Map<String, List<Instance>> byGroup = new LinkedHashMap<>();

  void add(Instance instance) {
    byGroup.computeIfAbsent(instance.object().name(), name -> new ArrayList<>()).add(instance);
  }

  void remove(Instance instance) {
    byGroup.get(instance.object().name()).remove(instance);
  }

  /** All instances of a group in their order; or the parent where no group is named. */
  List<Instance> of(Optional<String> group, Optional<Instance> parent) {
    return group
        .map(name -> byGroup.getOrDefault(name, List.of()))
        .orElseGet(() -> parent.stream().toList());
  }

  /** Instance of a number in a group. */
  Optional<Instance> find(String group, int number) {
    List<Instance> instances = byGroup.getOrDefault(group, List.of());
    return number < instances.size() ? Optional.of(instances.get(number)) : Optional.empty();
  }

  /** A surface of an instance. */
  record Place(Instance instance, StandingSurface surface) {}

  /** The surfaces that a ground means. */
  List<Place> surfaces(Ground.Surfaces ground, Optional<Instance> parent) {
    List<Place> places = new ArrayList<>();
    for (Instance instance : of(ground.carrier(), parent)) {
      for (StandingSurface surface : InstanceSurfaces.of(instance, ground)) {
        places.add(new Place(instance, surface));
      }
    }
    return places;
  }

  /** The room inside instances as surfaces with ceilings; those that have none are left out. */
  List<Anchor> interiors(List<Instance> instances, double headroom) {
    List<Anchor> interiors = new ArrayList<>();
    for (Instance instance : instances) {
      InstanceSurfaces.interior(instance, headroom)
          .map(surface -> new Anchor(Optional.of(instance), surface.center(), Optional.of(surface)))
          .ifPresent(interiors::add);
    }
    return interiors;
  }
}
