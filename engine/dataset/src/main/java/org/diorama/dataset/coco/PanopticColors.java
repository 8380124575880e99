package org.diorama.dataset.coco;

/** COCO panoptic images: a segment id as a color, {@code id = red + 256 green + 65536 blue}. */
public final class PanopticColors {
  /** Ids are below this. */
  public static final int LIMIT = 1 << 24;

  private PanopticColors() {}

  /**
   * The id's color: its lowest byte is red, the next one green, the third one blue.
   *
   * @throws IllegalArgumentException where the id has none
   */
  public static int color(int id) {
    if (id < 0 || id >= LIMIT) {
      throw new IllegalArgumentException("no color for segment id " + id);
    }
    return id;
  }

  /** The id of a color; components 0..255. */
  public static int id(int red, int green, int blue) {
    return red | green << 8 | blue << 16;
  }
}
