package org.diorama.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileOperations;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * Writes a dataset's own files: annotations, manifest, preview, attribution and last {@code
 * _SUCCESS}. They depend on the records alone, not on the order, shards or interruptions in which
 * the frames came. A finished dataset is left as it is, unless one of those files is missing.
 */
public final class DatasetFinish {
  private final DatasetFolder folder;
  private StoredDescription stored;
  private FrameSet requested;
  private SortedMap<Long, FailedFrame> failures;
  private FinishReport report;

  private DatasetFinish(DatasetFolder folder) {
    this.folder = folder;
  }

  /**
   * Finishes the dataset in a folder.
   *
   * @throws DioramaException BAD_INPUT where there is none, where frames are missing that no run
   *     recorded as failed, or where files are damaged, the scene's too; INPUT_OUTPUT or PERMISSION
   */
  public static FinishReport run(Path root) {
    return run(new DiskOperations(), root);
  }

  /**
   * Finishes the dataset in a folder, and adds formats to those it has; no frame is rendered.
   *
   * @param formats names that {@link Formats} knows
   * @throws DioramaException as {@link #run}; nothing is added to a dataset that is not complete
   */
  public static FinishReport add(Path root, SortedSet<String> formats) {
    return run(new DiskOperations(), root, formats);
  }

  static FinishReport run(FileOperations operations, Path root) {
    return run(operations, root, Collections.emptySortedSet());
  }

  private static FinishReport run(FileOperations operations, Path root, SortedSet<String> formats) {
    if (!Files.isRegularFile(root.resolve(StoredDescription.PATH))) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          root + " holds no dataset: there is no " + StoredDescription.PATH + " in it");
    }
    FinishReport[] report = {null};
    DatasetFolder.whileHeld(
        operations,
        root,
        folder -> {
          DatasetFinish finish = new DatasetFinish(folder);
          finish.finish();
          if (RequestedFormats.add(folder, formats)) {
            finish.finish();
          }
          report[0] = finish.report;
        });
    return report[0];
  }

  private void finish() throws IOException {
    stored = StoredDescription.read(folder).orElseThrow();
    stored.source().requireIn(folder.resolve(DatasetOpening.SCENE));
    if (Files.exists(folder.resolve(DatasetOpening.SUCCESS))) {
      Optional<Counts> counts = Manifest.counts(folder);
      if (counts.isPresent()) {
        report = report(counts.get());
        return;
      }
      folder.delete(DatasetOpening.SUCCESS);
    }
    requested = RequestedFrames.read(folder.root()).frameSet();
    failures = FailureLog.read(folder.root());
    try (FrameFiles frames = gather()) {
      FrameSet committed = frames.committed();
      failures.keySet().removeIf(committed::contains);
      new FailureLog(folder).write(failures.values());
      List<RecordedFile> own = ownFiles(frames);
      Manifest manifest =
          new Manifest(stored, failures, frames, RequestedFormats.read(folder.root()), own);
      RecordedFile written = manifest.write(folder);
      List<RecordedFile> last = new ArrayList<>(own);
      last.add(written);
      folder.settle(last);
      byte[] seal = (written.sha256() + "\n").getBytes(StandardCharsets.UTF_8);
      folder.settle(List.of(folder.write(DatasetOpening.SUCCESS, seal)));
      report = report(manifest.counts());
    }
  }

  private FrameFiles gather() throws IOException {
    FrameSet wanted = requested.minus(FailureLog.frames(failures));
    FrameFiles frames =
        stored.layout() == Layout.FLAT
            ? new FlatFrames(folder, stored.description())
            : new BlockFrames(folder, stored.description(), requested, wanted);
    try {
      FrameSet missing = wanted.minus(frames.committed());
      if (!missing.isEmpty()) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            folder.root()
                + " is not complete: "
                + missing.size()
                + " of "
                + requested.size()
                + " frames are missing ("
                + shorten(missing)
                + "); run the same render command again");
      }
      frames.finish();
      return frames;
    } catch (IOException | RuntimeException | Error e) {
      frames.close();
      throw e;
    }
  }

  private static String shorten(FrameSet frames) {
    int most = 10;
    if (frames.ranges().size() <= most) {
      return frames.toString();
    }
    return new FrameSet(frames.ranges().subList(0, most)) + ",…";
  }

  /** Writes all but the manifest; lists what lies in the dataset's own folders, sorted by path. */
  private List<RecordedFile> ownFiles(FrameFiles frames) throws IOException {
    SortedMap<String, RecordedFile> own = new TreeMap<>();
    for (RecordedFile file : frames.datasetFiles()) {
      own.put(file.path(), file);
    }
    List<RecordedFile> written = new ArrayList<>();
    written.addAll(Preview.write(folder, stored, frames.committed()));
    written.addAll(Attribution.write(folder, stored.description(), frames.tally().assets()));
    for (Path path : DatasetFolder.filesBelow(folder.resolve("scene"))) {
      written.add(describe(path));
    }
    if (!failures.isEmpty()) {
      written.add(describe(folder.resolve(FailureLog.PATH)));
    }
    written.forEach(file -> own.put(file.path(), file));
    return List.copyOf(own.values());
  }

  private RecordedFile describe(Path file) throws IOException {
    String path = folder.root().relativize(file).toString().replace('\\', '/');
    return new RecordedFile(path, Files.size(file), Sha256.of(file));
  }

  private Path mainFile() throws IOException {
    DatasetWriter writer = Formats.writers(RequestedFormats.read(folder.root())).get(0);
    String name = writer.mainFile(stored.description().structure().splits());
    List<Path> blocks = DatasetFolder.entries(folder.resolve(name.replaceFirst("\\.json$", "")));
    boolean inBlocks = stored.layout() == Layout.BLOCKS && !blocks.isEmpty();
    return inBlocks ? blocks.get(0) : folder.resolve(name);
  }

  private FinishReport report(Counts counts) throws IOException {
    return new FinishReport(
        counts.frames(),
        counts.failed(),
        counts.images(),
        counts.annotations(),
        counts.splits(),
        counts.groups(),
        counts.targets(),
        folder.resolve(Preview.PATH).toString(),
        mainFile().toString());
  }
}
