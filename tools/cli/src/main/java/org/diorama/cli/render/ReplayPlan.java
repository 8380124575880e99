package org.diorama.cli.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diorama.assets.AssetLibrary;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.record.FrameRecords;

/** The plan of making one frame again from its record: nothing is sampled. */
final class ReplayPlan {
  private ReplayPlan() {}

  /**
   * @param record inside its dataset, whose description goes with it
   * @param sceneNamed whether the assets' folder is that of a scene which the user named
   * @throws DioramaException BAD_INPUT where it is no record of a dataset, or an asset is not what
   *     it was
   */
  static RenderPlan of(
      Path record, AssetLibrary library, boolean sceneNamed, RendererIdentity renderer, Path out) {
    SampledFrame frame = FrameRecords.read(record).frame();
    StoredDataset dataset = datasetOf(record);
    frame.nodes().forEach(node -> requireSame(node, fact(node, library, sceneNamed), record));
    DatasetDescription then = dataset.description();
    DatasetDescription now =
        new DatasetDescription(
            then.scene(),
            then.seed(),
            then.resolvedScene(),
            then.categories(),
            then.labels(),
            then.cameras(),
            then.structure(),
            then.engineVersion(),
            renderer,
            then.assets());
    long number = frame.key().frame();
    return new RenderPlan(
        out,
        now,
        sceneFiles(dataset),
        DatasetRequest.of(FrameSet.of(number, number)),
        ignored -> frame,
        true);
  }

  /** The dataset that a record lies in. */
  static StoredDataset datasetOf(Path record) {
    for (Path folder = record.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (StoredDataset.isAt(folder)) {
        return StoredDataset.open(folder);
      }
    }
    throw new DioramaException(
        ExitStatus.BAD_INPUT,
        record + ": lies in no dataset; its description is in the dataset's folder 'scene'");
  }

  private static AssetFact fact(SampledNode node, AssetLibrary library, boolean sceneNamed) {
    try {
      return library.fact(node.assetId());
    } catch (DioramaException e) {
      if (sceneNamed || !library.isModelFile(node.assetId())) {
        throw e;
      }
      throw new DioramaException(
          e.status(),
          e.getMessage()
              + "; a dataset keeps no models. Name the scene file, beside which they lie:"
              + " --replay RECORD SCENE",
          e);
    }
  }

  private static void requireSame(SampledNode node, AssetFact fact, Path record) {
    String digest = fact.digest();
    if (!digest.equals(node.assetDigest())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          record
              + ": the asset "
              + node.assetId()
              + " is another one now (digest "
              + digest
              + ", not "
              + node.assetDigest()
              + ")");
    }
  }

  private static Map<String, byte[]> sceneFiles(StoredDataset dataset) {
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
