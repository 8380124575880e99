package org.diorama.core.sample;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** A frame whose constraints no draw could meet: it stays a gap in the dataset. */
public final class UnmetFrame extends DioramaException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what was not met, by path, and how often it was tried
   */
  public UnmetFrame(String cause) {
    super(ExitStatus.BAD_INPUT, cause);
  }
}
