package org.diorama.assets.sky;

import java.io.IOException;

/**
 * A file that is no image of a sky, or a damaged one. The message goes on after the file's name.
 */
final class SkyImageException extends IOException {
  private static final long serialVersionUID = 1;

  SkyImageException(String message) {
    super(message);
  }
}
