package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import tools.jackson.core.JacksonException;

/** Every frame that any run asked for: {@code scene/requested.json}. */
record RequestedFrames(String frames) {
  static final String PATH = "scene/requested.json";

  static FrameSet read(Path root) throws IOException {
    Path file = root.resolve(PATH);
    if (!Files.exists(file)) {
      return FrameSet.EMPTY;
    }
    try {
      return FrameSet.parse(
          StrictJson.instance()
              .readValue(Files.readAllBytes(file), RequestedFrames.class)
              .frames());
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "list of requested frames", e);
    } catch (IllegalArgumentException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
  }

  static void write(DatasetFolder folder, FrameSet frames) throws IOException {
    folder.write(PATH, StrictJson.line(new RequestedFrames(frames.toString())));
  }
}
