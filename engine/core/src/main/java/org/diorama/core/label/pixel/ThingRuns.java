package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Optional;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/** The runs of pixels in a row of a view that show one thing: a draw of an instance. */
final class ThingRuns {
  private final ShortBuffer ids;
  private final Optional<ShortBuffer> draws;
  private final short[] idRow;
  private final short[] drawRow;
  private final int[] ends;
  private int count;

  /**
   * @throws IllegalArgumentException where instances are made of several draws and the view does
   *     not tell them apart
   */
  ThingRuns(SampledFrame frame, RenderedView view) {
    ids = ViewPixels.ids(view);
    draws = draws(frame, view);
    idRow = new short[view.width()];
    drawRow = new short[view.width()];
    ends = new int[view.width()];
  }

  /** The plane of draws, where it says more than that of instances. */
  static Optional<ShortBuffer> draws(SampledFrame frame, RenderedView view) {
    return RenderJob.mergesDraws(frame)
        ? Optional.of(ViewPixels.shorts(view, Channel.DRAW))
        : Optional.empty();
  }

  /** Finds those of a row. */
  void read(int y) {
    int width = idRow.length;
    ids.get(y * width, idRow, 0, width);
    if (draws.isPresent()) {
      draws.get().get(y * width, drawRow, 0, width);
    }
    count = 0;
    for (int x = 0; x < width; ) {
      int end = EqualNeighbors.end(idRow, x, width);
      x = draws.isPresent() ? EqualNeighbors.end(drawRow, x, end) : end;
      ends[count++] = x;
    }
  }

  int count() {
    return count;
  }

  /** First column of a run. */
  int start(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  /** The column behind a run. */
  int end(int run) {
    return ends[run];
  }

  /** Instance id of a run's pixels. */
  int instanceId(int run) {
    return Short.toUnsignedInt(idRow[start(run)]);
  }

  /** Place of the draw among those of its instance, from 1 on. */
  int draw(int run) {
    return draws.isPresent() ? Short.toUnsignedInt(drawRow[start(run)]) : 1;
  }
}
