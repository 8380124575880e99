package org.diorama.dataset.png;

/** Row filters (W3C PNG, third edition, chapter 9); one is used for a whole image. */
public enum Filter {
  /** Difference to the pixel on the left: best for photographs with noise. */
  SUB((byte) 1) {
    @Override
    void apply(byte[] row, byte[] above, int stride, int bytesPerPixel, byte[] target) {
      System.arraycopy(row, 0, target, 1, bytesPerPixel);
      for (int i = bytesPerPixel; i < stride; i++) {
        target[i + 1] = (byte) (row[i] - row[i - bytesPerPixel]);
      }
    }
  },
  /** Difference to the pixel above: best for label and depth images. */
  UP((byte) 2) {
    @Override
    void apply(byte[] row, byte[] above, int stride, int bytesPerPixel, byte[] target) {
      for (int i = 0; i < stride; i++) {
        target[i + 1] = (byte) (row[i] - above[i]);
      }
    }
  };

  private final byte code;

  Filter(byte code) {
    this.code = code;
  }

  byte code() {
    return code;
  }

  /** Writes the filtered row into {@code target} from index 1 on. */
  abstract void apply(byte[] row, byte[] above, int stride, int bytesPerPixel, byte[] target);
}
