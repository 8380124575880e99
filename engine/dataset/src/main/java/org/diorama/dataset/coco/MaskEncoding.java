package org.diorama.dataset.coco;

/** The forms that COCO knows for {@code segmentation}; each gives the same mask to the pixel. */
public enum MaskEncoding {
  /** Run lengths as a compressed text, {@link RunLengths#text}. */
  COMPRESSED {
    @Override
    public Object encode(int width, int height, String text, boolean crowd) {
      return new Compressed(new int[] {height, width}, text);
    }
  },
  /** Run lengths as numbers. */
  COUNTS {
    @Override
    public Object encode(int width, int height, String text, boolean crowd) {
      return counts(RunLengths.parse(width, height, text));
    }
  },
  /**
   * A list of polygons along pixel edges, one a piece. A mask with a hole, or a crowd's, keeps its
   * run lengths, as numbers: a list of polygons is their union and knows no holes.
   */
  POLYGONS {
    @Override
    public Object encode(int width, int height, String text, boolean crowd) {
      RunLengths mask = RunLengths.parse(width, height, text);
      Outlines outlines = Outlines.of(mask);
      return crowd || !outlines.holes().isEmpty() || outlines.pieces().isEmpty()
          ? counts(mask)
          : outlines.pieces();
    }
  };

  /**
   * @param size height, width
   */
  private record Compressed(int[] size, String counts) {}

  /**
   * @param size height, width
   */
  private record Counts(int[] size, int[] counts) {}

  private static Counts counts(RunLengths mask) {
    return new Counts(new int[] {mask.height(), mask.width()}, mask.counts());
  }

  /**
   * The value of the key {@code segmentation}.
   *
   * @param text the mask as compressed run lengths
   * @param crowd whether the annotation is one
   */
  public abstract Object encode(int width, int height, String text, boolean crowd);
}
