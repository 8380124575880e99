package org.diorama.core;

/**
 * A failure a person can act on. The message is one line: what happened, where, and what to do; it
 * is printed as it stands, without a stack trace.
 */
public class DioramaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  public DioramaException(ExitStatus status, String message) {
    this(status, message, null);
  }

  public DioramaException(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  public ExitStatus status() {
    return status;
  }
}
