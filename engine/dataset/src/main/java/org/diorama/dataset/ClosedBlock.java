package org.diorama.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A complete block: {@code blocks/00012.json}, whose presence closes it.
 *
 * @param files of the frames, by rising frame, then the block's own
 */
record ClosedBlock(Head head, List<RecordedFile> files) {
  private static final int VERSION = 3;

  /**
   * What runs read. It comes first, so that they need not read the thousands of files behind it.
   *
   * @param frames as {@link FrameSet} text
   * @param formats of its annotations
   * @param own files that belong to no frame: packed records, annotations
   */
  record Head(
      int version,
      long block,
      String frames,
      Tally tally,
      SortedSet<String> formats,
      List<RecordedFile> own) {
    FrameSet frameSet() {
      return FrameSet.parse(frames);
    }
  }

  /**
   * @param formats of the block's annotations
   * @param frameFiles by rising frame
   * @param own files of the block that belong to no frame
   */
  static ClosedBlock of(
      long block,
      FrameSet frames,
      Tally tally,
      SortedSet<String> formats,
      List<RecordedFile> frameFiles,
      List<RecordedFile> own) {
    List<RecordedFile> files = new ArrayList<>(frameFiles);
    files.addAll(own);
    Head head = new Head(VERSION, block, frames.toString(), tally, formats, own);
    return new ClosedBlock(head, files);
  }

  /** Reads the head alone, up to where the files begin. */
  static Head readHead(Path file, long block) throws IOException {
    Head head;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = StrictJson.instance().createParser(in)) {
      boolean begins =
          parser.nextToken() == JsonToken.START_OBJECT
              && "head".equals(parser.nextName())
              && parser.nextToken() == JsonToken.START_OBJECT;
      head = begins ? parser.readValueAs(Head.class) : null;
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "closed block", e);
    }
    if (head == null
        || head.version() != VERSION
        || head.block() != block
        || !namesFrames(head.frames())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, file + ": not the closing of block " + block + " by this engine");
    }
    return head;
  }

  private static boolean namesFrames(String text) {
    try {
      return !FrameSet.parse(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
