package org.diorama.dataset;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.scene.Annotators;
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
 * @param formats names that {@link org.diorama.dataset.format.Formats} knows; they add to those
 *     that the dataset has. None: those that it has, or the usual one
 * @param annotators what is to be said of each frame
 */
public record DatasetRequest(
    FrameSet all,
    FrameSet own,
    Optional<Layout> layout,
    boolean force,
    SortedSet<String> formats,
    Annotators annotators) {
  public DatasetRequest {
    formats = Collections.unmodifiableSortedSet(new TreeSet<>(formats));
    if (!all.containsAll(own)) {
      throw new IllegalArgumentException("frames " + own.minus(all) + " are not of the job");
    }
  }

  /** Labels in the formats that the dataset has, or the usual one, as the usual annotators say. */
  public DatasetRequest(FrameSet all, FrameSet own, Optional<Layout> layout, boolean force) {
    this(all, own, layout, force, Collections.emptySortedSet());
  }

  /** Says what is said where the author says nothing. */
  public DatasetRequest(
      FrameSet all,
      FrameSet own,
      Optional<Layout> layout,
      boolean force,
      SortedSet<String> formats) {
    this(all, own, layout, force, formats, Annotators.DEFAULT);
  }

  /** The same that says something else of each frame. */
  public DatasetRequest with(Annotators others) {
    return new DatasetRequest(all, own, layout, force, formats, others);
  }

  /** A run that makes the whole job. */
  public static DatasetRequest of(FrameSet frames) {
    return new DatasetRequest(frames, frames, Optional.empty(), false);
  }
}
