package org.diorama.core.scene;

/** Which moon there is in an atmosphere. */
public sealed interface MoonDescription {
  /** The same with other parameters. */
  MoonDescription mapped(ParameterMap map);

  /** The true one where the sun stands as at a moment, else none. */
  record OfTheMoment() implements MoonDescription {
    @Override
    public OfTheMoment mapped(ParameterMap map) {
      return this;
    }
  }

  /** None at all. */
  record None() implements MoonDescription {
    @Override
    public None mapped(ParameterMap map) {
      return this;
    }
  }

  /**
   * @param illuminated share of its disk that the sun lights, as seen from here
   */
  record Placed(SkyPlace.Angles place, Parameter<Double> illuminated) implements MoonDescription {
    @Override
    public Placed mapped(ParameterMap map) {
      return new Placed(place.mapped(map), map.apply(illuminated));
    }
  }
}
