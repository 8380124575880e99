package org.diorama.dataset;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FolderLocks;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;

/**
 * Blocks of frames. Open, a block's records stand alone; closed, they are one compressed file, and
 * {@code blocks/NUMBER.json} says so. That file alone decides: without it packed records are a
 * left-over, with it single records are.
 */
final class Blocks {
  private static final int COMPRESSION = 3;

  private final DatasetFolder folder;
  private final DatasetDescription description;

  Blocks(DatasetFolder folder, DatasetDescription description) {
    this.folder = folder;
    this.description = description;
  }

  static String closingPath(long block) {
    return "blocks/" + Layout.blockName(block) + ".json";
  }

  /** The block that a file of {@link #closingPath} closes. */
  static long block(RecordedFile closing) {
    return Long.parseLong(closing.path().replaceAll("[^0-9]", ""));
  }

  static String packedPath(long block) {
    return recordFolder(block) + ".jsonl.zst";
  }

  private static String recordFolder(long block) {
    return "records/" + Layout.blockName(block);
  }

  boolean isClosed(long block) {
    return Files.exists(folder.resolve(closingPath(block)));
  }

  ClosedBlock.Head head(long block) throws IOException {
    return ClosedBlock.readHead(folder.resolve(closingPath(block)), block);
  }

  /** Frames that are committed. */
  FrameSet committed(long block) throws IOException {
    return isClosed(block)
        ? head(block).frameSet()
        : RecordScan.numbers(folder.resolve(recordFolder(block)));
  }

