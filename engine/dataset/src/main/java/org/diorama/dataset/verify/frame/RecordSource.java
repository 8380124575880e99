package org.diorama.dataset.verify.frame;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.PrimitiveIterator;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;

/** The records of a group, one after the other: files of their own, or lines of a packed one. */
final class RecordSource implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 30;

  private final Path root;
  private final FrameGroup group;
  private final PrimitiveIterator.OfLong frames;
  private InputStream packed;
  private long frame;

  RecordSource(Path root, FrameGroup group) {
    this.root = root;
    this.group = group;
    this.frames = group.frames().iterator();
  }

  boolean hasNext() {
    return frames.hasNext();
  }

  /** Goes on to the next frame, whose number it returns. */
  long advance() {
    frame = frames.nextLong();
    return frame;
  }

  /** The path of the present frame's record. */
  String path() {
    return group.block().isPresent()
        ? "records/" + group.blockName() + ".jsonl.zst"
        : "records/" + group.frameName(frame) + ".json";
  }

  /**
   * The bytes of the present frame's record; to be called once for each.
   *
   * @throws FaultyFile RECORD_UNREADABLE, FILE_UNREADABLE
   */
  byte[] bytes() throws IOException, FaultyFile {
    try {
      return group.block().isPresent() ? line() : PresentFile.bytes(root.resolve(path()));
    } catch (NoSuchFileException e) {
      throw new FaultyFile(Fault.RECORD_UNREADABLE, "it is not there");
    }
  }

  private byte[] line() throws IOException, FaultyFile {
    if (packed == null) {
      packed =
          new BufferedInputStream(new ZstdInputStream(PresentFile.stream(root.resolve(path()))));
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int value = packed.read();
      while (value >= 0 && value != '\n' && line.size() < LONGEST_LINE) {
        line.write(value);
        value = packed.read();
      }
    } catch (ZstdIOException e) {
      throw new FaultyFile(Fault.RECORD_UNREADABLE, "packed records: " + e.getMessage());
    }
    if (line.size() == 0) {
      throw new FaultyFile(Fault.RECORD_UNREADABLE, "it has no line for frame " + frame);
    }
    return line.toByteArray();
  }

  @Override
  public void close() throws IOException {
    if (packed != null) {
      packed.close();
    }
  }
}
