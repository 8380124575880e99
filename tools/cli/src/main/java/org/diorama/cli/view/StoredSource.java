package org.diorama.cli.view;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Category;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.FrameSet;

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
  public FrameSet some(int most, Predicate<Map<String, String>> accepts) {
    if (committed.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, dataset.root() + " holds no frame yet");
    }
    if (accepts.test(Map.of())) {
      return Sources.spread(committed, most);
    }
    LongStream.Builder accepted = LongStream.builder();
    dataset.records(
        record -> {
          if (accepts.test(Sources.factors(record.frame()))) {
            accepted.add(record.number());
          }
        });
    return Sources.spread(FrameSet.of(accepted.build()), most);
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
