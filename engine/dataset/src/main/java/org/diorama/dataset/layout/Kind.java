package org.diorama.dataset.layout;

/** The images that every frame has, one a camera. */
public enum Kind {
  IMAGE("images"),
  DEPTH("depth"),
  INSTANCE("instance"),
  SEMANTIC("semantic"),
  PANOPTIC("annotations/panoptic");

  private final String folder;

  Kind(String folder) {
    this.folder = folder;
  }

  /** Relative to the dataset, without a slash at its end. */
  public String folder() {
    return folder;
  }

  /** Path relative to the dataset. */
  public String path(Layout layout, long frame, String camera) {
    return folder + "/" + layout.fileName(frame, camera, ".png");
  }
}
