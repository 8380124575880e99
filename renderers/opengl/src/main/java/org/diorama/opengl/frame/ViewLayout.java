package org.diorama.opengl.frame;

import java.util.Set;
import org.diorama.core.render.Channel;
import org.diorama.opengl.pass.GpuLayout;

/**
 * Where a view's results lie, in 32-bit words from the start of its result buffer.
 *
 * @param rows of the table, without the last one, which sums up all
 * @param draws of the job
 * @param channels that the view asks for
 */
record ViewLayout(int width, int height, int rows, int draws, Set<Channel> channels) {

  int pixels() {
    return width * height;
  }

  /** Words of two pixels each, the first in the lower half. */
  private int halfWords() {
    return (pixels() + 1) / 2;
  }

  int depth() {
    return 0;
  }

  /** Two pixels a word. */
  int instance() {
    return pixels();
  }

  int color() {
    return instance() + halfWords();
  }

  /** The last word of the color plane. */
  int lastColor() {
    return color() + pixels() - 1;
  }

  /** Three words a pixel. */
  int normal() {
    return color() + pixels();
  }

  int albedo() {
    return normal() + (channels.contains(Channel.NORMAL) ? 3 * pixels() : 0);
  }

  /** Two pixels a word. */
  int part() {
    return albedo() + (channels.contains(Channel.ALBEDO) ? pixels() : 0);
  }

  /** Two pixels a word. */
  int drawPlane() {
    return part() + (channels.contains(Channel.PART) ? halfWords() : 0);
  }

  /** First word of a plane. */
  int place(Channel channel) {
    return switch (channel) {
      case DEPTH -> depth();
      case INSTANCE -> instance();
      case COLOR -> color();
      case NORMAL -> normal();
      case ALBEDO -> albedo();
      case PART -> part();
      case DRAW -> drawPlane();
    };
  }

  /** What comes back to the host. */
  int planeWords() {
    return drawPlane() + (channels.contains(Channel.DRAW) ? halfWords() : 0);
  }

  /** What consecutive pixels have in common, a word each strip. */
  int strips() {
    return planeWords();
  }

  int words() {
    return strips() + (pixels() + GpuLayout.STRIP - 1) / GpuLayout.STRIP;
  }

  int tableWords() {
    return (rows + 1) * GpuLayout.TABLE_WORDS;
  }
}
