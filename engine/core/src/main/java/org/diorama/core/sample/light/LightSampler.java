package org.diorama.core.sample.light;

import java.util.Optional;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;

/** Decides sun and sky. */
public final class LightSampler {
  private static final DrawSite WHOLE = DrawSite.WHOLE;

  private final DrawLog draws;

  public LightSampler(DrawLog draws) {
    this.draws = draws;
  }

  public SampledLighting sample(LightingDescription lighting) {
    return new SampledLighting(lighting.sun().flatMap(this::sun), sky(lighting.sky()));
  }

  /** The same light with a constant for every draw. */
  public LightingDescription decided(LightingDescription lighting) {
    LightingDescription.Sky sky = lighting.sky();
    return new LightingDescription(
        lighting
            .sun()
            .map(
                sun ->
                    new LightingDescription.Sun(
                        constant(sun.azimuth()),
                        constant(sun.elevation()),
                        constant(sun.illuminance()),
                        constant(sun.temperature()),
                        constant(sun.angularDiameter()))),
        new LightingDescription.Sky(
            constant(sky.zenith()),
            constant(sky.horizon()),
            constant(sky.ground()),
            constant(sky.illuminance())));
  }

  private <T> Parameter<T> constant(Parameter<T> parameter) {
    return new Parameter<>(
        parameter.path(),
        new Distribution.Constant<>(draws.value(parameter, WHOLE)),
        Scope.DATASET);
  }

  /** None where it stands at or below the horizon, or gives no light. */
  private Optional<SampledLighting.Sun> sun(LightingDescription.Sun sun) {
    double azimuth = draws.number(sun.azimuth(), WHOLE);
    double elevation = draws.number(sun.elevation(), WHOLE);
    double illuminance = draws.number(sun.illuminance(), WHOLE);
    double temperature = draws.number(sun.temperature(), WHOLE);
    double diameter = draws.number(sun.angularDiameter(), WHOLE);
    if (elevation <= 0 || illuminance <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SampledLighting.Sun(
            Rotations.direction(Rotations.radians(azimuth), Math.toRadians(elevation)),
            PlanckianLocus.color(temperature).times(illuminance),
            Rotations.radians(diameter)));
  }

  /** Scales the relative colors so that the upper half gives the illuminance asked for. */
  private GradientSky sky(LightingDescription.Sky sky) {
    GradientSky relative =
        new GradientSky(
            draws.value(sky.zenith(), WHOLE),
            draws.value(sky.horizon(), WHOLE),
            draws.value(sky.ground(), WHOLE));
    double factor = draws.number(sky.illuminance(), WHOLE) / relative.illuminance().luminance();
    return new GradientSky(
        relative.zenith().times(factor),
        relative.horizon().times(factor),
        relative.ground().times(factor));
  }
}
