package org.diorama.dataset;

import java.util.List;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * What a run found when it began.
 *
 * @param annotators of all runs so far, this one included: what its frames get
 * @param requested frames of all runs so far, this one included
 * @param remaining frames that this run has to make
 * @param failed own frames that an earlier run gave up
 * @param notices lines for people
 */
record OpenedDataset(
    Layout layout,
    DatasetDescription description,
    Annotators annotators,
    FrameSet requested,
    FrameSet remaining,
    FrameSet failed,
    List<String> notices) {
  OpenedDataset {
    notices = List.copyOf(notices);
  }
}
