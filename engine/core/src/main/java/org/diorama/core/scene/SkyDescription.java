package org.diorama.core.scene;

import org.diorama.core.math.LinearColor;

/** What the sky looks like, sun and moon apart. */
public sealed interface SkyDescription {
  /** The same with other parameters. */
  SkyDescription mapped(ParameterMap map);

  /**
   * A gradient over the direction's elevation: zenith to horizon above, ground below.
   *
   * @param zenith color at the zenith, relative; likewise the others
   * @param illuminance lux on an upward surface that the upper half gives, sun excluded
   */
  record Gradient(
      Parameter<LinearColor> zenith,
      Parameter<LinearColor> horizon,
      Parameter<LinearColor> ground,
      Parameter<Double> illuminance)
      implements SkyDescription {
    @Override
    public Gradient mapped(ParameterMap map) {
      return new Gradient(
          map.apply(zenith), map.apply(horizon), map.apply(ground), map.apply(illuminance));
    }
  }

  /**
   * Air that sun and moon light.
   *
   * @param visibility meters
   * @param ozone Dobson units
   * @param groundAlbedo reflectance of the ground that lies all around
   * @param altitude meters above sea level
   */
  record Atmosphere(
      Parameter<Double> visibility,
      Parameter<Double> ozone,
      Parameter<LinearColor> groundAlbedo,
      Parameter<Double> altitude)
      implements SkyDescription {
    @Override
    public Atmosphere mapped(ParameterMap map) {
      return new Atmosphere(
          map.apply(visibility), map.apply(ozone), map.apply(groundAlbedo), map.apply(altitude));
    }
  }
}
