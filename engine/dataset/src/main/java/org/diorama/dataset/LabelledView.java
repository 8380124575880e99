package org.diorama.dataset;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.RectifiedPair;
import org.diorama.core.label.pixel.SurfacePoints;
import org.diorama.core.label.pixel.ThingRuns;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;

/**
 * What the files of one camera are made of. It belongs to one thread at a time and is valid as long
 * as the planes.
 */
public final class LabelledView {
  private final SampledFrame frame;
  private final int index;
  private final RenderedSteps steps;
  private final InstanceMeanings meanings;
  private final LabelAssets assets;
  private final FlowBuffers flowBuffers;
  private ThingRuns things;
  private final Map<FrameInstant, OpticalFlow> flows = new EnumMap<>(FrameInstant.class);

  /**
   * @param index of the camera in the frame
   * @param meanings what each instance becomes in the semantic and panoptic image
   * @param assets of the frame's instances
   * @param flowBuffers that other views of the same thread may use, too
   */
  public LabelledView(
      SampledFrame frame,
      int index,
      RenderedSteps steps,
      InstanceMeanings meanings,
      LabelAssets assets,
      FlowBuffers flowBuffers) {
    this.frame = frame;
    this.index = index;
    this.steps = steps;
    this.meanings = meanings;
    this.assets = assets;
    this.flowBuffers = flowBuffers;
  }

  SampledFrame frame() {
    return frame;
  }

  /** What each instance becomes in the semantic and panoptic image. */
  public InstanceMeanings meanings() {
    return meanings;
  }

  SampledCamera camera() {
    return frame.cameras().get(index);
  }

  /** What is seen. */
  public RenderedView view() {
    return steps.now().views().get(index);
  }

  /** Found once for all who ask. */
  private ThingRuns things() {
    if (things == null) {
      things = new ThingRuns(frame, view());
    }
    return things;
  }

  ViewPixels pixels() {
    return new ViewPixels(view(), camera());
  }

  /**
   * Where what it shows lies at the previous or next step: the same to whoever asks, as flow and
   * states are found together.
   */
  OpticalFlow flow(FrameInstant instant) {
    return flows.computeIfAbsent(
        instant,
        then ->
            new OpticalFlow(
                things(), camera(), steps.at(then).views().get(index), then, flowBuffers));
  }

  /** Where in the bounds of its asset each surface lies. */
  public ObjectCoordinates coordinates() {
    return new ObjectCoordinates(things(), camera(), node -> assets.fact(node).bounds());
  }

  PartIds parts() {
    return new PartIds(things(), assets::parts);
  }

  /** All that is seen, as points of the world. */
  public SurfacePoints points() {
    return new SurfacePoints(view(), camera());
  }

  /** The rectified pair that it is one of; empty where it is of none. */
  Optional<RectifiedPair> pair() {
    return RectifiedPair.of(camera(), frame.cameras());
  }
}
