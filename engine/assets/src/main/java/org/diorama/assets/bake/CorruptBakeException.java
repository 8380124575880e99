package org.diorama.assets.bake;

import java.io.IOException;

/** A baked file that is damaged, of another version, or not what it claims to be. */
public final class CorruptBakeException extends IOException {
  private static final long serialVersionUID = 1L;

  public CorruptBakeException(String message) {
    super(message);
  }
}
