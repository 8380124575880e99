package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.Ground;

/** The placed instances, as far as others can stand in or on them. */
final class Carriers {
  private final Map<String, List<Instance>> byGroup = new HashMap<>();

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
      for (Furnishing.Surface surface : instance.object().furnishing().surfaces()) {
        if (ground.means(surface.name())) {
          places.add(new Place(instance, declared(surface, ground.inset())));
        }
      }
    }
    return places;
  }

  /** The room inside instances as surfaces with ceilings; those that have none are left out. */
  List<Anchor> interiors(List<Instance> instances, double headroom) {
    List<Anchor> interiors = new ArrayList<>();
    for (Instance instance : instances) {
      interior(instance, headroom)
          .map(surface -> new Anchor(Optional.of(instance), surface.center(), Optional.of(surface)))
          .ifPresent(interiors::add);
    }
    return interiors;
  }

  private static Optional<StandingSurface> interior(Instance instance, double headroom) {
    return instance
        .object()
        .furnishing()
        .interior()
        .map(
            box ->
                new StandingSurface(
                    "interior", box.min().z(), box.size().z() + headroom, 0, rectangle(box)));
  }

  private static StandingSurface declared(Furnishing.Surface surface, double inset) {
    return new StandingSurface(
        surface.name(),
        surface.height(),
        Double.POSITIVE_INFINITY,
        inset,
        new PolygonExtent(surface.outline()));
  }

  private static PolygonExtent rectangle(Aabb box) {
    return PolygonExtent.rectangle(box.min().x(), box.min().y(), box.max().x(), box.max().y());
  }
}
