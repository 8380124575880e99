package org.diorama.opengl.frame;

import org.diorama.opengl.pass.GpuLayout;

/**
 * Where a view's results lie, in 32-bit words from the start of its result buffer.
 *
 * @param instances rows of the table, without the last one, which sums up all
 */
record ViewLayout(int width, int height, int instances) {

  int pixels() {
    return width * height;
  }

  int depth() {
    return 0;
  }

  /** Two pixels a word, the first in the lower half. */
  int instance() {
    return pixels();
  }

  int color() {
    return instance() + (pixels() + 1) / 2;
  }

  /** What comes back to the host. */
  int planeWords() {
    return color() + pixels();
  }

  /** What consecutive pixels have in common, a word each strip. */
  int strips() {
    return planeWords();
  }

  int words() {
    return strips() + (pixels() + GpuLayout.STRIP - 1) / GpuLayout.STRIP;
  }

  int tableWords() {
    return (instances + 1) * GpuLayout.TABLE_WORDS;
  }
}
