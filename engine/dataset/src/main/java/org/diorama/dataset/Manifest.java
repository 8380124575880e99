package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.diorama.core.scene.Category;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.JsonArray;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code dataset.json}: what the dataset is and the SHA-256 of every file in it but itself and
 * {@code _SUCCESS}. Nothing in it varies from run to run.
 */
final class Manifest {
  static final String PATH = "dataset.json";
  private static final int VERSION = 4;

  /** All but the lists of files. */
  private record Head(
      int version,
      String scene,
      String sceneFile,
      List<SceneSetting> settings,
      long seed,
      String configurationDigest,
      String engineVersion,
      Renderer renderer,
      Layout layout,
      List<String> cameras,
      FrameStructure structure,
      List<Category> categories,
      String frames,
      String failed,
      Counts counts,
      Conventions conventions,
      SortedSet<String> formats,
      List<ManifestAnnotator> annotators,
      SortedMap<String, List<String>> partNames,
      List<AssetCredit> assets) {}

  private record Renderer(String name, String version, String deviceClass) {}

  private final StoredDescription stored;
  private final SortedMap<Long, FailedFrame> failures;
  private final FrameFiles frames;
  private final SortedSet<String> formats;
  private final List<RecordedFile> own;

  /**
   * @param formats of the labels
   * @param own files that belong to no frame, sorted by path
   */
  Manifest(
      StoredDescription stored,
      SortedMap<Long, FailedFrame> failures,
      FrameFiles frames,
      SortedSet<String> formats,
      List<RecordedFile> own) {
    this.formats = formats;
    this.stored = stored;
    this.failures = failures;
    this.frames = frames;
    this.own = own;
  }

  Counts counts() {
    return Counts.of(
        frames.tally(), failures.size(), incomplete(), stored.description().categories());
  }

  private long incomplete() {
    long together = stored.description().structure().together();
    return failures.keySet().stream()
        .map(frame -> frame / together)
        .distinct()
        .filter(
            group ->
                !frames
                    .committed()
                    .and(FrameSet.of(group * together, (group + 1) * together - 1))
                    .isEmpty())
        .count();
  }

  /**
   * The counts of the manifest that is there; absent where it, or a file that belongs to no frame,
   * is missing or damaged, so that finishing again mends it.
   */
  static Optional<Counts> counts(DatasetFolder folder) throws IOException {
    Path file = folder.resolve(PATH);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode manifest = StrictJson.instance().readTree(Files.readAllBytes(file));
      for (JsonNode own : manifest.path("files")) {
        if (!folder.holds(StrictJson.instance().treeToValue(own, RecordedFile.class))) {
          return Optional.empty();
        }
      }
      for (JsonNode closing : manifest.path(BlockFrames.LIST_KEY)) {
        if (!isWhole(folder, StrictJson.instance().treeToValue(closing, RecordedFile.class))) {
          return Optional.empty();
        }
      }
      return Optional.of(StrictJson.instance().treeToValue(manifest.path("counts"), Counts.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(DatasetFolder folder, RecordedFile closing) throws IOException {
    if (!folder.holds(closing)) {
      return false;
    }
    for (RecordedFile own :
        ClosedBlock.readHead(folder.resolve(closing.path()), Blocks.block(closing)).own()) {
      if (!folder.holds(own)) {
        return false;
      }
    }
    return true;
  }

  RecordedFile write(DatasetFolder folder) throws IOException {
    try (StagedFile out = folder.stage(PATH)) {
      String head =
          StrictJson.instance().writerWithDefaultPrettyPrinter().writeValueAsString(head());
      text(
          out, head.substring(0, head.lastIndexOf('\n')) + ",\n  \"" + frames.listKey() + "\" : [");
      frames.copyList(out);
      text(out, "\n],\n  \"files\" : [");
      JsonArray files = new JsonArray(out);
      for (RecordedFile file : own) {
        files.add(file);
      }
      text(out, "\n]\n}\n");
      RecordedFile recorded = out.end();
      folder.publish(out);
      return recorded;
    }
  }

  private Head head() {
    DatasetDescription description = stored.description();
    return new Head(
        VERSION,
        description.scene(),
        stored.source().file(),
        stored.source().settings(),
        description.seed(),
        description.configuration().digest(),
        description.engineVersion(),
        new Renderer(
            description.renderer(), description.rendererVersion(), description.deviceClass()),
        stored.layout(),
        description.cameras(),
        description.structure(),
        description.categories(),
        frames.committed().toString(),
        FailureLog.frames(failures).toString(),
        counts(),
        Conventions.of(description),
        formats,
        ManifestAnnotator.of(frames.tally()),
        frames.tally().parts(),
        description.assets().stream()
            .filter(asset -> frames.tally().assets().contains(asset.id()))
            .toList());
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
