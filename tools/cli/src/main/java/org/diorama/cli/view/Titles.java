package org.diorama.cli.view;

/** How an image is called in pictures and file names. */
final class Titles {
  private Titles() {}

  /** Frame number and, where cameras have names, the camera's. */
  static String of(long frame, String camera) {
    return "frame " + frame + (camera.isEmpty() ? "" : " " + camera);
  }
}
