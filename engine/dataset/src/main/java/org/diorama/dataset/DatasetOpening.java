package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FolderLocks;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/** The start of a run: what is there, what is wanted, what is left to do. */
final class DatasetOpening {
  static final String SUCCESS = "_SUCCESS";
  static final String SCENE = "scene";

  private final DatasetFolder folder;
  private final DatasetDescription description;
  private final Map<String, byte[]> sceneFiles;
  private final DatasetRequest request;
  private final List<String> notices = new ArrayList<>();
  private StoredDescription stored;
  private FrameSet requested;
  private FrameSet discarded = FrameSet.EMPTY;
  private FrameSet failed = FrameSet.EMPTY;

  DatasetOpening(
      DatasetFolder folder,
      DatasetDescription description,
      Map<String, byte[]> sceneFiles,
      DatasetRequest request) {
    this.folder = folder;
    this.description = description;
    this.sceneFiles = new TreeMap<>(sceneFiles);
    this.request = request;
  }

  OpenedDataset run() throws IOException {
    folder.locks().holding(FolderLocks.SETUP, this::settleConfiguration);
    FrameSet remaining = remaining();
    folder.locks().holding(FolderLocks.SETUP, () -> extend(remaining));
    return new OpenedDataset(
        stored.layout(), stored.description(), requested, remaining, failed, notices);
  }

  /**
   * Refuses a folder that holds something else; called before anything is written into it, too.
   *
   * @throws DioramaException CANNOT_CREATE with the name of an entry that is not ours
   */
  static void requireNoStrangers(Path root) throws IOException {
    if (StoredDataset.isAt(root)) {
      return;
    }
    List<String> strangers = new ArrayList<>(DatasetFolder.names(root));
    strangers.remove(SCENE);
    if (!strangers.isEmpty()) {
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE,
          root
              + " is not empty and holds no dataset (first entry: "
              + strangers.get(0)
              + "); choose another --out");
    }
  }

  private void settleConfiguration() throws IOException {
    Optional<StoredDescription> present = StoredDescription.read(folder);
    if (present.isPresent()) {
      stored = present.get();
      description
          .configuration()
          .requireSameAs(stored.description().configuration(), folder.root().toString());
      requireLayout();
      return;
    }
    requireNoStrangers(folder.root());
    for (Map.Entry<String, byte[]> file : sceneFiles.entrySet()) {
      folder.write(SCENE + "/" + file.getKey(), file.getValue());
    }
    Layout layout = request.layout().orElseGet(() -> Layout.forFrames(request.all().size()));
    RequestedFormats.begin(folder, request.formats());
    stored = new StoredDescription(StoredDescription.VERSION, layout, description);
    stored.write(folder);
  }

  private void requireLayout() {
    if (request.layout().isPresent() && request.layout().get() != stored.layout()) {
      throw new DioramaException(
          ExitStatus.OTHER_CONFIGURATION,
          folder.root()
              + " has the layout "
              + stored.layout().name().toLowerCase(Locale.ROOT)
              + " since its first run; leave --layout out, or choose another --out");
    }
  }

  private FrameSet remaining() throws IOException {
    if (request.force()) {
      discarded = request.own();
      return request.own();
    }
    failed = FailureLog.frames(FailureLog.read(folder.root())).and(request.own());
    return request.own().minus(failed).minus(committed());
  }

  /** Own frames that are complete. */
  private FrameSet committed() throws IOException {
    if (stored.layout() == Layout.FLAT) {
      return sound(RecordScan.numbers(folder.resolve("records")));
    }
    Blocks blocks = new Blocks(folder, stored.description());
    FrameSet committed = FrameSet.EMPTY;
    for (long block : Layout.blocksOf(request.own())) {
      FrameSet there = blocks.committed(block);
      committed = committed.plus(blocks.isClosed(block) ? there : sound(there));
    }
    return committed;
  }

  private FrameSet sound(FrameSet recorded) throws IOException {
    LongStream.Builder sound = LongStream.builder();
    LongStream.Builder damaged = LongStream.builder();
    for (PrimitiveIterator.OfLong own = recorded.and(request.own()).iterator(); own.hasNext(); ) {
      long frame = own.nextLong();
      Optional<String> fault = RecordScan.fault(folder, stored.layout(), frame);
      if (fault.isEmpty()) {
        sound.add(frame);
      } else {
        damaged.add(frame);
        notices.add("frame " + frame + " is damaged and rendered again: " + fault.get());
      }
    }
    discarded = discarded.plus(FrameSet.of(damaged.build()));
    return FrameSet.of(sound.build());
  }

  /** Makes the folder ready to take the remaining frames; from here on it is not finished. */
  private void extend(FrameSet remaining) throws IOException {
    RequestedFormats.add(folder, request.formats());
    FrameSet before = RequestedFrames.read(folder.root());
    requested = before.plus(request.all());
    if (remaining.isEmpty() && requested.equals(before)) {
      return;
    }
    folder.delete(SUCCESS);
    if (!requested.equals(before)) {
      RequestedFrames.write(folder, requested);
    }
    if (stored.layout() == Layout.BLOCKS) {
      Blocks blocks = new Blocks(folder, stored.description());
      for (long block : Layout.blocksOf(remaining)) {
        blocks.reopen(block);
      }
    }
    for (PrimitiveIterator.OfLong frames = discarded.iterator(); frames.hasNext(); ) {
      folder.delete(stored.layout().record(frames.nextLong()));
    }
  }
}
