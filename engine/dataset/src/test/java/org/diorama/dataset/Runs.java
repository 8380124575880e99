package org.diorama.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.files.FileOperations;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** What the command {@code render} does, with synthetic frames. */
final class Runs {
  static final SceneSource SCENE =
      new SceneSource(
          "synthetic.yaml",
          List.of(new SceneSetting("boxes.count", "9")),
          Map.of("synthetic.yaml", "version: 1\n".getBytes(StandardCharsets.UTF_8)));

  private Runs() {}

  /** Renders what is missing, then finishes. */
  static FinishReport all(Path root, SyntheticFrames frames, String wanted, Layout layout) {
    return all(DyingOperations.immortal(), root, frames, wanted, layout);
  }

  static FinishReport all(
      FileOperations operations, Path root, SyntheticFrames frames, String wanted, Layout layout) {
    FrameSet all = FrameSet.parse(wanted);
    part(operations, root, frames, new DatasetRequest(all, all, Optional.of(layout), false));
    return DatasetFinish.run(operations, root);
  }

  /** Renders what is missing of a shard; every frame whose number ends in 5 fails. */
  static void part(
      FileOperations operations, Path root, SyntheticFrames frames, DatasetRequest request) {
    try (Dataset dataset =
        Dataset.open(operations, root, frames.description(), SCENE, request, LabelAssets.none())) {
      for (PrimitiveIterator.OfLong todo = dataset.remaining().iterator(); todo.hasNext(); ) {
        long number = todo.nextLong();
        if (number % 10 == 5) {
          dataset.fail(number, "no place for boxes");
        } else {
          SampledFrame frame = frames.sampled(number);
          dataset.commit(frame, frames.rendered(frame));
        }
      }
    }
  }
}
