package org.diorama.assets.worker;

/** A model that cannot be imported. The message is one line, fit for people. */
final class ImportFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ImportFailure(String message) {
    super(message);
  }
}
