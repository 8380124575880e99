package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;

/** The room that a frame's separate instances take. */
final class Occupancy {
  private final List<Tenant> tenants = new ArrayList<>();

  /**
   * Room that something would take.
   *
   * @param frame the instance in whose frame it stands: its room and that of those it stands in do
   *     not count
   * @param clearance free horizontal distance to others, meters
   */
  record Claim(
      AssetFact asset, Affine3 worldFromObject, double clearance, Optional<Instance> frame) {
    Footprint footprint() {
      return Footprint.of(
          asset.bounds(), worldFromObject, Rotations.heading(worldFromObject), clearance);
    }
  }

  private record Tenant(Footprint footprint, Instance owner) {}

  boolean isFree(Claim claim) {
    return conflicts(claim.footprint(), claim.frame()).isEmpty();
  }

  /** From now on the instance's room is taken. */
  void take(Claim claim, Instance owner) {
    tenants.add(new Tenant(claim.footprint(), owner));
  }

  /** World z of the highest point of all that share room with a claim; empty where none does. */
  Optional<Double> topOfConflicts(Claim claim) {
    return conflicts(claim.footprint(), claim.frame()).stream()
        .map(Footprint::top)
        .max(Double::compare);
  }

  private List<Footprint> conflicts(Footprint footprint, Optional<Instance> frame) {
    return tenants.stream()
        .filter(tenant -> footprint.conflictsWith(tenant.footprint()))
        .filter(tenant -> !holds(tenant.owner(), frame))
        .map(Tenant::footprint)
        .toList();
  }

  private static boolean holds(Instance holder, Optional<Instance> frame) {
    Optional<Instance> at = frame;
    while (at.isPresent()) {
      if (at.get() == holder) {
        return true;
      }
      at = at.get().parent();
    }
    return false;
  }
}
