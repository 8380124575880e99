package org.diorama.core.sample.light;

import java.util.Optional;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.WeatherDescription;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;

/** Decides the weather. */
public final class WeatherSampler {
  private final DrawLog draws;

  public WeatherSampler(DrawLog draws) {
    this.draws = draws;
  }

  /** Clear where the scene says nothing. */
  public SampledWeather sample(Optional<WeatherDescription> weather) {
    return weather.map(this::sample).orElse(SampledWeather.CLEAR);
  }

  private SampledWeather sample(WeatherDescription weather) {
    SampledWeather.Haze haze =
        new SampledWeather.Haze(
            number(weather.visibility()),
            number(weather.fogBase()),
            number(weather.fogHeight()),
            draws.value(weather.fogColor(), DrawSite.WHOLE));
    return new SampledWeather(
        Optional.of(haze),
        new SurfaceWeather(
            number(weather.wetness()), number(weather.puddles()), number(weather.snowDepth())),
        new Precipitation(
            number(weather.rain()),
            number(weather.snow()),
            (int) number(weather.pattern()),
            number(weather.wind()),
            number(weather.windAzimuth())));
  }

  private double number(Parameter<Double> parameter) {
    return draws.number(parameter, DrawSite.WHOLE);
  }
}
