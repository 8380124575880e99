package org.diorama.dataset.verify.frame;

/** The images that every view has. */
enum Plane {
  IMAGE("images", 3, 8),
  DEPTH("depth", 1, 16),
  INSTANCE("instance", 1, 16),
  SEMANTIC("semantic", 1, 0),
  PANOPTIC("annotations/panoptic", 3, 8);

  private final String folder;
  private final int channels;
  private final int bitDepth;

  /**
   * @param bitDepth 0: as the number of categories needs
   */
  Plane(String folder, int channels, int bitDepth) {
    this.folder = folder;
    this.channels = channels;
    this.bitDepth = bitDepth;
  }

  String path(String fileName) {
    return folder + "/" + fileName;
  }

  int channels() {
    return channels;
  }

  /**
   * @param semanticVoid largest value of a semantic image
   */
  int bitDepth(int semanticVoid) {
    if (bitDepth != 0) {
      return bitDepth;
    }
    return semanticVoid > 255 ? 16 : 8;
  }
}
