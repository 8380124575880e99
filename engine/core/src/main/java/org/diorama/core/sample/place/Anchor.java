package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.instance.Carriers;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.surface.InstanceSurfaces;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.sample.surface.StandingSurface;
import org.diorama.core.scene.Ground;

/**
 * A ground that a pattern is laid over.
 *
 * @param frame the instance in whose frame it lies; nothing for the world
 * @param origin of the pattern, meters
 * @param surface the ground's bounds; nothing where it has none
 */
record Anchor(Optional<Instance> frame, Vec3 origin, Optional<StandingSurface> surface) {

  /** All grounds of a request; none where its carriers or their surfaces are missing. */
  static List<Anchor> of(Ground ground, PlaceRequest request, Carriers carriers) {
    if (ground instanceof Ground.Plane plane) {
      return List.of(
          new Anchor(request.parent(), request.vector(plane.origin()), Optional.empty()));
    }
    Ground.Surfaces surfaces = (Ground.Surfaces) ground;
    List<Anchor> anchors = new ArrayList<>();
    for (Instance carrier : carriers.of(surfaces.carrier(), request.parent())) {
      for (StandingSurface surface : InstanceSurfaces.of(carrier, surfaces)) {
        anchors.add(of(carrier, surface, surfaces, request));
      }
    }
    return anchors;
  }

  private static Anchor of(
      Instance carrier, StandingSurface surface, Ground.Surfaces ground, PlaceRequest request) {
    Vec3 center = surface.center();
    return new Anchor(
        Optional.of(carrier),
        new Vec3(
            ground.x().map(request::number).orElse(center.x()),
            ground.y().map(request::number).orElse(center.y()),
            center.z()),
        Optional.of(surface));
  }

  /** The room inside containers as surfaces with ceilings; those that have none are left out. */
  static List<Anchor> interiors(List<Instance> containers, double headroom) {
    List<Anchor> interiors = new ArrayList<>();
    for (Instance container : containers) {
      InstanceSurfaces.interior(container, headroom)
          .map(
              surface -> new Anchor(Optional.of(container), surface.center(), Optional.of(surface)))
          .ifPresent(interiors::add);
    }
    return interiors;
  }

  /** Why there are none. */
  static NoPlace reason(Ground ground, PlaceRequest request, Carriers carriers) {
    Optional<String> carrier =
        ground instanceof Ground.Surfaces surfaces ? surfaces.carrier() : Optional.empty();
    return carriers.of(carrier, request.parent()).isEmpty()
        ? NoPlace.NO_CARRIER
        : NoPlace.NO_SURFACE;
  }

  /** One of several that have surfaces, by area. */
  static Anchor draw(List<Anchor> anchors, RandomStream stream) {
    double total = 0;
    for (Anchor anchor : anchors) {
      total += anchor.area();
    }
    double remaining = anchors.size() == 1 ? 0 : stream.uniform(0, total);
    int chosen = 0;
    while (chosen < anchors.size() - 1 && remaining >= anchors.get(chosen).area()) {
      remaining -= anchors.get(chosen++).area();
    }
    return anchors.get(chosen);
  }

  private double area() {
    return surface.orElseThrow().extent().area();
  }

  Spot spot(Vec3 rest) {
    return new Spot(frame, rest, 0, surface);
  }
}
