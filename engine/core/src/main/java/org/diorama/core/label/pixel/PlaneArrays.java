package org.diorama.core.label.pixel;

import java.util.Arrays;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/**
 * Planes of a view as arrays, which are read here and there faster than buffers are. Behind the
 * last pixel one more stands for all outside the image: nothing is seen there.
 */
final class PlaneArrays {
  private float[] depth = new float[0];
  private int[] things = new int[0];

  /** Takes in the planes of a view. */
  void read(SampledFrame frame, RenderedView view) {
    int width = view.width();
    int pixels = width * view.height();
    if (depth.length < pixels + 1) {
      depth = new float[pixels + 1];
      things = new int[pixels + 1];
    }
    ViewPixels.floats(view, Channel.DEPTH).get(depth, 0, pixels);
    depth[pixels] = 0;
    ThingRuns runs = new ThingRuns(frame, view);
    for (int y = 0; y < view.height(); y++) {
      int start = y * width;
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        int end = y * width + runs.end(run);
        Arrays.fill(things, start, end, runs.thing(run));
        start = end;
      }
    }
    things[pixels] = 0;
  }

  /** Planar z by pixel, meters; 0 = no surface. Longer than the image; not to be changed. */
  float[] depth() {
    return depth;
  }

  /** {@link ThingRuns#thing} by pixel, likewise. */
  int[] things() {
    return things;
  }

  /** Reads what is shown at some places. */
  void read(int[] places, float[] far, int[] shown) {
    read(places, depth, things, far, shown);
  }

  private static void read(int[] places, float[] depth, int[] things, float[] far, int[] shown) {
    for (int x = 0; x < places.length; x++) {
      int place = places[x];
      far[x] = depth[place];
      shown[x] = things[place];
    }
  }
}
