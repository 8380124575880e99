package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.collision.Collider;
import org.diorama.core.collision.OrientedBox;
import org.diorama.core.collision.Shells;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;

/**
 * The room that a frame's separate instances take. Where either of two asks for clearance, the
 * upright boxes around them keep it. Else they may come as near as their surfaces allow: the boxes
 * along their own axes decide first, and where those overlap, their triangles.
 */
final class Occupancy {
  private final AssetFacts facts;
  private final Collider collider;
  private final DiskIndex<Tenant> tenants = new DiskIndex<>();
  private double greatestClearance;

  /**
   * @param shells shared by the frames of a scene
   */
  Occupancy(AssetFacts facts, Shells shells) {
    this.facts = facts;
    this.collider = new Collider(shells);
  }

  /**
   * Room that something would take.
   *
   * @param frame the instance in whose frame it stands: its room and that of those it stands in do
   *     not count
   * @param clearance free horizontal distance to others, meters
   */
  record Claim(
      AssetFact asset, Affine3 worldFromObject, double clearance, Optional<Instance> frame) {
    private Room room() {
      return new Room(
          asset.id(),
          worldFromObject,
          OrientedBox.of(asset.bounds(), worldFromObject),
          Footprint.of(
              asset.bounds(), worldFromObject, Rotations.heading(worldFromObject), clearance));
    }
  }

  private record Room(
      String assetId, Affine3 worldFromObject, OrientedBox box, Footprint footprint) {
    /** Of the disk around it, seen from above. */
    double radius() {
      return Math.max(box.radius(), footprint.radius());
    }
  }

  private record Tenant(Room room, Instance owner) {}

  boolean isFree(Claim claim) {
    Room room = claim.room();
    return !tenants.any(
        room.box().center(),
        reach(room),
        tenant -> !holds(tenant.owner(), claim.frame()) && conflict(room, tenant.room()));
  }

  /** From now on the instance's room is taken. */
  void take(Claim claim, Instance owner) {
    Room room = claim.room();
    tenants.add(room.box().center(), room.radius(), new Tenant(room, owner));
    greatestClearance = Math.max(greatestClearance, claim.clearance());
  }

  /** World z of the highest point of all that share room with a claim; empty where none does. */
  Optional<Double> topOfConflicts(Claim claim) {
    Room room = claim.room();
    List<Double> tops = new ArrayList<>();
    tenants.any(
        room.box().center(),
        reach(room),
        tenant -> {
          if (!holds(tenant.owner(), claim.frame()) && conflict(room, tenant.room())) {
            tops.add(tenant.room().footprint().top());
          }
          return false;
        });
    return tops.stream().max(Double::compare);
  }

  private double reach(Room room) {
    return room.radius() + Math.max(room.footprint().clearance(), greatestClearance);
  }

  private boolean conflict(Room one, Room other) {
    if (one.footprint().clearance() > 0 || other.footprint().clearance() > 0) {
      return one.footprint().conflictsWith(other.footprint());
    }
    return one.box().gap(other.box()) < -Collider.TOUCH
        && collider.collide(surface(one), surface(other));
  }

  private PlacedSurface surface(Room room) {
    return new PlacedSurface(room.worldFromObject(), facts.surface(room.assetId(), 0));
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
