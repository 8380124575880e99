package org.diorama.assets.process;

/** The child process died or was killed while it worked on a model. */
final class ChildLostException extends Exception {
  private static final long serialVersionUID = 1L;

  ChildLostException(String message) {
    super(message);
  }
}
