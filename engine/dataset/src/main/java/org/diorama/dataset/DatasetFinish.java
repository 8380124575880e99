package org.diorama.dataset;

import java.nio.file.Path;

/** Writes a dataset's own files from the records of its frames. */
public final class DatasetFinish {
  private DatasetFinish() {}

  /** Finishes. */
  public static FinishReport run(Path root) {
    throw new UnsupportedOperationException("lands next: " + root);
  }
}
