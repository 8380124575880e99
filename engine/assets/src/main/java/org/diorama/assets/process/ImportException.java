package org.diorama.assets.process;

/** A model that could not be imported, with the reason in one line fit for people. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }
}
