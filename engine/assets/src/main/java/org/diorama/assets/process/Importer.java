package org.diorama.assets.process;

import java.io.IOException;

/**
 * Imports models in a child process that is started when first needed, kept for the next models,
 * and replaced when it dies or has served enough. Safe for several threads; one model at a time.
 */
public final class Importer implements AutoCloseable {
  private final ImportLimits limits;
  private ImportChild child;

  public Importer(ImportLimits limits) {
    this.limits = limits;
  }

  /**
   * Imports and bakes one model into {@code request.output()}.
   *
   * @throws ImportException where the file is bad, or ends, hangs or overfills the child
   * @throws IOException where no child can be started or the bake cannot be written
   */
  public synchronized void run(ImportRequest request) throws ImportException, IOException {
    if (child == null) {
      child = new ImportChild(limits);
    }
    try {
      ImportReply reply = child.serve(request, limits);
      if (child.served() >= limits.modelsPerChild()) {
        close();
      }
      switch (reply.outcome()) {
        case REFUSED -> throw new ImportException(reply.text());
        case NOT_WRITTEN -> throw new IOException(reply.text());
        case DONE -> {}
      }
    } catch (ChildLostException e) {
      close();
      throw new ImportException(e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    if (child != null) {
      child.close();
      child = null;
    }
  }
}
