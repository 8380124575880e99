package org.diorama.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.render.Rerender;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.DatasetMend;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.layout.FrameSet;

/**
 * Makes a dataset whole again: damaged frames from its scene, then its own files from the records.
 */
final class Repair {
  private static final String SEAL = "_SUCCESS";

  private final StoredDataset dataset;
  private final Supplier<LoadedScene> loader;
  private final Function<AssetStore, RenderSession> renderer;
  private final Progress progress;

  Repair(
      StoredDataset dataset,
      Supplier<LoadedScene> loader,
      Function<AssetStore, RenderSession> renderer,
      Progress progress) {
    this.dataset = dataset;
    this.loader = loader;
    this.renderer = renderer;
    this.progress = progress;
  }

  /**
   * Repairs. Killed at any moment, the dataset is one that is not finished, and the next repair
   * goes on.
   *
   * @param damaged frames that are rendered again
   * @param faulty paths of all files with faults
   */
  void run(FrameSet damaged, Collection<String> faulty) throws InterruptedException {
    FrameSet frames = damaged.plus(DatasetMend.lost(dataset.root()));
    if (frames.isEmpty()) {
      DatasetMend.run(dataset.root(), faulty);
    } else {
      try (LoadedScene scene = loader.get();
          RenderSession session = renderer.apply(scene.library())) {
        Rerender.requireSame(dataset, scene, session);
        DatasetMend.run(dataset.root(), faulty);
        Rerender.inPlace(dataset, frames, scene, session, progress);
      }
    }
    Path seal = dataset.root().resolve(SEAL);
    try {
      Files.deleteIfExists(seal);
    } catch (IOException e) {
      throw FileFailures.writing(seal, e);
    }
    DatasetFinish.run(dataset.root());
  }
}
