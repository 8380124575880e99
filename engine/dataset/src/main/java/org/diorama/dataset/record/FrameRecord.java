package org.diorama.dataset.record;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.RecordedFile;

/**
 * All that is known of one committed frame: what was drawn, what was labelled, which files hold it.
 *
 * @param version of the record's form, {@link #VERSION}
 * @param annotators what is said of the frame
 * @param frame the decided scene graph; replaying it gives the same files
 * @param views labels, one entry a camera in the frame's order, each with one for every instance
 * @param files of the frame, in the order they were written
 * @param parts of each asset by number, where the annotators tell of parts
 */
public record FrameRecord(
    int version,
    Annotators annotators,
    SampledFrame frame,
    List<ViewLabels> views,
    List<RecordedFile> files,
    SortedMap<String, List<AssetPart>> parts) {
  /** Changes whenever an older reader would misread the form. */
  public static final int VERSION = 11;

  public FrameRecord {
    views = List.copyOf(views);
    files = List.copyOf(files);
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    List<String> cameras = frame.cameras().stream().map(SampledCamera::name).toList();
    if (!views.stream().map(ViewLabels::camera).toList().equals(cameras)) {
      throw new IllegalArgumentException("the views are not those of the cameras " + cameras);
    }
    List<Integer> ids = frame.nodes().stream().map(SampledNode::instanceId).distinct().toList();
    for (ViewLabels view : views) {
      if (!view.instances().stream().map(InstanceLabel::instanceId).toList().equals(ids)) {
        throw new IllegalArgumentException(
            "the labels of view '" + view.camera() + "' are not those of the frame's instances");
      }
    }
  }

  /** Without parts. */
  public FrameRecord(
      int version,
      Annotators annotators,
      SampledFrame frame,
      List<ViewLabels> views,
      List<RecordedFile> files) {
    this(version, annotators, frame, views, files, Collections.emptySortedMap());
  }

  /** The frame's number. */
  public long number() {
    return frame.key().frame();
  }
}
