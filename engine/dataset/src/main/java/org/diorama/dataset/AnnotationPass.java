package org.diorama.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;

/**
 * Feeds the records of a dataset, or of a block, to the writers of the formats that were asked for,
 * and counts them.
 */
final class AnnotationPass implements AutoCloseable {
  private final DatasetDescription description;
  private final boolean inBlocks;
  private final SortedSet<String> formats;
  private final FormatFiles files;
  private final List<DatasetWriter.Pass> passes = new ArrayList<>();
  private final TallyCounter counter;

  AnnotationPass(
      DatasetFolder folder, Layout layout, DatasetDescription description, OptionalLong block)
      throws IOException {
    this.description = description;
    inBlocks = block.isPresent();
    formats = RequestedFormats.read(folder.root());
    files = new FormatFiles(folder, layout, block);
    counter = new TallyCounter(description.structure());
    try {
      for (DatasetWriter writer : Formats.writers(formats)) {
        passes.add(writer.begin(description, files));
      }
    } catch (IOException e) {
      files.discard();
      throw e;
    }
  }

  /**
   * @return files that the formats have for this frame alone
   */
  List<RecordedFile> add(FrameRecord record) throws IOException {
    for (DatasetWriter.Pass pass : passes) {
      pass.add(record);
    }
    counter.add(record);
    return files.takeFrameFiles();
  }

  /** Writes what a dataset in blocks has once. */
  static List<RecordedFile> writeOnce(DatasetFolder folder, DatasetDescription description)
      throws IOException {
    FormatFiles files = new FormatFiles(folder, Layout.BLOCKS, OptionalLong.empty());
    try {
      for (DatasetWriter writer : Formats.writers(RequestedFormats.read(folder.root()))) {
        writer.writeOnce(description, files);
      }
      return files.publish();
    } finally {
      files.discard();
    }
  }

  /** Completes all files and moves them into place. */
  List<RecordedFile> end() throws IOException {
    for (DatasetWriter.Pass pass : passes) {
      pass.end();
    }
    if (!inBlocks) {
      for (DatasetWriter writer : Formats.writers(formats)) {
        writer.writeOnce(description, files);
      }
    }
    return files.publish();
  }

  /** What the annotations are written in. */
  SortedSet<String> formats() {
    return formats;
  }

  Tally tally() {
    return counter.total();
  }

  @Override
  public void close() throws IOException {
    files.discard();
  }
}
