package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;

/** Looks at records that stand alone: all of a flat dataset, those of open blocks. */
final class RecordScan {
  private static final Pattern RECORD = Pattern.compile("(\\d{8,15})\\.json");

  private RecordScan() {}

  /** Numbers of the frames whose records are in a folder such as {@code records}. */
  static FrameSet numbers(Path folder) throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    for (Path file : DatasetFolder.entries(folder)) {
      Matcher name = RECORD.matcher(file.getFileName().toString());
      if (name.matches()) {
        numbers.add(Long.parseLong(name.group(1)));
      }
    }
    return FrameSet.of(numbers.build());
  }

  /**
   * What a committed frame is like.
   *
   * @param fault what is wrong with it
   * @param annotators what it says; absent where it cannot be read
   */
  record Finding(Optional<String> fault, Optional<Annotators> annotators) {}

  /**
   * What is wrong with a committed frame: an unreadable record, a file that is missing or has
   * another size. Contents are not hashed here, so that a run goes on within seconds; {@code
   * verify} does that.
   */
  static Finding look(DatasetFolder folder, Layout layout, long frame) throws IOException {
    String path = layout.record(frame);
    try {
      FrameRecord record = FrameRecords.read(folder.resolve(path));
      return new Finding(fault(folder, frame, record), Optional.of(record.annotators()));
    } catch (DioramaException e) {
      return new Finding(Optional.of(e.getMessage()), Optional.empty());
    }
  }

  static Optional<String> fault(DatasetFolder folder, long frame, FrameRecord record)
      throws IOException {
    if (record.number() != frame) {
      return Optional.of("its record is that of frame " + record.number());
    }
    for (RecordedFile file : record.files()) {
      Path path = folder.resolve(file.path());
      if (!Files.isRegularFile(path)) {
        return Optional.of(file.path() + " is missing");
      }
      long size = Files.size(path);
      if (size != file.bytes()) {
        return Optional.of(file.path() + " has " + size + " bytes, not " + file.bytes());
      }
    }
    return Optional.empty();
  }

  /** Frames of a folder's records that are sound, with all their files. */
  static FrameSet whole(DatasetFolder folder, Layout layout, Path records) throws IOException {
    LongStream.Builder whole = LongStream.builder();
    FrameSet all = numbers(folder.root().resolve(records));
    for (PrimitiveIterator.OfLong frames = all.iterator(); frames.hasNext(); ) {
      long frame = frames.nextLong();
      if (look(folder, layout, frame).fault().isEmpty()) {
        whole.add(frame);
      }
    }
    return FrameSet.of(whole.build());
  }
}
