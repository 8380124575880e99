package org.diorama.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.scenefile.SceneOverride;

/** The second frame of a scene in 1920 × 1080, with the planes of the steps before and after. */
record RenderedScene(
    LoadedScene scene,
    RenderSession session,
    SampledFrame frame,
    RenderedSteps steps,
    LabelAssets assets)
    implements AutoCloseable {
  /** Pixels. */
  static final int WIDTH = 1920;

  private static final int HEIGHT = 1080;

  /**
   * @param file in the folder of scenes; {@code overrides} change it
   */
  static RenderedScene of(String file, SceneOverride... overrides) {
    List<SceneOverride> all = new ArrayList<>(List.of(overrides));
    all.add(SceneOverride.set("image.width", Integer.toString(WIDTH)));
    all.add(SceneOverride.set("image.height", Integer.toString(HEIGHT)));
    LoadedScene scene = LoadedScene.load(Path.of("scenes", file), all, List.of());
    SampledFrame frame = scene.sampler().sample(1);
    RenderSession session = ReferenceSessions.open(scene.library());
    RenderedSteps steps =
        new RenderedSteps(
            rendered(session, LabelJob.of(frame, scene.description().annotators())),
            Optional.of(rendered(session, RenderJob.at(FrameInstant.PREVIOUS_STEP, frame))),
            Optional.of(rendered(session, RenderJob.at(FrameInstant.NEXT_STEP, frame))));
    return new RenderedScene(scene, session, frame, steps, new LabelAssets(scene.library()));
  }

  private static RenderedFrame rendered(RenderSession session, RenderJob job) {
    return session.submit(List.of(job)).get(0).join();
  }

  Annotators annotators() {
    return scene.description().annotators();
  }

  @Override
  public void close() {
    steps.close();
    session.close();
    scene.close();
  }
}
