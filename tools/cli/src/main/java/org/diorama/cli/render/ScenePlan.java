package org.diorama.cli.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.EngineVersion;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;

/** The plan of rendering a scene. */
final class ScenePlan {
  private ScenePlan() {}

  /**
   * Every asset is baked here, before the first frame: a model that cannot be imported stops the
   * run before it leaves anything behind, and the digests are part of the configuration.
   */
  static RenderPlan of(
      LoadedScene scene,
      RendererIdentity renderer,
      Path out,
      DatasetRequest request,
      boolean finish) {
    SceneDescription description = scene.description();
    List<AssetCredit> credits = new ArrayList<>(scene.credits(scene.assetIds()));
    credits.addAll(scene.skyCredits());
    FrameSampler sampler = scene.sampler();
    return new RenderPlan(
        out,
        new DatasetDescription(
            description.name(),
            description.seed(),
            scene.reading().resolvedKeys(),
            description.categories(),
            description.labels(),
            description.cameras().stream().map(CameraDescription::name).toList(),
            FrameStructure.of(description),
            EngineVersion.text(),
            renderer,
            credits,
            scene.skeletons()),
        scene.source(),
        request.with(description.annotators()),
        sampler::sample,
        new LabelAssets(scene.library()),
        finish);
  }
}
