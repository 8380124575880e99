package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.ConcurrentHashMap;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** Watches a run's own frames: closes each block when the last of them is settled. */
final class BlockProgress {
  private final DatasetFolder folder;
  private final OpenedDataset opened;
  private final Blocks blocks;
  private final Map<Long, Integer> unsettled = new ConcurrentHashMap<>();

  BlockProgress(DatasetFolder folder, OpenedDataset opened) {
    this.folder = folder;
    this.opened = opened;
    this.blocks = new Blocks(folder, opened.description());
    if (opened.layout() == Layout.BLOCKS) {
      for (PrimitiveIterator.OfLong own = opened.remaining().iterator(); own.hasNext(); ) {
        unsettled.merge(Layout.block(own.nextLong()), 1, Integer::sum);
      }
    }
  }

  /** Whether a frame is in place already, whole. A closed block takes no more frames. */
  boolean isCommitted(long frame) throws IOException {
    return Files.exists(folder.resolve(opened.layout().record(frame)))
            && RecordScan.look(folder, opened.layout(), frame)
                .annotators()
                .filter(said -> said.covers(opened.annotators()))
                .isPresent()
        || opened.layout() == Layout.BLOCKS && blocks.isClosed(Layout.block(frame));
  }

  /** Takes note that an own frame is committed or failed; to be called once for each. */
  void done(long frame) throws IOException {
    if (opened.layout() != Layout.BLOCKS) {
      return;
    }
    long block = Layout.block(frame);
    Integer left = unsettled.computeIfPresent(block, (key, count) -> count == 1 ? null : count - 1);
    if (left == null) {
      FrameSet failed = FailureLog.frames(FailureLog.read(folder.root()));
      FrameSet wanted = opened.requested().and(Layout.framesOf(block)).minus(failed);
      blocks.closeIfComplete(block, wanted);
    }
  }
}
