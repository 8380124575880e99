package org.diorama.cli.view;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Category;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * The frames of a dataset.
 *
 * @param committed those that were there when it was opened
 */
record StoredSource(StoredDataset dataset, FrameSet committed) implements ImageSource {
  static StoredSource open(Path root) {
    StoredDataset dataset = StoredDataset.open(root);
    return new StoredSource(dataset, dataset.committed());
  }

  @Override
  public String name() {
    return dataset.root().toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public List<String> categories() {
    return dataset.description().categories().stream().map(Category::name).toList();
  }

  @Override
  public int cameras() {
    return dataset.description().cameras().size();
  }

  @Override
  public boolean has(long frame) {
    return committed.contains(frame);
  }

  @Override
  public List<String> files(long frame) {
    return Sources.files(dataset.layout(), frame, dataset.description().cameras());
  }

  @Override
  public OptionalLong frameOf(String file) {
    OptionalLong frame = Sources.frameOf(file);
    return frame.isPresent() && has(frame.getAsLong()) ? frame : OptionalLong.empty();
  }

  @Override
  public FrameSet some(int most, FrameFilter filter) {
    if (committed.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, dataset.root() + " holds no frame yet");
    }
    if (filter.acceptsAll()) {
      return Sources.spread(committed, most);
    }
    LongStream.Builder accepted = LongStream.builder();
    dataset.records(
        record -> {
          if (filter.levels().test(Sources.factors(record.frame()))
              && shows(record, filter.labels())) {
            accepted.add(record.number());
          }
        });
    return Sources.spread(FrameSet.of(accepted.build()), most);
  }

  /** Whether any annotation of any camera is shown. */
  private static boolean shows(FrameRecord record, LabelFilter filter) {
    if (filter.acceptsAll()) {
      return true;
    }
    Map<Integer, String> names = new HashMap<>();
    record.frame().categories().forEach(each -> names.put(each.id(), each.name()));
    for (ViewLabels view : record.views()) {
      for (InstanceLabel label : view.instances()) {
        if (label.isAnnotated()
            && filter.accepts(
                names.getOrDefault(label.categoryId(), ""), label.visibleFraction())) {
          return true;
        }
      }
      for (StuffLabel label : view.stuff()) {
        if (filter.accepts(names.getOrDefault(label.categoryId(), ""), Double.NaN)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public SortedMap<String, SortedSet<String>> levels() {
    Set<Map<String, String>> frames = new HashSet<>();
    dataset.records(record -> frames.add(Sources.factors(record.frame())));
    return Sources.levels(frames);
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(committed.size());
  }

  @Override
  public List<LabelledImage> images(long frame) {
    return new StoredImages(dataset).of(frame);
  }
}
