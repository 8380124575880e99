package org.diorama.cli.render;

import java.nio.file.Path;
import org.diorama.cli.scene.ReplayedFrame;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.render.RendererIdentity;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;

/** The plan of making one frame again from its record. */
final class ReplayPlan {
  private ReplayPlan() {}

  static RenderPlan of(ReplayedFrame replayed, RendererIdentity renderer, Path out) {
    long number = replayed.frame().key().frame();
    return new RenderPlan(
        out,
        description(replayed.dataset(), renderer),
        replayed.dataset().scene(),
        DatasetRequest.of(FrameSet.of(number, number)).with(replayed.annotators()),
        ignored -> replayed.frame(),
        new LabelAssets(replayed.library()),
        true);
  }

  /** That of a dataset whose frames this renderer makes. */
  static DatasetDescription description(StoredDataset dataset, RendererIdentity renderer) {
    DatasetDescription then = dataset.description();
    return new DatasetDescription(
        then.scene(),
        then.seed(),
        then.resolvedScene(),
        then.categories(),
        then.labels(),
        then.cameras(),
        then.structure(),
        then.engineVersion(),
        renderer,
        then.assets(),
        then.keypoints());
  }
}
