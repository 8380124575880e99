package org.diorama.cli.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.diorama.assets.AssetLibrary;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;

/**
 * A frame as its record has it: nothing is sampled.
 *
 * @param annotators what its record says of it
 * @param dataset that the record lies in
 * @param library its assets, found to be the same as then; closing ends the import of assets
 */
public record ReplayedFrame(
    SampledFrame frame, Annotators annotators, StoredDataset dataset, AssetLibrary library)
    implements AutoCloseable {

  /**
   * Reads a record.
   *
   * @param record inside its dataset, whose description goes with it
   * @param sceneFile beside which relative model files lie; null: in the dataset
   * @param models other folders whose model files may be read
   * @throws DioramaException BAD_INPUT where it is no record of a dataset, or an asset is not what
   *     it was
   */
  public static ReplayedFrame read(Path record, Path sceneFile, List<Path> models) {
    StoredDataset dataset = datasetOf(record);
    FrameRecord stored = FrameRecords.read(record);
    SampledFrame frame = stored.frame();
    AssetLibrary library =
        MachineAssets.library(
            ModelFolders.of(
                sceneFile == null ? dataset.sceneFolder() : sceneFile.toAbsolutePath().getParent(),
                models));
    try {
      requireSameAssets(frame, library, sceneFile != null, record);
      return new ReplayedFrame(frame, stored.annotators(), dataset, library);
    } catch (RuntimeException | Error e) {
      library.close();
      throw e;
    }
  }

  /**
   * Makes sure that all assets of a frame are what they were.
   *
   * @param sceneNamed whether the library looks beside the author's scene
   * @param record for messages
   * @throws DioramaException BAD_INPUT where one is another, or not there
   */
  public static void requireSameAssets(
      SampledFrame frame, AssetLibrary library, boolean sceneNamed, Path record) {
    frame.nodes().forEach(node -> requireSame(node, fact(node, library, sceneNamed), record));
    if (frame.lighting().sky() instanceof ImageSky sky) {
      String digest = found(() -> library.skyFact(sky.hdri()).digest(), true, sceneNamed);
      requireSame(sky.hdri(), sky.sha256(), digest, record);
    }
  }

  private static StoredDataset datasetOf(Path record) {
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
    return found(
        () -> library.fact(node.assetId()), library.isModelFile(node.assetId()), sceneNamed);
  }

  /**
   * @param ofAuthor whether it is a file beside the scene
   */
  private static <T> T found(Supplier<T> search, boolean ofAuthor, boolean sceneNamed) {
    try {
      return search.get();
    } catch (DioramaException e) {
      if (sceneNamed || !ofAuthor) {
        throw e;
      }
      throw new DioramaException(
          e.status(),
          e.getMessage()
              + "; a dataset keeps no models and images. Name the scene file, beside which they lie:"
              + " --replay RECORD SCENE; files outside its folder also take --models DIR",
          e);
    }
  }

  private static void requireSame(SampledNode node, AssetFact fact, Path record) {
    requireSame(node.assetId(), node.assetDigest(), fact.digest(), record);
  }

  private static void requireSame(String id, String then, String digest, Path record) {
    if (!digest.equals(then)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          record
              + ": the asset "
              + id
              + " is another one now (digest "
              + digest
              + ", not "
              + then
              + ")");
    }
  }

  @Override
  public void close() {
    library.close();
  }
}
