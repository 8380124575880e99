package org.diorama.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * Counts over some frames.
 *
 * @param annotations by category id; categories without any are absent
 * @param assets ids of those that the frames use
 */
record Tally(
    long frames, long images, SortedMap<Integer, Long> annotations, SortedSet<String> assets) {
  static final Tally NONE = new Tally(0, 0, new TreeMap<>(), new TreeSet<>());

  Tally {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
  }

  Tally plus(Tally other) {
    SortedMap<Integer, Long> sum = new TreeMap<>(annotations);
    other.annotations.forEach((category, count) -> sum.merge(category, count, Long::sum));
    SortedSet<String> union = new TreeSet<>(assets);
    union.addAll(other.assets);
    return new Tally(frames + other.frames, images + other.images, sum, union);
  }

  /** Counts while frames go by. */
  static final class Counter {
    private long frames;
    private long images;
    private final SortedMap<Integer, Long> annotations = new TreeMap<>();
    private final SortedSet<String> assets = new TreeSet<>();

    void add(FrameRecord record) {
      frames++;
      for (SampledNode node : record.frame().nodes()) {
        assets.add(node.assetId());
      }
      for (ViewLabels view : record.views()) {
        images++;
        for (InstanceLabel label : view.instances()) {
          if (label.isAnnotated()) {
            annotations.merge(label.categoryId(), 1L, Long::sum);
          }
        }
      }
    }

    Tally total() {
      return new Tally(frames, images, annotations, assets);
    }
  }
}
