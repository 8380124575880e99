package org.diorama.assets.worker;

import java.io.IOException;

/** A bake that could not be written: the model is not at fault. */
final class OutputFailure extends Exception {
  private static final long serialVersionUID = 1L;

  OutputFailure(IOException cause) {
    super(cause.toString(), cause);
  }
}
