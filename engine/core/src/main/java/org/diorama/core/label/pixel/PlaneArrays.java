package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;
import java.util.Optional;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/**
 * Planes of a view as arrays, which are read here and there faster than buffers are. Behind the
 * last pixel one more stands for all outside the image: nothing is seen there.
 */
final class PlaneArrays {
  private float[] depth = new float[0];
  private short[] ids = new short[0];
  private short[] draws = new short[0];
  private boolean tellsDraws;

  /** Takes in the planes of a view. */
  void read(SampledFrame frame, RenderedView view) {
    int pixels = view.width() * view.height();
    Optional<ShortBuffer> drawn = ThingRuns.draws(frame, view);
    tellsDraws = drawn.isPresent();
    reserve(pixels + 1);
    ViewPixels.floats(view, Channel.DEPTH).get(depth, 0, pixels);
    ViewPixels.ids(view).get(ids, 0, pixels);
    drawn.ifPresent(plane -> plane.get(draws, 0, pixels));
    depth[pixels] = 0;
    ids[pixels] = 0;
  }

  private void reserve(int places) {
    if (depth.length < places) {
      depth = new float[places];
      ids = new short[places];
    }
    if (tellsDraws && draws.length < places) {
      draws = new short[places];
    }
  }

  /** Whether instances are made of several draws, which are told apart. */
  boolean tellsDraws() {
    return tellsDraws;
  }

  /** Planar z at a pixel, meters; 0 = no surface. */
  float depth(int pixel) {
    return depth[pixel];
  }

  /** Whether two pixels show the same draw of one instance. */
  boolean areAlike(int one, int other) {
    return ids[one] == ids[other] && (!tellsDraws || draws[one] == draws[other]);
  }

  /** Whether a pixel shows a draw of an instance. */
  boolean isOf(int pixel, short id, short draw) {
    return ids[pixel] == id && (!tellsDraws || draws[pixel] == draw);
  }

  /**
   * Reads what is shown at some places.
   *
   * @param drawn left as it is where draws are not told apart
   */
  void read(int[] places, float[] far, short[] things, short[] drawn) {
    read(places, depth, ids, far, things);
    if (tellsDraws) {
      for (int x = 0; x < places.length; x++) {
        drawn[x] = draws[places[x]];
      }
    }
  }

  private static void read(int[] places, float[] depth, short[] ids, float[] far, short[] things) {
    for (int x = 0; x < places.length; x++) {
      int place = places[x];
      far[x] = depth[place];
      things[x] = ids[place];
    }
  }
}
