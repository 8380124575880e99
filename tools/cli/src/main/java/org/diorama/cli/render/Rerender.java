package org.diorama.cli.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.render.RenderSession;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.SceneSource;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.FrameSet;

/** Makes some frames of a dataset again: elsewhere, to compare, or in their places. */
public final class Rerender {
  private static final FailureAllowance ANY = FailureAllowance.parse("100%");

  /** Of frames that another dataset's records decide. */
  private static final SceneSource ANY_SCENE =
      new SceneSource("scene.yaml", List.of(), Map.of("scene.yaml", new byte[0]));

  private Rerender() {}

  /**
   * Makes frames elsewhere; the folder has the dataset's layout and is not finished.
   *
   * @param frames that the sampler has
   * @param annotators what is to be said of them
   * @param assets of the frames
   * @param out a folder that is not there, or empty
   */
  public static void elsewhere(
      StoredDataset dataset,
      FrameSet frames,
      LongFunction<SampledFrame> sampler,
      Annotators annotators,
      AssetFacts assets,
      RenderSession session,
      Path out,
      Progress progress)
      throws InterruptedException {
    DatasetRequest request =
        new DatasetRequest(frames, frames, Optional.of(dataset.layout()), false).with(annotators);
    RenderPlan plan =
        new RenderPlan(
            out,
            ReplayPlan.description(dataset, session.identity()),
            ANY_SCENE,
            request,
            sampler,
            new LabelAssets(assets),
            false);
    new RenderRun(plan, session, ANY, progress, () -> false).execute();
  }

  /**
   * Refuses to make frames that would not be the dataset's, before anything is touched.
   *
   * @throws org.diorama.core.DioramaException OTHER_CONFIGURATION where scene or renderer are not
   *     those of the dataset
   */
  public static void requireSame(StoredDataset dataset, LoadedScene scene, RenderSession session) {
    DatasetRequest any = new DatasetRequest(FrameSet.EMPTY, FrameSet.EMPTY, Optional.empty(), true);
    ScenePlan.of(scene, session.identity(), dataset.root(), any, true)
        .description()
        .configuration()
        .requireSameAs(dataset.description().configuration(), dataset.root().toString());
  }

  /**
   * Makes frames of a finished dataset again as its scene samples them, and finishes it.
   *
   * @param scene of the dataset
   * @return frames that could not be made
   * @throws org.diorama.core.DioramaException OTHER_CONFIGURATION where scene or renderer are not
   *     those of the dataset
   */
  public static long inPlace(
      StoredDataset dataset,
      FrameSet frames,
      LoadedScene scene,
      RenderSession session,
      Progress progress)
      throws InterruptedException {
    DatasetRequest request = new DatasetRequest(frames, frames, Optional.empty(), true);
    RenderPlan plan = ScenePlan.of(scene, session.identity(), dataset.root(), request, true);
    return new RenderRun(plan, session, ANY, progress, () -> false).execute().summary().failed();
  }
}
