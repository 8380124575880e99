package org.diorama.dataset.format;

import java.io.IOException;
import java.util.List;
import org.diorama.dataset.record.FrameRecord;

/**
 * Writes the labels of a dataset in one format, from the records alone: so a format can be added to
 * frames that are there. Found by ServiceLoader; implementations have no state of their own.
 */
public interface DatasetWriter {
  /** The name users choose it by, such as {@code coco}. */
  String format();

  /**
   * The file that a loader is told of first, relative to the dataset: {@code .json} where blocks
   * have one each, in a folder of its name.
   *
   * @param splits of the dataset; empty where nothing is split
   */
  String mainFile(List<String> splits);

  /**
   * Writes the files that a dataset has once, whatever its layout, when those of all frames are
   * there; none unless a format says so.
   */
  default void writeOnce(DatasetDescription description, FormatFiles files) throws IOException {}

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
