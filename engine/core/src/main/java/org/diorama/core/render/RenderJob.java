package org.diorama.core.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.SampledWeather;

/**
 * A flat list of what to draw, how it is lit, and from where it is seen.
 *
 * @param without what its images do without
 */
public record RenderJob(
    List<Draw> draws,
    SampledLighting lighting,
    SampledWeather weather,
    List<View> views,
    Set<Effect> without) {
  public RenderJob {
    draws = List.copyOf(draws);
    views = List.copyOf(views);
    without = Set.copyOf(without);
  }

  /** With every effect. */
  public RenderJob(
      List<Draw> draws, SampledLighting lighting, SampledWeather weather, List<View> views) {
    this(draws, lighting, weather, views, Set.of());
  }

  /** In clear air. */
  public RenderJob(List<Draw> draws, SampledLighting lighting, List<View> views) {
    this(draws, lighting, SampledWeather.CLEAR, views);
  }

  /** The same under another light. */
  public RenderJob with(SampledLighting other) {
    return new RenderJob(draws, other, weather, views, without);
  }

  /** The same in other weather. */
  public RenderJob with(SampledWeather other) {
    return new RenderJob(draws, lighting, other, views, without);
  }

  /** The same with each view replaced by another. */
  public RenderJob withViews(UnaryOperator<View> other) {
    return new RenderJob(draws, lighting, weather, views.stream().map(other).toList(), without);
  }

  /** The same with fewer effects. */
  public RenderJob without(Effect effect) {
    Set<Effect> fewer = EnumSet.of(effect);
    fewer.addAll(without);
    return new RenderJob(draws, lighting, weather, views, fewer);
  }

  public boolean has(Effect effect) {
    return !without.contains(effect);
  }

  /** The job of a decided frame, one view a camera, with the given planes. */
  public static RenderJob of(SampledFrame frame, Set<Channel> channels) {
    return new RenderJob(
        frame.nodes().stream().map(Draw::of).toList(),
        frame.lighting(),
        frame.weather(),
        frame.cameras().stream().map(camera -> view(camera, channels)).toList(),
        without(frame.lighting().indirect()));
  }

  private static Set<Effect> without(IndirectLight indirect) {
    Set<Effect> off = EnumSet.noneOf(Effect.class);
    if (!indirect.occlusion()) {
      off.add(Effect.OCCLUSION);
    }
    if (!indirect.bounce()) {
      off.add(Effect.BOUNCE);
    }
    return off;
  }

  private static View view(SampledCamera camera, Set<Channel> channels) {
    return new View(
        camera.name(),
        camera.pinhole(),
        camera.worldFromCamera().atLabelInstant(),
        camera.development(),
        EnumSet.copyOf(channels));
  }
}
