package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.PrimitiveIterator;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.layout.FrameSet;

/** A process that renders into a folder; says so after each frame, waits for a word before it. */
final class WriterProcess {
  private WriterProcess() {}

  static Process start(Path root, String frames) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                root.toString(),
                frames))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    FrameSet wanted = FrameSet.parse(arguments[1]);
    SyntheticFrames frames = SyntheticFrames.small();
    try (Dataset dataset =
        Dataset.open(
            new DiskOperations(),
            root,
            frames.description(),
            Runs.SCENE,
            DatasetRequest.of(wanted),
            LabelAssets.none())) {
      for (PrimitiveIterator.OfLong todo = dataset.remaining().iterator(); todo.hasNext(); ) {
        SampledFrame frame = frames.sampled(todo.nextLong());
        System.in.read();
        dataset.commit(frame, frames.rendered(frame));
        System.out.println(frame.key().frame());
      }
    }
    DatasetFinish.run(root);
  }
}
