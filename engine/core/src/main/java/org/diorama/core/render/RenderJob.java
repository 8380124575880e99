package org.diorama.core.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.SampledWeather;

/** A flat list of what to draw, how it is lit, and from where it is seen. */
public record RenderJob(
    List<Draw> draws, SampledLighting lighting, SampledWeather weather, List<View> views) {
  public RenderJob {
    draws = List.copyOf(draws);
    views = List.copyOf(views);
  }

  /** In clear air. */
  public RenderJob(List<Draw> draws, SampledLighting lighting, List<View> views) {
    this(draws, lighting, SampledWeather.CLEAR, views);
  }

  /** The job of a decided frame, one view a camera, with the given planes. */
  public static RenderJob of(SampledFrame frame, Set<Channel> channels) {
    return new RenderJob(
        frame.nodes().stream().map(Draw::of).toList(),
        frame.lighting(),
        frame.weather(),
        frame.cameras().stream().map(camera -> view(camera, channels)).toList());
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
