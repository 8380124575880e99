package org.diorama.core.scene;

import java.util.Optional;
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
   * An image of the whole sphere.
   *
   * @param file relative to the scene's folder, or absolute
   * @param rotation degrees counter-clockwise from +X to what the image's middle shows
   * @param illuminance lux on an upward surface that the upper half gives, its sun included;
   *     without it what the file says of its unit
   * @param sunApart whether the image's sun is taken out of it to be a light of its own
   */
  record Image(
      String file,
      Parameter<Double> rotation,
      Optional<Parameter<Double>> illuminance,
      boolean sunApart)
      implements SkyDescription {
    @Override
    public Image mapped(ParameterMap map) {
      return new Image(file, map.apply(rotation), illuminance.map(map::apply), sunApart);
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
