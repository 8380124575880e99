package org.diorama.cli.render;

import org.diorama.core.label.RenderedSteps;
import org.diorama.core.sample.SampledFrame;

/** What is done with each frame beside rendering it. Called by several threads at once. */
interface FrameWork {
  SampledFrame sample(long frame);

  /** Labels, encodes and writes; the frame is part of the dataset afterwards. */
  void commit(SampledFrame frame, RenderedSteps rendered);

  /** Notes that a frame has been given up. */
  void giveUp(long frame, String cause);
}
