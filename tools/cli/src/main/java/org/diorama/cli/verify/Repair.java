package org.diorama.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.render.Rerender;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.DatasetMend;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Findings;

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
   * @param faulty whether files that a block has beside those of its frames have faults
   */
  void run(FrameSet damaged, LongPredicate faulty) throws InterruptedException {
    FrameSet frames = damaged.plus(DatasetMend.lost(dataset.root()));
    requireScene(frames);
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
    finish();
  }

  /**
   * Refuses to sign a scene that is not the one that the sound frames were made from.
   *
   * @throws DioramaException BAD_INPUT
   */
  private void requireScene(FrameSet damaged) throws InterruptedException {
    dataset.requireSource();
    Findings findings = new Findings();
    FrameSet sound = DatasetMend.whole(dataset.root()).minus(damaged);
    new SceneCheck(dataset, sound, loader, Runtime.getRuntime().availableProcessors())
        .check(findings, new Examined());
    if (!findings.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          dataset.root()
              + ": nothing is repaired: frames without a fault are not of the stored scene ("
              + findings.kept().first().line()
              + ")");
    }
  }

  private void finish() {
    Path seal = dataset.root().resolve(SEAL);
    try {
      Files.deleteIfExists(seal);
    } catch (IOException e) {
      throw FileFailures.writing(seal, e);
    }
    DatasetFinish.run(dataset.root());
  }
}
