package org.diorama.assets.source;

import java.io.IOException;

/** A model names a file that it must not read. The message is fit for people. */
public final class RefusedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public RefusedFileException(String message) {
    super(message);
  }
}
