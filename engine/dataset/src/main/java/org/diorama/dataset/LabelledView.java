package org.diorama.dataset;

import java.util.Optional;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.RectifiedPair;
import org.diorama.core.label.pixel.SurfacePoints;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;

/**
 * What the files of one camera are made of.
 *
 * @param index of the camera in the frame
 * @param meanings what each instance becomes in the semantic and panoptic image
 * @param assets of the frame's instances
 */
public record LabelledView(
    SampledFrame frame,
    int index,
    RenderedSteps steps,
    InstanceMeanings meanings,
    LabelAssets assets) {
  SampledCamera camera() {
    return frame.cameras().get(index);
  }

  RenderedView view() {
    return steps.now().views().get(index);
  }

  ViewPixels pixels() {
    return new ViewPixels(view(), camera());
  }

  /** Where what it shows lies at the previous or next step. */
  OpticalFlow flow(FrameInstant instant) {
    return new OpticalFlow(frame, camera(), view(), steps.at(instant).views().get(index), instant);
  }

  /** Where in the bounds of its asset each surface lies. */
  ObjectCoordinates coordinates() {
    return new ObjectCoordinates(frame, camera(), view(), node -> assets.fact(node).bounds());
  }

  PartIds parts() {
    return new PartIds(frame, view(), assets::parts);
  }

  SurfacePoints points() {
    return new SurfacePoints(view(), camera());
  }

  /** The rectified pair that it is one of; empty where it is of none. */
  Optional<RectifiedPair> pair() {
    return RectifiedPair.of(camera(), frame.cameras());
  }
}
