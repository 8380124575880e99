package org.diorama.dataset;

import java.util.List;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.layout.FrameSet;

/**
 * A complete block: {@code blocks/00012.json}, whose presence closes it.
 *
 * @param frames as {@link FrameSet} text
 * @param files of the frames, by rising frame, then the block's own
 */
record ClosedBlock(int version, long block, String frames, Tally tally, List<RecordedFile> files) {
  static final int VERSION = 1;

  FrameSet frameSet() {
    return FrameSet.parse(frames);
  }
}
