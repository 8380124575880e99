package org.diorama.dataset.coco;

import java.nio.IntBuffer;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;

/** Run lengths of silhouettes, from the borders between their rows, not pixel by pixel. */
public final class SilhouetteRuns {
  private SilhouetteRuns() {}

  /**
   * The mask of a silhouette.
   *
   * @param width of the image in pixels; likewise {@code height}
   */
  public static RunLengths of(SilhouetteBits silhouette, int width, int height) {
    PixelBox box = silhouette.box();
    int[] starts = new int[box.width() + 1];
    visit(silhouette, (column, y) -> starts[column + 1]++);
    for (int column = 0; column < box.width(); column++) {
      starts[column + 1] += starts[column];
    }
    // Rows at which each column changes between out and in, column by column, from the top.
    int[] rows = new int[starts[box.width()]];
    int[] next = starts.clone();
    visit(silhouette, (column, y) -> rows[next[column]++] = y);
    RunBuilder builder = new RunBuilder();
    for (int column = 0; column < box.width(); column++) {
      int origin = (box.left() + column) * height;
      for (int i = starts[column]; i < starts[column + 1]; i += 2) {
        builder.add(origin + rows[i], origin + rows[i + 1]);
      }
    }
    return builder.build(width, height);
  }

  private interface Border {
    /**
     * @param column of the silhouette's box
     * @param y row of the image that differs from the one above it
     */
    void at(int column, int y);
  }

  /** Visits all borders row by row; the rows above and below the box are empty. */
  private static void visit(SilhouetteBits silhouette, Border border) {
    PixelBox box = silhouette.box();
    IntBuffer words = silhouette.words();
    int perRow = silhouette.wordsPerRow();
    for (int row = 0; row <= box.height(); row++) {
      for (int word = 0; word < perRow; word++) {
        int here = row < box.height() ? words.get(row * perRow + word) : 0;
        int above = row > 0 ? words.get((row - 1) * perRow + word) : 0;
        for (int bits = here ^ above; bits != 0; bits &= bits - 1) {
          border.at(32 * word + Integer.numberOfTrailingZeros(bits), box.top() + row);
        }
      }
    }
  }
}
