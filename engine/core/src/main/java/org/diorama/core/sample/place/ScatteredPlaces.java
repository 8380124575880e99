package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.surface.StandingSurface;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.Scope;

/**
 * Anywhere on surfaces, uniform in area; coordinates that the author gives are drawn from those.
 */
final class ScatteredPlaces implements GroupPlaces {
  private final Ground.Surfaces ground;
  private final List<Anchor> anchors;

  ScatteredPlaces(Ground.Surfaces ground, List<Anchor> anchors) {
    this.ground = ground;
    this.anchors = anchors;
  }

  @Override
  public Mobility mobility(Placed placed) {
    List<Anchor> reachable =
        anchors.stream().filter(anchor -> anchor.frame().equals(placed.spot().frame())).toList();
    return Mobility.of(new SurfaceFreedom(placed, ground, reachable));
  }

  @Override
  public Spots spots(PlaceRequest request) {
    Attempts drawing = new Attempts(request.draws(), Scope.INSTANCE);
    boolean varies =
        anchors.size() > 1
            || ground.x().map(drawing::varies).orElse(true)
            || ground.y().map(drawing::varies).orElse(true);
    return Spots.upTo(
        varies ? ATTEMPTS : 1,
        () -> {
          drawing.again();
          Anchor anchor = Anchor.draw(anchors, request.stream());
          StandingSurface surface = anchor.surface().orElseThrow();
          boolean given = ground.x().isPresent() && ground.y().isPresent();
          Vec3 drawn = given ? Vec3.ZERO : surface.extent().draw(request.stream());
          double x = ground.x().map(p -> drawing.number(p, request.site())).orElse(drawn.x());
          double y = ground.y().map(p -> drawing.number(p, request.site())).orElse(drawn.y());
          return Optional.of(anchor.spot(new Vec3(x, y, surface.height())));
        });
  }
}
