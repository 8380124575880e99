package org.diorama.core.render;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledNode;
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

  /** Whether light matters: any view asks for color. */
  public boolean hasColor() {
    return views.stream().anyMatch(view -> view.channels().contains(Channel.COLOR));
  }

  /** The draws in the order in which renderers number them; those of one id stay as listed. */
  public List<Draw> drawsByInstance() {
    return draws.stream().sorted(Comparator.comparingInt(Draw::instanceId)).toList();
  }

  /** The job of a decided frame, one view a camera, with the given planes, measuring contrast. */
  public static RenderJob of(SampledFrame frame, Set<Channel> channels) {
    return of(frame, channels, Set.of(Measure.CONTRAST));
  }

  /** Likewise, with the given measures. */
  public static RenderJob of(SampledFrame frame, Set<Channel> channels, Set<Measure> measures) {
    return of(frame, channels, FrameInstant.LABEL, measures);
  }

  /**
   * What a decided frame's cameras see of its things at another instant: labels alone, with {@link
   * Channel#DRAW} where the frame {@link #mergesDraws}.
   */
  public static RenderJob at(FrameInstant instant, SampledFrame frame) {
    Set<Channel> channels = EnumSet.of(Channel.DEPTH, Channel.INSTANCE);
    if (mergesDraws(frame)) {
      channels.add(Channel.DRAW);
    }
    return of(frame, channels, instant, Set.of());
  }

  /** Whether any instance of a frame is made of several objects. */
  public static boolean mergesDraws(SampledFrame frame) {
    return frame.nodes().stream().mapToInt(SampledNode::instanceId).distinct().count()
        < frame.nodes().size();
  }

  private static RenderJob of(
      SampledFrame frame, Set<Channel> channels, FrameInstant instant, Set<Measure> measures) {
    return new RenderJob(
        frame.nodes().stream().map(node -> Draw.of(node, instant)).toList(),
        frame.lighting(),
        frame.weather(),
        frame.cameras().stream().map(camera -> view(camera, instant, channels, measures)).toList(),
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

  private static View view(
      SampledCamera camera, FrameInstant instant, Set<Channel> channels, Set<Measure> measures) {
    return new View(
        camera.name(),
        camera.pinhole(),
        camera.worldFromCamera().at(instant),
        camera.development(),
        channels,
        measures);
  }
}
