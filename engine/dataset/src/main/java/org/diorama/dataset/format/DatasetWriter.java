package org.diorama.dataset.format;

import java.io.IOException;
import org.diorama.dataset.record.FrameRecord;

/**
 * Writes the labels of a dataset in one format, from the records alone: so a format can be added to
 * frames that are there. Found by ServiceLoader; implementations have no state of their own.
 */
public interface DatasetWriter {
  /** The name users choose it by, such as {@code coco}. */
  String format();

  /** Starts the files for a dataset or one block of it. */
  Pass begin(DatasetDescription description, FormatFiles files) throws IOException;

  /** One walk over the records, in constant memory. */
  interface Pass {
    /** Takes the next frame; numbers rise. */
    void add(FrameRecord frame) throws IOException;

    /** Completes the files. The same frames give the same bytes. */
    void end() throws IOException;
  }
}
