package org.diorama.core.scene;

import java.util.Optional;

/** Where the sun or the moon stands. */
public sealed interface SkyPlace {
  /** The same with other parameters. */
  SkyPlace mapped(ParameterMap map);

  /**
   * @param azimuth degrees counter-clockwise from +X of the direction towards it
   * @param elevation degrees above the horizon
   */
  record Angles(Parameter<Double> azimuth, Parameter<Double> elevation) implements SkyPlace {
    @Override
    public Angles mapped(ParameterMap map) {
      return new Angles(map.apply(azimuth), map.apply(elevation));
    }
  }

  /**
   * As seen from a place on Earth at a moment.
   *
   * @param year of the Gregorian calendar
   * @param day of the year from 1, whole
   * @param time hours of the local clock since midnight
   * @param latitude degrees, north positive
   * @param longitude degrees, east positive
   * @param utcOffset hours that the local clock is ahead of UTC; without it the whole hours nearest
   *     to longitude / 15°
   * @param north degrees counter-clockwise from +X of the direction to the north
   */
  record Moment(
      int year,
      Parameter<Double> day,
      Parameter<Double> time,
      Parameter<Double> latitude,
      Parameter<Double> longitude,
      Optional<Parameter<Double>> utcOffset,
      Parameter<Double> north)
      implements SkyPlace {
    @Override
    public Moment mapped(ParameterMap map) {
      return new Moment(
          year,
          map.apply(day),
          map.apply(time),
          map.apply(latitude),
          map.apply(longitude),
          utcOffset.map(map::apply),
          map.apply(north));
    }
  }
}
