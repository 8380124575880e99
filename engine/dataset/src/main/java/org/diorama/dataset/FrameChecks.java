package org.diorama.dataset;

import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;

/** Whether a frame fits in with the others of its dataset; ids and files count on it. */
final class FrameChecks {
  private FrameChecks() {}

  /**
   * @throws DioramaException BAD_INPUT naming what differs
   */
  static void require(SampledFrame frame, DatasetDescription description) {
    List<String> cameras = frame.cameras().stream().map(SampledCamera::name).toList();
    if (!cameras.equals(description.cameras())) {
      throw refused(
          "the cameras are "
              + cameras
              + ", those of the dataset "
              + description.cameras()
              + "; all frames need the same ones, in the same order");
    }
    FrameContext context = frame.context();
    FrameStructure structure = description.structure();
    if (!context.position().equals(structure.position(frame.key().frame()))) {
      throw refused(
          "it stands at "
              + context.position()
              + ", in the dataset at "
              + structure.position(frame.key().frame()));
    }
    Optional<String> split = context.split();
    if (split.isEmpty() != structure.splits().isEmpty()
        || !split.stream().allMatch(structure.splits()::contains)) {
      throw refused(
          "its split is "
              + split.orElse("(none)")
              + ", those of the dataset are "
              + structure.splits());
    }
  }

  private static DioramaException refused(String reason) {
    return new DioramaException(
        ExitStatus.BAD_INPUT, "the frame is not one of this dataset: " + reason);
  }
}
