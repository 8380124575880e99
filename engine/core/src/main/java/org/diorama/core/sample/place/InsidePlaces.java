package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Placement;

/** Anywhere inside containers, each thing as deep as those before it allow. */
final class InsidePlaces implements GroupPlaces {
  /** Things that may lie on one another below a thing before a place is given up. */
  private static final int MOST_LAYERS = 64;

  private final Placement.Inside inside;
  private final List<Anchor> interiors;
  private final Occupancy occupancy;

  InsidePlaces(Placement.Inside inside, List<Anchor> interiors, Occupancy occupancy) {
    this.inside = inside;
    this.interiors = interiors;
    this.occupancy = occupancy;
  }

  @Override
  public Mobility mobility(Placed placed) {
    Anchor interior =
        interiors.stream()
            .filter(anchor -> anchor.frame().equals(placed.spot().frame()))
            .findFirst()
            .orElseThrow();
    Optional<Instance> self = Optional.of(placed.instance());
    return Mobility.of(
        new InsideFreedom(placed, interior, spot -> lowered(spot, placed.request(), self)));
  }

  @Override
  public Spots spots(PlaceRequest request) {
    return Spots.upTo(
        ATTEMPTS,
        () -> {
          Anchor anchor = Anchor.draw(interiors, request.stream());
          Vec3 point = anchor.surface().orElseThrow().extent().draw(request.stream());
          Vec3 floor = point.plus(new Vec3(0, 0, anchor.origin().z()));
          return Optional.of(lowered(anchor.spot(floor), request, Optional.empty()));
        });
  }

  /**
   * On top of what lies below; containers stand upright.
   *
   * @param self the instance where it has a place already: it doesn't lie below itself
   */
  private Spot lowered(Spot spot, PlaceRequest request, Optional<Instance> self) {
    Spot lowest = spot;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      Optional<Occupancy.Claim> claim = request.claim(lowest, inside.separation());
      Optional<Double> top = claim.flatMap(room -> occupancy.topOfConflicts(room, self));
      if (top.isEmpty()) {
        return lowest;
      }
      Affine3 pose = claim.get().worldFromObject();
      double bottom = claim.get().asset().bounds().transform(pose).min().z();
      lowest = lowest.raised(top.get() - bottom);
    }
    return lowest;
  }
}
