package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Arrays;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/**
 * The runs of pixels in the rows of a view that show one thing: a draw of an instance. They are
 * found once, numbered row by row from the left, and do not change with the planes. Any thread may
 * read them.
 */
public final class ThingRuns {
  private final SampledFrame frame;
  private final RenderedView view;
  private final int[] firsts;
  private int[] ends;
  private int[] things;

  /**
   * @throws IllegalArgumentException where instances are made of several draws and the view does
   *     not tell them apart
   */
  public ThingRuns(SampledFrame frame, RenderedView view) {
    this.frame = frame;
    this.view = view;
    boolean hasDraws = RenderJob.mergesDraws(frame);
    Channel finer = hasDraws ? Channel.DRAW : Channel.INSTANCE;
    ShortBuffer ids = ViewPixels.ids(view);
    ShortBuffer draws = ViewPixels.shorts(view, finer);
    int width = view.width();
    NeighborChanges changes = new NeighborChanges(ids, draws, width);
    firsts = new int[view.height() + 1];
    ends = new int[width + view.height()];
    things = new int[ends.length];
    int count = 0;
    int[] columns = new int[width];
    for (int y = 0; y < view.height(); y++) {
      firsts[y] = count;
      int found = changes.find(y, columns);
      if (count + found > ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
        things = Arrays.copyOf(things, ends.length);
      }
      int pixel = y * width;
      for (int i = 0; i < found; i++) {
        int draw = hasDraws ? Short.toUnsignedInt(draws.get(pixel)) : 1;
        things[count + i] = thing(Short.toUnsignedInt(ids.get(pixel)), draw);
        ends[count + i] = columns[i];
        pixel = y * width + columns[i];
      }
      count += found;
    }
    firsts[view.height()] = count;
  }

  /** One number for a draw of an instance. */
  private static int thing(int instanceId, int draw) {
    return instanceId << 16 | draw;
  }

  SampledFrame frame() {
    return frame;
  }

  RenderedView view() {
    return view;
  }

  /** The first run of a row; with the height for a row, how many there are. */
  int first(int y) {
    return firsts[y];
  }

  /** The column behind a run, where the next one of its row begins. */
  int end(int run) {
    return ends[run];
  }

  /** One number for what it shows. */
  int thing(int run) {
    return things[run];
  }

  /** Instance id of a run's pixels. */
  int instanceId(int run) {
    return things[run] >>> 16;
  }

  /** Place of the draw among those of its instance, from 1 on. */
  int draw(int run) {
    return things[run] & 0xffff;
  }
}
