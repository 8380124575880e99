package org.diorama.cli.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diorama.cli.scene.ReplayedFrame;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.render.RendererIdentity;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.FileFailures;
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
        sceneFiles(replayed.dataset()),
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

  static Map<String, byte[]> sceneFiles(StoredDataset dataset) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(dataset.sceneFolder())) {
      for (Path path : paths.filter(dataset::isSceneFile).toList()) {
        files.put(dataset.sceneFolder().relativize(path).toString(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw FileFailures.writing(dataset.sceneFolder(), e);
    }
    return files;
  }
}
