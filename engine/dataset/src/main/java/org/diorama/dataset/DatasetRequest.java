package org.diorama.dataset;

import java.util.Optional;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * What one run wants of a dataset.
 *
 * @param all every frame of the whole job, over all its shards: it decides the layout, and {@code
 *     finish} waits for all of them
 * @param own the frames of this run: its shard
 * @param layout the user's choice; absent lets the number of frames decide
 * @param force renders own frames again although they are there or have failed
 */
public record DatasetRequest(FrameSet all, FrameSet own, Optional<Layout> layout, boolean force) {
  public DatasetRequest {
    if (!all.containsAll(own)) {
      throw new IllegalArgumentException("frames " + own.minus(all) + " are not of the job");
    }
  }

  /** A run that makes the whole job. */
  public static DatasetRequest of(FrameSet frames) {
    return new DatasetRequest(frames, frames, Optional.empty(), false);
  }
}
