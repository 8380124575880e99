package org.diorama.dataset.record;

import java.util.List;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.files.RecordedFile;

/**
 * All that is known of one committed frame: what was drawn, what was labelled, which files hold it.
 *
 * @param version of the record's form, {@link #VERSION}
 * @param frame the decided scene graph; replaying it gives the same files
 * @param views labels, one entry a camera in the frame's order
 * @param files of the frame, in the order they were written
 */
public record FrameRecord(
    int version, SampledFrame frame, List<ViewLabels> views, List<RecordedFile> files) {
  /** Changes whenever an older reader would misread the form. */
  public static final int VERSION = 2;

  public FrameRecord {
    views = List.copyOf(views);
    files = List.copyOf(files);
  }

  /** The frame's number. */
  public long number() {
    return frame.key().frame();
  }
}
