package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.layout.FrameSet;

/** What the frames of a dataset bring into its manifest; one way for each layout. */
interface FrameFiles extends AutoCloseable {
  /** All committed frames. */
  FrameSet committed();

  /**
   * Writes the annotations, in one walk over the records; makes sure that the files of the frames
   * are there, and on stable storage.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where a frame is damaged
   */
  void finish() throws IOException;

  /** Counts over all frames, once finished. */
  Tally tally();

  /** Files that belong to no frame, once finished: annotations. */
  List<RecordedFile> datasetFiles();

  /** Key of the manifest's list of {@link #copyList}. */
  String listKey();

  /** Copies what the manifest lists for the frames, one element a line, without brackets. */
  void copyList(OutputStream out) throws IOException;

  /** Removes temporary files. */
  @Override
  void close() throws IOException;
}
