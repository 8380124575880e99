package org.diorama.dataset.coco;

/** COCO panoptic images: a segment id as a color, {@code id = red + 256 green + 65536 blue}. */
public final class PanopticColors {
  /** Ids are below this. */
  public static final int LIMIT = 1 << 24;

  private PanopticColors() {}

  /** The id's color in the bytes {@code row[offset]} (red) to {@code row[offset + 2]} (blue). */
  public static void put(int id, byte[] row, int offset) {
    if (id < 0 || id >= LIMIT) {
      throw new IllegalArgumentException("no color for segment id " + id);
    }
    row[offset] = (byte) id;
    row[offset + 1] = (byte) (id >>> 8);
    row[offset + 2] = (byte) (id >>> 16);
  }

  /** The id of a color; components 0..255. */
  public static int id(int red, int green, int blue) {
    return red | green << 8 | blue << 16;
  }
}
