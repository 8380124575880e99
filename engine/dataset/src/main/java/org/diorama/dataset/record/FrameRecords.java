package org.diorama.dataset.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.scene.ImageDescription;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.core.JacksonException;

/** Records as files: one line of JSON each, UTF-8, the same bytes for the same record. */
public final class FrameRecords {
  private FrameRecords() {}

  /** The record's file, line feed at its end included. */
  public static byte[] encode(FrameRecord record) {
    return StrictJson.line(record);
  }

  /**
   * Reads a record, for replay or for labels.
   *
   * @throws DioramaException BAD_INPUT where the file is missing or is no record, with the line and
   *     column of the fault; INPUT_OUTPUT where it cannot be read
   */
  public static FrameRecord read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": there is no such record");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileFailures.writing(file, e);
    }
    return decode(bytes, file.toString());
  }

  /**
   * Reads a record from memory.
   *
   * @param source name of its place, for messages
   */
  public static FrameRecord decode(byte[] bytes, String source) {
    OptionalInt version = StrictJson.version(bytes);
    if (version.isPresent() && version.getAsInt() != FrameRecord.VERSION) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          source
              + ": a record of version "
              + version.getAsInt()
              + "; this engine reads version "
              + FrameRecord.VERSION);
    }
    try {
      FrameRecord record = StrictJson.instance().readValue(bytes, FrameRecord.class);
      if (record == null) {
        throw new DioramaException(ExitStatus.BAD_INPUT, source + ": no frame record: null");
      }
      requireImages(record, source);
      return record;
    } catch (JacksonException e) {
      throw StrictJson.unreadable(source, "frame record", e);
    }
  }

  private static void requireImages(FrameRecord record, String source) {
    for (SampledCamera camera : record.frame().cameras()) {
      int width = camera.pinhole().width();
      int height = camera.pinhole().height();
      if (width < 1
          || height < 1
          || width > ImageDescription.MAX_SIDE
          || height > ImageDescription.MAX_SIDE) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            "%s: no frame record: an image of %d x %d pixels".formatted(source, width, height));
      }
    }
  }
}
