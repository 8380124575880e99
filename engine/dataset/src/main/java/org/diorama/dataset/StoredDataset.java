package org.diorama.dataset;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;

/** A dataset to read from, finished or not. Changes nothing and takes no lock. */
public final class StoredDataset {
  private static final Pattern PACKED = Pattern.compile("\\d{5,15}\\.jsonl\\.zst");

  private final Path root;
  private final StoredDescription stored;

  private StoredDataset(Path root, StoredDescription stored) {
    this.root = root;
    this.stored = stored;
  }

  /** Whether a folder holds a dataset. */
  public static boolean isAt(Path root) {
    return Files.isRegularFile(root.resolve(StoredDescription.PATH));
  }

  /**
   * @throws DioramaException BAD_INPUT where the folder holds no dataset
   */
  public static StoredDataset open(Path root) {
    try {
      Optional<StoredDescription> stored = StoredDescription.read(root);
      return new StoredDataset(
          root,
          stored.orElseThrow(
              () ->
                  new DioramaException(
                      ExitStatus.BAD_INPUT,
                      root + " holds no dataset: there is no " + StoredDescription.PATH)));
    } catch (IOException e) {
      throw FileFailures.writing(root, e);
    }
  }

  public Path root() {
    return root;
  }

  public DatasetDescription description() {
    return stored.description();
  }

  /** How the files in {@link #sceneFolder} are resolved. */
  public StoredSceneSource source() {
    return stored.source();
  }

  /**
   * Refuses a dataset whose scene files are not those of its first run.
   *
   * @throws DioramaException BAD_INPUT with the first that is another, or not there
   */
  public void requireSource() {
    try {
      stored.source().requireIn(sceneFolder());
    } catch (IOException e) {
      throw FileFailures.writing(sceneFolder(), e);
    }
  }

  /** Fixed by its first run. */
  public Layout layout() {
    return stored.layout();
  }

  /** Where the scene's files are kept. */
  public Path sceneFolder() {
    return root.resolve(DatasetOpening.SCENE);
  }

  /** The scene as it is stored. */
  public SceneSource scene() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (String name : source().files().keySet()) {
        files.put(name, Files.readAllBytes(StoredSceneSource.file(sceneFolder(), name)));
      }
    } catch (IOException e) {
      throw FileFailures.writing(sceneFolder(), e);
    }
    return new SceneSource(source().file(), source().settings(), files);
  }

  /** Frames that are committed. */
  public FrameSet committed() {
    try {
      if (stored.layout() == Layout.FLAT) {
        return RecordScan.numbers(root.resolve("records"));
      }
      FrameSet committed = FrameSet.EMPTY;
      for (Path entry : DatasetFolder.entries(root.resolve("records"))) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          committed = committed.plus(RecordScan.numbers(entry));
        } else if (PACKED.matcher(name).matches()) {
          committed = committed.plus(closed(name.split("\\.")[0]));
        }
      }
      return committed;
    } catch (IOException e) {
      throw FileFailures.writing(root, e);
    }
  }

  private FrameSet closed(String block) throws IOException {
    long number = Long.parseLong(block);
    Path closing = root.resolve(Blocks.closingPath(number));
    return Files.exists(closing)
        ? ClosedBlock.readHead(closing, number).frameSet()
        : FrameSet.EMPTY;
  }

  /** Frames that some run asked for and that are neither committed nor given up. */
  public FrameSet missing() {
    try {
      FrameSet failed = FailureLog.frames(FailureLog.read(root));
      return RequestedFrames.read(root).frameSet().minus(failed).minus(committed());
    } catch (IOException e) {
      throw FileFailures.writing(root, e);
    }
  }

  /**
   * The record of a committed frame.
   *
   * @throws DioramaException BAD_INPUT where the frame is not there
   */
  public FrameRecord record(long frame) {
    Path single = root.resolve(stored.layout().record(frame));
    Path packed = root.resolve(Blocks.packedPath(Layout.block(frame)));
    if (Files.exists(single) || !Files.exists(packed)) {
      return FrameRecords.read(single);
    }
    FrameRecord[] found = new FrameRecord[1];
    packed(
        frame,
        record -> {
          found[0] = record.number() == frame ? record : null;
          return found[0] == null;
        });
    if (found[0] == null) {
      throw new DioramaException(ExitStatus.BAD_INPUT, packed + ": holds no frame " + frame);
    }
    return found[0];
  }

  /**
   * Reads the records of all committed frames, each packed block once.
   *
   * @param taker takes each of them
   */
  public void records(Consumer<FrameRecord> taker) {
    Path last = root;
    for (PrimitiveIterator.OfLong frames = committed().iterator(); frames.hasNext(); ) {
      long frame = frames.nextLong();
      Path packed = root.resolve(Blocks.packedPath(Layout.block(frame)));
      if (Files.exists(root.resolve(stored.layout().record(frame))) || !Files.exists(packed)) {
        taker.accept(record(frame));
      } else if (!packed.equals(last)) {
        last = packed;
        packed(
            frame,
            record -> {
              taker.accept(record);
              return true;
            });
      }
    }
  }

  /**
   * Reads the packed records of a frame's block.
   *
   * @param goesOn takes each, and says whether to read the next
   */
  private void packed(long frame, Predicate<FrameRecord> goesOn) {
    Path packed = root.resolve(Blocks.packedPath(Layout.block(frame)));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!goesOn.test(
            FrameRecords.decode(line.getBytes(StandardCharsets.UTF_8), packed.toString()))) {
          return;
        }
      }
    } catch (ZstdIOException e) {
      throw Blocks.damaged(packed, Layout.block(frame), e);
    } catch (IOException e) {
      throw FileFailures.writing(packed, e);
    }
  }

  /** Where a file of a frame lies. */
  public Path file(Kind kind, FrameRecord record, String camera) {
    return root.resolve(
        kind.path(stored.layout(), record.number(), camera, record.annotators().floatFiles()));
  }
}
