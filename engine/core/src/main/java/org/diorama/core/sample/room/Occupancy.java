package org.diorama.core.sample.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.collision.Collider;
import org.diorama.core.collision.OrientedBox;
import org.diorama.core.collision.Shells;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;

/**
 * The room that a frame's separate instances take. Where either of two asks for clearance, the
 * boxes around them keep it, upright ones or those along their own axes. Else they may come as near
 * as their surfaces allow: the boxes along their own axes decide first, and where those overlap,
 * their triangles.
 */
public final class Occupancy {
  /** Meters by which something is raised to find out whether anything rests on it. */
  private static final double RAISE = 1e-3;

  private final AssetFacts facts;
  private final Collider collider;
  private final DiskIndex<Entry> index = new DiskIndex<>();
  private final List<Tenant> tenants = new ArrayList<>();
  private double greatestClearance;
  private FallWays falls = FallWays.NONE;

  /**
   * @param shells shared by the frames of a scene
   */
  public Occupancy(AssetFacts facts, Shells shells) {
    this.facts = facts;
    this.collider = new Collider(shells);
  }

  /** Room that something would take. */
  public static final class Claim {
    private final AssetFact asset;
    private final Affine3 worldFromObject;
    private final double clearance;
    private final Optional<Instance> frame;
    private Room room;

    /**
     * @param clearance free horizontal distance to others, meters
     * @param frame the instance in whose frame it stands: its room and that of those it stands in
     *     do not count
     */
    public Claim(
        AssetFact asset, Affine3 worldFromObject, double clearance, Optional<Instance> frame) {
      this.asset = asset;
      this.worldFromObject = worldFromObject;
      this.clearance = clearance;
      this.frame = frame;
    }

    public AssetFact asset() {
      return asset;
    }

    public Affine3 worldFromObject() {
      return worldFromObject;
    }

    private Room room() {
      if (room == null) {
        room = new Room(asset, worldFromObject, clearance);
      }
      return room;
    }
  }

  private static final class Room {
    /** What the radius of a footprint may be off by. */
    private static final double ROUNDING = 1 + 1e-9;

    private final AssetFact asset;
    private final Affine3 worldFromObject;
    private final double clearance;
    private final OrientedBox box;
    private final double radius;

    /** Nothing until it is asked for: it takes angles, and most rooms need none. */
    private Footprint footprint;

    /** Nothing until its triangles are asked for: reading them costs more than most rooms need. */
    private PlacedSurface surface;

    Room(AssetFact asset, Affine3 worldFromObject, double clearance) {
      this.asset = asset;
      this.worldFromObject = worldFromObject;
      this.clearance = clearance;
      this.box = OrientedBox.of(asset.bounds(), worldFromObject);
      this.radius = Math.max(box.radius(), footprintRadius());
    }

    OrientedBox box() {
      return box;
    }

    double clearance() {
      return clearance;
    }

    Footprint footprint() {
      if (footprint == null) {
        double heading = Rotations.heading(worldFromObject);
        footprint = Footprint.of(asset.bounds(), worldFromObject, heading, clearance);
      }
      return footprint;
    }

    /** Of the footprint, or a little more. */
    private double footprintRadius() {
      Vec3 heading = new Vec3(worldFromObject.m00(), worldFromObject.m10(), 0);
      Vec3 along = heading.equals(Vec3.ZERO) ? Vec3.UNIT_X : heading.normalize();
      double halfAlong = box.reach(along);
      double halfAcross = box.reach(new Vec3(-along.y(), along.x(), 0));
      return ROUNDING * Math.sqrt(halfAlong * halfAlong + halfAcross * halfAcross);
    }

    PlacedSurface surface(AssetFacts facts) {
      if (surface == null) {
        surface = new PlacedSurface(worldFromObject, facts.surface(asset.id(), 0));
      }
      return surface;
    }

    /** Of a disk around it, seen from above. */
    double radius() {
      return radius;
    }
  }

  /** Who takes a room; the room changes when the owner is moved. */
  private static final class Tenant {
    private final Instance owner;
    private final Claim claim;
    private Room room;

    Tenant(Claim claim, Instance owner) {
      this.claim = claim;
      this.owner = owner;
      this.room = claim.room();
    }

    /** The room it would take where its owner stands now. */
    Room roomNow() {
      return new Claim(claim.asset, owner.worldFromObject(), claim.clearance, claim.frame).room();
    }
  }

  /** A tenant's room in the index; left behind when the tenant moves. */
  private record Entry(Room room, Tenant tenant) {
    boolean isCurrent() {
      return tenant.room == room;
    }

    Instance owner() {
      return tenant.owner;
    }
  }

  public boolean isFree(Claim claim) {
    return isFree(claim.room(), entry -> !holds(entry.owner(), claim.frame));
  }

  /** From now on the instance's room is taken. */
  public void take(Claim claim, Instance owner) {
    Tenant tenant = new Tenant(claim, owner);
    tenants.add(tenant);
    index(tenant);
    greatestClearance = Math.max(greatestClearance, claim.clearance);
  }

