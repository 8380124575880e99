package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.json.JsonArray;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** Frames in blocks: the manifest lists the blocks, each block its files. */
final class BlockFrames implements FrameFiles {
  static final String LIST_KEY = "blocks";

  private final DatasetFolder folder;
  private final DatasetDescription description;
  private final Blocks blocks;
  private final List<Long> numbers = new ArrayList<>();
  private final List<RecordedFile> closings = new ArrayList<>();
  private List<RecordedFile> once = List.of();
  private FrameSet committed = FrameSet.EMPTY;
  private Tally tally = Tally.NONE;

  /** Closes the blocks that are complete and still open, or lack a file of their own. */
  BlockFrames(
      DatasetFolder folder, DatasetDescription description, FrameSet requested, FrameSet wanted)
      throws IOException {
    this.folder = folder;
    this.description = description;
    this.blocks = new Blocks(folder, description);
    for (long block : Layout.blocksOf(requested)) {
      blocks.reopenIfTorn(block);
      blocks.closeIfComplete(block, wanted.and(Layout.framesOf(block)));
      FrameSet frames = blocks.committed(block);
      committed = committed.plus(frames);
      if (!frames.isEmpty()) {
        numbers.add(block);
      }
    }
  }

  @Override
  public FrameSet committed() {
    return committed;
  }

  @Override
  public void finish() throws IOException {
    for (long block : numbers) {
      tally = tally.plus(blocks.head(block).tally());
      String path = Blocks.closingPath(block);
      Path file = folder.resolve(path);
      closings.add(new RecordedFile(path, Files.size(file), Sha256.of(file)));
    }
    once = AnnotationPass.writeOnce(folder, description);
    folder.settle(closings);
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public List<RecordedFile> datasetFiles() {
    return once;
  }

  @Override
  public String listKey() {
    return LIST_KEY;
  }

  @Override
  public void copyList(OutputStream out) throws IOException {
    JsonArray list = new JsonArray(out);
    for (RecordedFile closing : closings) {
      list.add(closing);
    }
  }

  @Override
  public void close() {
    // Nothing is kept in temporary files.
  }
}
