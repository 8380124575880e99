package org.diorama.core.outdoor;

import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.weather.FogLayer;

/**
 * A sky behind fog, as seen by an eye in it: dimmed on the way through the layer, and veiled by
 * what the layer scatters. Ways down end at the ground.
 *
 * @param veil luminance of fog so deep that nothing is seen through it, level, without the sun's
 *     own lobe
 * @param rise share of it by which it is brighter straight up and darker straight down, in [0, 1]
 * @param sunlight lux per channel of the direct sun that the fog around the eye scatters
 * @param towardsSun unit vector
 */
public record FoggedSky(
    SkyRadiance behind,
    FogLayer fog,
    double eyeHeight,
    double groundHeight,
    LinearColor veil,
    double rise,
    LinearColor sunlight,
    Vec3 towardsSun)
    implements SkyRadiance {
  @Override
  public LinearColor luminance(Vec3 direction) {
    double through = through(direction);
    return behind.luminance(direction).times(through).plus(deepFog(direction).times(1 - through));
  }

  @Override
  public OptionalDouble detail() {
    return behind.detail();
  }

  @Override
  public FoggedSky coarser(double radians) {
    return new FoggedSky(
        behind.coarser(radians), fog, eyeHeight, groundHeight, veil, rise, sunlight, towardsSun);
  }

  /** Share of what is behind that is seen in a direction. */
  double through(Vec3 direction) {
    return Math.exp(-fog.opticalDepthOut(eyeHeight, direction.z(), groundHeight));
  }

  /** Luminance of fog without end in a direction. */
  public LinearColor deepFog(Vec3 direction) {
    return veil.times(1 + rise * direction.z())
        .plus(scatteredSunlight().times(fog.phase(direction.dot(towardsSun))));
  }

  /** Lux per channel of direct sun that the fog scatters, before its phase function spreads it. */
  public LinearColor scatteredSunlight() {
    return sunlight.times(fog.albedo());
  }
}