  /**
   * World z of the highest point of all that share room with a claim; empty where none does.
   *
   * @param self whose claim it is, where that has its room already
   */
  public Optional<Double> topOfConflicts(Claim claim, Optional<Instance> self) {
    List<Double> tops = new ArrayList<>();
    isFree(
        claim.room(),
        entry -> {
          boolean other = self.isEmpty() || !holds(self.get(), Optional.of(entry.owner()));
          if (other && !holds(entry.owner(), claim.frame) && conflict(claim.room(), entry.room())) {
            tops.add(entry.room().footprint().top());
          }
          return false;
        });
    return tops.stream().max(Double::compare);
  }

  /** Whether something that doesn't stand in its frame rests on an instance. */
  public boolean bears(Instance instance) {
    Affine3 raise = Affine3.translation(new Vec3(0, 0, RAISE));
    return tenants.stream()
        .filter(tenant -> holds(instance, Optional.of(tenant.owner)))
        .anyMatch(
            tenant ->
                topOfConflicts(
                        new Claim(
                            tenant.claim.asset,
                            raise.times(tenant.owner.worldFromObject()),
                            tenant.claim.clearance,
                            tenant.owner.parent()),
                        Optional.of(instance))
                    .isPresent());
  }

  /** From now on nothing may be moved into what things fall through. */
  public void fall(FallWays ways) {
    falls = ways;
  }

  /** Whether an instance, or what stands in its frame, is in the way of what falls. */
  public boolean meetsFall(Instance instance) {
    return !falls.ways().isEmpty()
        && (falls.meets(instance)
            || tenants.stream()
                .filter(tenant -> holds(instance, Optional.of(tenant.owner)))
                .anyMatch(tenant -> falls.meets(tenant.owner)));
  }

  /** Whether an instance that was moved, and all that stands in its frame, find free room. */
  public boolean fits(Instance moved) {
    return !meetsFall(moved)
        && tenants.stream()
            .filter(tenant -> holds(moved, Optional.of(tenant.owner)))
            .allMatch(tenant -> fits(tenant, moved));
  }

  private boolean fits(Tenant tenant, Instance moved) {
    return isFree(
        tenant.roomNow(),
        entry ->
            !holds(moved, Optional.of(entry.owner()))
                && !holds(entry.owner(), tenant.owner.parent()));
  }

  /** Takes note of where a moved instance stands now, with all that stands in its frame. */
  public void moved(Instance instance) {
    for (Tenant tenant : tenants) {
      if (holds(instance, Optional.of(tenant.owner))) {
        tenant.room = tenant.roomNow();
        index(tenant);
      }
    }
  }

  private void index(Tenant tenant) {
    Room room = tenant.room;
    index.add(room.box().center(), room.radius(), new Entry(room, tenant));
  }

  /** Whether nothing that counts shares a room. */
  private boolean isFree(Room room, Predicate<Entry> counts) {
    // What takes long to find out is asked last: most rooms that are taken are so by something
    // simple.
    List<Room> open = new ArrayList<>();
    boolean taken =
        index.any(
            room.box().center(),
            reach(room),
            entry -> entry.isCurrent() && counts.test(entry) && isTaken(room, entry.room(), open));
    for (int i = 0; !taken && i < open.size(); i++) {
      taken = collider.trianglesCollide(surface(room), surface(open.get(i)));
    }
    return !taken;
  }

  /**
   * Whether another certainly shares room.
   *
   * @param open gets the other where triangles must decide
   */
  private boolean isTaken(Room room, Room other, List<Room> open) {
    if (keepClearance(room, other)) {
      return tooNear(room, other);
    }
    if (room.box().isApart(other.box(), -Collider.TOUCH)) {
      return false;
    }
    Collider.Verdict verdict = collider.look(surface(room), surface(other));
    if (verdict == Collider.Verdict.OPEN) {
      open.add(other);
    }
    return verdict == Collider.Verdict.SHARING;
  }

  private static boolean keepClearance(Room one, Room other) {
    return one.clearance() > 0 || other.clearance() > 0;
  }

  /** Upright boxes tell most; what is tilted keeps clear along its own axes. */
  private static boolean tooNear(Room one, Room other) {
    double free = Math.max(one.footprint().clearance(), other.footprint().clearance());
    return one.footprint().conflictsWith(other.footprint())
        && !one.box().isApartSideways(other.box(), free, Footprint.TOUCH);
  }

  private double reach(Room room) {
    return room.radius() + Math.max(room.clearance(), greatestClearance);
  }

  private boolean conflict(Room one, Room other) {
    return keepClearance(one, other)
        ? tooNear(one, other)
        : !one.box().isApart(other.box(), -Collider.TOUCH)
            && collider.collide(surface(one), surface(other));
  }

  private PlacedSurface surface(Room room) {
    return room.surface(facts);
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
