package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;

/** In a camera's view: its depth, its column and, where it floats, its row. */
final class ViewFreedom extends Freedom {
  private final InViewPlaces places;
  private final List<Parameter<Double>> coordinates;

  /**
   * @param coordinates in the order of {@link InViewPlaces#coordinates}
   */
  ViewFreedom(Placed placed, InViewPlaces places, List<Parameter<Double>> coordinates) {
    super(placed);
    this.places = places;
    this.coordinates = coordinates;
    startAt(0, places.coordinates(placed.spot(), placed.request().body()).toArray(Double[]::new));
  }

  @Override
  public Span span(int part, int coordinate) {
    return span(coordinates.get(coordinate), here().at().get(coordinate));
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return admits(coordinates.get(coordinate), value);
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    return places.spot(request(), at);
  }

  @Override
  public Optional<Standing> draw() {
    again();
    List<Double> at = new ArrayList<>();
    for (int i = 0; i < coordinates.size(); i++) {
      boolean varies = attempts().varies(coordinates.get(i));
      at.add(varies ? number(coordinates.get(i)) : here().at().get(i));
    }
    return standing(0, at);
  }
}
