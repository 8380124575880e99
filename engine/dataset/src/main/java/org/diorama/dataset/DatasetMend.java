package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * Makes a damaged dataset one that a run can go on with: blocks whose closing or packed records are
 * damaged or missing become open again, with every record that can still be read. Killed at any
 * moment, the next one finds the rest to do.
 */
public final class DatasetMend {
  private final DatasetFolder folder;
  private final LongPredicate faulty;
  private final boolean write;
  private FrameSet whole = FrameSet.EMPTY;
  private FrameSet lost = FrameSet.EMPTY;

  private DatasetMend(DatasetFolder folder, LongPredicate faulty, boolean write) {
    this.folder = folder;
    this.faulty = faulty;
    this.write = write;
  }

  /**
   * Frames that were requested and of which no record can be read, or a file is not there by its
   * size, nor were they given up: they have to be rendered. Changes nothing.
   *
   * @throws DioramaException BAD_INPUT where there is no dataset, INPUT_OUTPUT or PERMISSION
   */
  public static FrameSet lost(Path root) {
    return mend(root, block -> false, false).lost;
  }

  /**
   * Frames whose record can be read and whose files are there by their sizes. Changes nothing.
   *
   * @throws DioramaException likewise
   */
  public static FrameSet whole(Path root) {
    return mend(root, block -> false, false).whole;
  }

  /**
   * Opens what is damaged.
   *
   * @param faulty whether a block becomes open though its closing and records can be read
   * @throws DioramaException likewise
   */
  public static void run(Path root, LongPredicate faulty) {
    mend(root, faulty, true);
  }

  private static DatasetMend mend(Path root, LongPredicate faulty, boolean write) {
    DatasetMend[] mend = {null};
    DatasetFolder.whileHeld(
        new DiskOperations(),
        root,
        folder -> {
          mend[0] = new DatasetMend(folder, faulty, write);
          mend[0].frames();
        });
    return mend[0];
  }

  private void frames() throws IOException {
    StoredDescription stored =
        StoredDescription.read(folder)
            .orElseThrow(
                () ->
                    new DioramaException(
                        ExitStatus.BAD_INPUT, folder.root() + " holds no dataset to repair"));
    FrameSet requested = RequestedFrames.read(folder.root()).frameSet();
    FrameSet due = requested.minus(FailureLog.frames(FailureLog.read(folder.root())));
    if (stored.layout() == Layout.FLAT) {
      whole = RecordScan.whole(folder, Layout.FLAT, Path.of("records"));
      lost = due.minus(whole);
      return;
    }
    Blocks blocks = new Blocks(folder, stored.description());
    for (long block : Layout.blocksOf(requested)) {
      whole = whole.plus(blocks.whole(block));
      if (write) {
        FrameSet wanted = due.and(Layout.framesOf(block));
        blocks.salvage(block, wanted, faulty.test(block));
      }
    }
    lost = due.minus(whole);
  }
}
