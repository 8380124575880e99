package org.diorama.cli.render;

import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.SampledFrame;

/**
 * What is done with each frame beside rendering it. Methods are called by several threads at once.
 *
 * @param <E> an encoded frame, ready to be written
 */
interface FrameWork<E> {
  SampledFrame sample(long frame);

  /** Labels and compresses. The rendered planes are gone afterwards. */
  E encode(SampledFrame frame, RenderedFrame rendered);

  /** Makes the frame part of the dataset. */
  void commit(E encoded);

  /** Notes that a frame has been given up. */
  void giveUp(long frame, String cause);
}
