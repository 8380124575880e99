package org.diorama.core.sample;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.source.SkySources;

/**
 * Luminance by elevation e of the direction, in cd/m² per channel: above the horizon {@code horizon
 * + (zenith - horizon) · sin e}, below it {@code ground}.
 */
public record GradientSky(LinearColor zenith, LinearColor horizon, LinearColor ground)
    implements SampledSky, SkyRadiance {
  /**
   * Lux per channel on an upward surface: the integral of luminance · sin e over the upper half,
   * {@code 2π ∫₀¹ (horizon + (zenith - horizon) s) s ds}.
   */
  public LinearColor illuminance() {
    return new LinearColor(
        Math.PI * (horizon.red() + 2 * zenith.red()) / 3,
        Math.PI * (horizon.green() + 2 * zenith.green()) / 3,
        Math.PI * (horizon.blue() + 2 * zenith.blue()) / 3);
  }

  @Override
  public LinearColor luminance(Vec3 direction) {
    double s = direction.z() / direction.length();
    if (s < 0) {
      return ground;
    }
    return new LinearColor(
        horizon.red() + (zenith.red() - horizon.red()) * s,
        horizon.green() + (zenith.green() - horizon.green()) * s,
        horizon.blue() + (zenith.blue() - horizon.blue()) * s);
  }

  @Override
  public SkyRadiance radiance(SkySources sources) {
    return this;
  }
}
