package org.diorama.core.render;

import java.util.List;

/**
 * Result of a job, one view for each of the job's. Closing gives its buffers back to their pool.
 */
public interface RenderedFrame extends AutoCloseable {
  List<RenderedView> views();

  @Override
  void close();
}
