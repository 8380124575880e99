package org.diorama.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledSky;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;

/**
 * What an image may have or do without.
 *
 * @param name as it is printed
 * @param off a job without it; the job itself where that has none
 * @param on a job with it; the job itself where it cannot be put into every scene
 * @param remakes whether {@code on} also stands for a scene's own, made anew in every round
 */
record Feature(String name, Change off, Change on, boolean remakes) {
  /** Of a job; the round is a number that differs whenever the result is drawn. */
  interface Change {
    RenderJob of(RenderJob job, int round);
  }

  private static final GradientSky NO_SKY =
      new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);

  /** A plain sky of an overcast day, in cd/m². */
  private static final GradientSky PLAIN_SKY =
      new GradientSky(
          new LinearColor(2500, 3200, 4500),
          new LinearColor(5000, 5300, 5600),
          LinearColor.WHITE.times(1500));

  private static final SampledWeather.Haze FOG =
      new SampledWeather.Haze(200, 0, 60, LinearColor.WHITE);
  private static final SurfaceWeather WET = new SurfaceWeather(1, 0.3, 0);
  private static final SurfaceWeather SNOWY = new SurfaceWeather(0, 0, 0.05);

  /** Meters that no image shows. */
  private static final double STEP = 1e-7;

  /** In the order of a table. */
  static List<Feature> all() {
    List<Feature> all =
        new ArrayList<>(
            List.of(
                cast("sun, its shadow included", Feature::withoutSun),
                removable("sun's size: soft edges", Feature::withPointSun),
                removable("sky light and reflections", job -> job.with(sky(job, NO_SKY))),
                new Feature(
                    "atmosphere and clouds, as new in every frame",
                    Feature::withPlainSky,
                    Feature::withNewAtmosphere,
                    true),
                cast("lamps, their shadows included", job -> job.with(lampless(job))),
                weather("fog", Feature::withoutFog, Feature::withFog),
                weather("wet surfaces and puddles", ground(SurfaceWeather.DRY), ground(WET)),
                weather("snow on surfaces", ground(SurfaceWeather.DRY), ground(SNOWY)),
                weather("rain", fall(0, 0), fall(8, 0)),
                weather("snowfall", fall(0, 0), fall(0, 2)),
                look("glare", d -> with(d, d.exposure(), 0), d -> with(d, d.exposure(), 0.03)),
                look(
                    "automatic exposure",
                    d -> with(d, Optional.of(d.exposure().orElse(13.0)), d.glare()),
                    d -> with(d, Optional.empty(), d.glare())),
                removable("color: all of the above", Feature::withoutColor)));
    Arrays.stream(Effect.values()).map(Feature::of).forEach(all::add);
    all.add(plane("plane of normals", Channel.NORMAL));
    all.add(plane("plane of albedos", Channel.ALBEDO));
    all.add(plane("plane of parts", Channel.PART));
    all.add(measure("silhouettes of all instances", Measure.SILHOUETTES));
    all.add(measure("contrast of all instances", Measure.CONTRAST));
    return List.copyOf(all);
  }

  private static Feature removable(String name, UnaryOperator<RenderJob> off) {
    return new Feature(name, (job, round) -> off.apply(job), (job, round) -> job, false);
  }

  private static Feature of(Effect effect) {
    String name = effect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    UnaryOperator<RenderJob> off = job -> isIn(job, effect) ? job.without(effect) : job;
    boolean casts = effect == Effect.SUN_SHADOWS || effect == Effect.LAMP_SHADOWS;
    return casts ? cast(name, off) : removable(name, off);
  }

  /** Likewise, of what has shadow maps: all things move a little, so that none is kept. */
  private static Feature cast(String name, UnaryOperator<RenderJob> off) {
    return new Feature(
        name,
        (job, round) -> off.apply(job).equals(job) ? job : off.apply(moved(job, round + 0.5)),
        Feature::moved,
        true);
  }

  private static RenderJob moved(RenderJob job, double steps) {
    Affine3 move = Affine3.translation(new Vec3(0, 0, STEP * steps));
    List<Draw> draws =
        job.draws().stream().map(draw -> draw.at(move.times(draw.worldFromObject()))).toList();
    return steps == 0
        ? job
        : new RenderJob(draws, job.lighting(), job.weather(), job.views(), job.without());
  }

  private static boolean isIn(RenderJob job, Effect effect) {
    return switch (effect) {
      case SUN_SHADOWS -> job.lighting().sun().isPresent();
      case LAMP_SHADOWS -> !job.lighting().lamps().isEmpty();
      default -> true;
    };
  }

  private static Feature weather(
      String name, UnaryOperator<SampledWeather> off, UnaryOperator<SampledWeather> on) {
    return new Feature(
        name,
        (job, round) -> job.with(off.apply(job.weather())),
        (job, round) -> job.with(on.apply(job.weather())),
        false);
  }

  private static Feature plane(String name, Channel channel) {
    return views(
        name,
        view -> view.with(changed(view.channels(), channel, false)),
        view -> view.with(changed(view.channels(), channel, true)));
  }

  private static Feature measure(String name, Measure measure) {
    return views(
        name,
        view -> view.measuring(changed(view.measures(), measure, false)),
        view -> view.measuring(changed(view.measures(), measure, true)));
  }

  private static <T> Set<T> changed(Set<T> all, T one, boolean present) {
    Set<T> result = new HashSet<>(all);
    if (present) {
      result.add(one);
    } else {
      result.remove(one);
    }
    return result;
  }

  private static Feature views(String name, UnaryOperator<View> off, UnaryOperator<View> on) {
    return new Feature(
        name, (job, round) -> job.withViews(off), (job, round) -> job.withViews(on), false);
  }

  private static Feature look(
      String name, UnaryOperator<Development> off, UnaryOperator<Development> on) {
    return views(
        name,
        view -> view.with(off.apply(view.development())),
        view -> view.with(on.apply(view.development())));
  }

  private static RenderJob withoutSun(RenderJob job) {
    SampledLighting light = job.lighting();
    return job.with(new SampledLighting(Optional.empty(), light.sky(), light.lamps()));
  }

  private static RenderJob withPointSun(RenderJob job) {
    SampledLighting light = job.lighting();
    Optional<SampledLighting.Sun> point =
        light.sun().map(sun -> new SampledLighting.Sun(sun.towards(), sun.illuminance(), 0));
    return job.with(new SampledLighting(point, light.sky(), light.lamps()));
  }

  private static RenderJob withPlainSky(RenderJob job, int round) {
    if (!(job.lighting().sky() instanceof AtmosphereSky)) {
      return job;
    }
    LinearColor ground = PLAIN_SKY.ground().times(1 + 1e-6 * round);
    return job.with(sky(job, new GradientSky(PLAIN_SKY.zenith(), PLAIN_SKY.horizon(), ground)));
  }

  private static RenderJob withNewAtmosphere(RenderJob job, int round) {
    if (!(job.lighting().sky() instanceof AtmosphereSky sky)) {
      return job;
    }
    Atmosphere a = sky.atmosphere();
    double altitude = a.altitude() + 1e-3 * round;
    Atmosphere moved = new Atmosphere(a.air(), altitude, a.sun(), a.moon(), a.clouds());
    return job.with(sky(job, new AtmosphereSky(moved)));
  }

  private static SampledLighting sky(RenderJob job, SampledSky sky) {
    return new SampledLighting(job.lighting().sun(), sky, job.lighting().lamps());
  }

  private static SampledLighting lampless(RenderJob job) {
    return job.lighting().with(List.of());
  }

  private static SampledWeather withoutFog(SampledWeather weather) {
    return new SampledWeather(Optional.empty(), weather.ground(), weather.fall());
  }

  private static SampledWeather withFog(SampledWeather weather) {
    return new SampledWeather(Optional.of(FOG), weather.ground(), weather.fall());
  }

  private static UnaryOperator<SampledWeather> ground(SurfaceWeather ground) {
    return weather -> new SampledWeather(weather.haze(), ground, weather.fall());
  }

  private static UnaryOperator<SampledWeather> fall(double rain, double snow) {
    Precipitation fall = rain + snow > 0 ? new Precipitation(rain, snow, 1) : Precipitation.NONE;
    return weather -> new SampledWeather(weather.haze(), weather.ground(), fall);
  }

  private static Development with(Development d, Optional<Double> exposure, double glare) {
    return new Development(exposure, d.compensation(), d.whiteBalance(), d.toneCurve(), glare);
  }

  private static RenderJob withoutColor(RenderJob job) {
    return job.withViews(view -> view.with(EnumSet.of(Channel.DEPTH, Channel.INSTANCE)));
  }
}
