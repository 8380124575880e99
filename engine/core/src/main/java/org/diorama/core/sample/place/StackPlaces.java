package org.diorama.core.sample.place;

import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Arrangement;

/** One on top of the other; the first one finds the foot. */
final class StackPlaces implements GroupPlaces {
  private final Arrangement.Stack stack;
  private final GroupPlaces foot;
  private Optional<Spot> base = Optional.empty();
  private double top;

  StackPlaces(Arrangement.Stack stack, GroupPlaces foot) {
    this.stack = stack;
    this.foot = foot;
  }

  @Override
  public Mobility mobility(Placed placed) {
    return Mobility.bound("place.stack gives it its place on the others");
  }

  @Override
  public Spots spots(PlaceRequest request) {
    Spots source =
        base.map(
                spot ->
                    Spots.upTo(
                        stack.jitter() == 0 ? 1 : ATTEMPTS,
                        () -> Optional.of(above(spot, request))))
            .orElseGet(() -> foot.spots(request));
    return new Spots() {
      private Optional<Spot> last = Optional.empty();

      @Override
      public Optional<Spot> next() {
        last = source.next();
        return last;
      }

      @Override
      public NoPlace reason() {
        return source.reason();
      }

      @Override
      public void taken() {
        source.taken();
        if (base.isEmpty()) {
          base = last;
        }
        top = last.orElseThrow().rest().z() + request.body().height();
      }
    };
  }

  private Spot above(Spot spot, PlaceRequest request) {
    double x = spot.rest().x() + request.jitter(stack.jitter());
    double y = spot.rest().y() + request.jitter(stack.jitter());
    return new Spot(spot.frame(), new Vec3(x, y, top), spot.turn(), spot.surface());
  }
}
