package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Annotators;
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
  private final SceneSource source;
  private final DatasetRequest request;
  private final List<String> notices = new ArrayList<>();
  private StoredDescription stored;
  private Annotators annotators;
  private FrameSet requested;
  private FrameSet discarded = FrameSet.EMPTY;
  private FrameSet outdated = FrameSet.EMPTY;
  private FrameSet failed = FrameSet.EMPTY;

  DatasetOpening(
      DatasetFolder folder,
      DatasetDescription description,
      SceneSource source,
      DatasetRequest request) {
    this.folder = folder;
    this.description = description;
    this.source = source;
    this.request = request;
  }

  OpenedDataset run() throws IOException {
    folder.locks().holding(FolderLocks.SETUP, this::settleConfiguration);
    annotators = request.annotators().plus(RequestedFrames.read(folder.root()).annotators());
    FrameSet remaining = remaining();
    if (!outdated.isEmpty()) {
      notices.add(
          outdated.size()
              + (outdated.size() == 1 ? " frame is" : " frames are")
              + " rendered again to have all of the annotators "
              + annotators.text());
    }
    folder.locks().holding(FolderLocks.SETUP, () -> extend(remaining));
    return new OpenedDataset(
        stored.layout(), stored.description(), annotators, requested, remaining, failed, notices);
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
    for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
      folder.write(SCENE + "/" + file.getKey(), file.getValue());
    }
    Layout layout = request.layout().orElseGet(() -> Layout.forFrames(request.all().size()));
    RequestedFormats.begin(folder, request.formats());
    stored = new StoredDescription(StoredDescription.VERSION, layout, source.stored(), description);
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

  /** Own frames that are complete and say all that is wanted of them. */
  private FrameSet committed() throws IOException {
    if (stored.layout() == Layout.FLAT) {
      return sound(RecordScan.numbers(folder.resolve("records")));
    }
    Blocks blocks = new Blocks(folder, stored.description());
    FrameSet committed = FrameSet.EMPTY;
    for (long block : Layout.blocksOf(request.own())) {
      FrameSet there = blocks.committed(block);
      committed = committed.plus(blocks.isClosed(block) ? closed(blocks, block) : sound(there));
    }
    return committed;
  }

  private FrameSet closed(Blocks blocks, long block) throws IOException {
    FrameSet lacking = blocks.lacking(block, annotators);
    outdated = outdated.plus(lacking.and(request.own()));
    return blocks.committed(block).minus(lacking);
  }

  private FrameSet sound(FrameSet recorded) throws IOException {
    LongStream.Builder sound = LongStream.builder();
    LongStream.Builder damaged = LongStream.builder();
    LongStream.Builder lacking = LongStream.builder();
    for (PrimitiveIterator.OfLong own = recorded.and(request.own()).iterator(); own.hasNext(); ) {
      long frame = own.nextLong();
      RecordScan.Finding found = RecordScan.look(folder, stored.layout(), frame);
      if (found.fault().isPresent()) {
        damaged.add(frame);
        notices.add("frame " + frame + " is damaged and rendered again: " + found.fault().get());
      } else if (found.annotators().orElseThrow().covers(annotators)) {
        sound.add(frame);
      } else {
        lacking.add(frame);
      }
    }
    discarded = discarded.plus(FrameSet.of(damaged.build()));
    outdated = outdated.plus(FrameSet.of(lacking.build()));
    return FrameSet.of(sound.build());
  }

  /** Makes the folder ready to take the remaining frames; from here on it is not finished. */
  private void extend(FrameSet remaining) throws IOException {
    RequestedFormats.add(folder, request.formats());
    RequestedFrames before = RequestedFrames.read(folder.root());
    RequestedFrames now = before.plus(request.all(), request.annotators());
    requested = now.frameSet();
    if (remaining.isEmpty() && now.equals(before)) {
      return;
    }
    folder.delete(SUCCESS);
    if (!now.equals(before)) {
      now.write(folder);
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
