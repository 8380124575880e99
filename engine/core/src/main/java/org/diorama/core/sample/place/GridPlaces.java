package org.diorama.core.sample.place;

import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.scene.Arrangement;

/** The places of a grid, ground after ground; columns fastest, layers last. */
final class GridPlaces implements GroupPlaces {
  private final List<Anchor> anchors;
  private final Vec3 jitter;
  private final long rows;
  private final long columns;
  private final long layers;
  private final Vec3 spacing;

  /**
   * @param request of any instance: what a grid is made of is the same for all
   */
  GridPlaces(Arrangement.Grid grid, List<Anchor> anchors, PlaceRequest request) {
    this.anchors = anchors;
    this.jitter = grid.jitter();
    this.rows = (long) request.number(grid.rows());
    this.columns = (long) request.number(grid.columns());
    this.layers = (long) request.number(grid.layers());
    this.spacing = request.vector(grid.spacing());
  }

  @Override
  public Mobility mobility(Placed placed) {
    return Mobility.bound("place.grid gives it its cell");
  }

  @Override
  public Spots spots(PlaceRequest request) {
    long places = rows * columns * layers;
    if (request.index() >= places * anchors.size()) {
      return Spots.none(NoPlace.FULL);
    }
    Anchor anchor = anchors.get((int) (request.index() / places));
    long place = request.index() % places;
    Vec3 cell =
        new Vec3(
            place % columns - (columns - 1) / 2.0,
            place / columns % rows - (rows - 1) / 2.0,
            place / (columns * rows));
    Vec3 shift =
        new Vec3(
            request.jitter(jitter.x()), request.jitter(jitter.y()), request.jitter(jitter.z()));
    return Spots.only(anchor.spot(anchor.origin().plus(cell.times(spacing)).plus(shift)));
  }
}