  /** Whether all files of a closed block that belong to no frame are there, by their sizes. */
  boolean isWhole(long block) throws IOException {
    for (RecordedFile own : head(block).own()) {
      if (!folder.holds(own)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Opens a closed block again that lacks a file of its own, or a format that was asked for since,
   * so that closing makes it anew.
   */
  void reopenIfTorn(long block) throws IOException {
    if (isClosed(block) && !(isWhole(block) && hasAllFormats(block))) {
      reopen(block);
    }
  }

  private boolean hasAllFormats(long block) throws IOException {
    return head(block).formats().containsAll(RequestedFormats.read(folder.root()));
  }

  /** Closes the block if it holds all of these frames; nothing where it is closed. */
  void closeIfComplete(long block, FrameSet wanted) throws IOException {
    folder
        .locks()
        .holding(
            FolderLocks.block(block),
            () -> {
              if (isClosed(block)) {
                removeSingleRecords(block);
                return;
              }
              FrameSet committed = committed(block);
              if (!committed.isEmpty() && committed.containsAll(wanted)) {
                close(block);
              }
            });
  }

  private void close(long block) throws IOException {
    FrameSet frames = committed(block);
    List<RecordedFile> files = new ArrayList<>();
    try (AnnotationPass annotations =
            new AnnotationPass(folder, Layout.BLOCKS, description, OptionalLong.of(block));
        StagedFile packed = folder.stage(packedPath(block))) {
      ZstdOutputStreamNoFinalizer lines = new ZstdOutputStreamNoFinalizer(packed, COMPRESSION);
      try {
        for (PrimitiveIterator.OfLong numbers = frames.iterator(); numbers.hasNext(); ) {
          long number = numbers.nextLong();
          Path file = folder.resolve(Layout.BLOCKS.record(number));
          byte[] bytes = Files.readAllBytes(file);
          FrameRecord record = FrameRecords.decode(bytes, file.toString());
          lines.write(bytes);
          files.addAll(record.files());
          files.addAll(annotations.add(record));
        }
      } finally {
        lines.closeWithoutClosingParentStream();
      }
      List<RecordedFile> own = new ArrayList<>(List.of(packed.end()));
      folder.publish(packed);
      own.addAll(annotations.end());
      folder.settle(files);
      folder.settle(own);
      ClosedBlock closed =
          ClosedBlock.of(block, frames, annotations.tally(), annotations.formats(), files, own);
      folder.write(closingPath(block), StrictJson.line(closed));
    }
    removeSingleRecords(block);
  }

  private void removeSingleRecords(long block) throws IOException {
    String records = recordFolder(block);
    List<Path> singles = DatasetFolder.entries(folder.resolve(records));
    for (Path single : singles) {
      folder.delete(records + "/" + single.getFileName());
    }
    folder.delete(records);
  }

  /** Makes a closed block open again: its records stand alone. Nothing where it is open. */
  void reopen(long block) throws IOException {
    folder
        .locks()
        .holding(
            FolderLocks.block(block),
            () -> {
              if (isClosed(block)) {
                unpack(block);
                folder.delete(closingPath(block));
              }
              folder.delete(packedPath(block));
            });
  }

  /**
   * Makes a block open again whose closing or packed records are damaged or missing; each record
   * that can be read stands alone then. Nothing where both are sound, or the block is open.
   *
   * @param due frames that the block should have
   * @param always whether it becomes open though both are sound
   */
  void salvage(long block, FrameSet due, boolean always) throws IOException {
    folder
        .locks()
        .holding(
            FolderLocks.block(block),
            () -> {
              boolean packed = Files.exists(folder.resolve(packedPath(block)));
              if (isClosed(block) ? always || !isSound(block, due) : packed) {
                try {
                  unpack(block);
                } catch (DioramaException e) {
                  // What is not unpacked is missing, and rendered again.
                }
                folder.delete(closingPath(block));
                folder.delete(packedPath(block));
              }
            });
  }

  /** Whether a closing can be read, and all records of its frames, which are those that are due. */
  private boolean isSound(long block, FrameSet due) throws IOException {
    try {
      FrameSet frames = head(block).frameSet();
      return frames.equals(packed(block, record -> {})) && frames.containsAll(due);
    } catch (DioramaException e) {
      return false;
    }
  }

  /**
   * Frames whose records can be read, packed or alone, and whose files are there by their sizes.
   */
  FrameSet whole(long block) throws IOException {
    LongStream.Builder torn = LongStream.builder();
    FrameSet packed =
        packed(
            block,
            record -> {
              if (RecordScan.fault(folder, record.number(), record).isPresent()) {
                torn.add(record.number());
              }
            });
    return packed
        .minus(FrameSet.of(torn.build()))
        .plus(RecordScan.whole(folder, Layout.BLOCKS, Path.of(recordFolder(block))));
  }

  /** Takes a record that could be read. */
  private interface PackedVisitor {
    void visit(FrameRecord record) throws IOException;
  }

  /** Those whose packed records can be read. */
  private FrameSet packed(long block, PackedVisitor visitor) throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    try {
      forEachPacked(
          block,
          (record, bytes) -> {
            numbers.add(record.number());
            visitor.visit(record);
          });
    } catch (DioramaException e) {
      // Those before the damage count.
    }
    return FrameSet.of(numbers.build());
  }

  private void unpack(long block) throws IOException {
    forEachPacked(
        block, (record, bytes) -> folder.write(Layout.BLOCKS.record(record.number()), bytes));
  }

  /** Frames of a closed block that lack some of the annotators. */
  FrameSet lacking(long block, Annotators wanted) throws IOException {
    if (head(block).tally().isSaidOfAll(wanted)) {
      return FrameSet.EMPTY;
    }
    LongStream.Builder lacking = LongStream.builder();
    forEachPacked(
        block,
        (record, bytes) -> {
          if (!record.annotators().covers(wanted)) {
            lacking.add(record.number());
          }
        });
    return FrameSet.of(lacking.build());
  }

  @FunctionalInterface
  private interface RecordVisitor {
    void visit(FrameRecord record, byte[] bytes) throws IOException;
  }

  private void forEachPacked(long block, RecordVisitor visitor) throws IOException {
    Path packed = folder.resolve(packedPath(block));
    if (!Files.exists(packed)) {
      throw damaged(packed, block, "missing", null);
    }
    try (InputStream lines =
        new BufferedInputStream(new ZstdInputStream(Files.newInputStream(packed)))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int value;
      while ((value = lines.read()) >= 0) {
        line.write(value);
        if (value == '\n') {
          byte[] bytes = line.toByteArray();
          FrameRecord record = FrameRecords.decode(bytes, packed.toString());
          visitor.visit(record, bytes);
          line.reset();
        }
      }
    } catch (ZstdIOException e) {
      throw damaged(packed, block, e);
    }
  }

  /** The error of packed records that do not unpack. */
  static DioramaException damaged(Path packed, long block, ZstdIOException failure) {
    return damaged(packed, block, "damaged (" + failure.getMessage() + ")", failure);
  }

  private static DioramaException damaged(
      Path packed, long block, String what, ZstdIOException failure) {
    return new DioramaException(
        ExitStatus.BAD_INPUT,
        packed
            + ": "
            + what
            + "; remove "
            + closingPath(block)
            + " and run the same render command to make the block again",
        failure);
  }
}
