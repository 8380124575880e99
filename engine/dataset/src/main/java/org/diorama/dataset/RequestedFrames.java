package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import tools.jackson.core.JacksonException;

/**
 * Every frame and every annotator that any run asked for: {@code scene/requested.json}.
 *
 * @param frames as {@link FrameSet} text
 * @param annotators in the order of {@link Annotator}
 */
record RequestedFrames(String frames, List<Annotator> annotators) {
  static final String PATH = "scene/requested.json";
  private static final RequestedFrames NONE = new RequestedFrames("", List.of());

  RequestedFrames {
    annotators = List.copyOf(annotators);
  }

  FrameSet frameSet() {
    return FrameSet.parse(frames);
  }

  /** These and what another run asks for. */
  RequestedFrames plus(FrameSet more, Annotators asked) {
    return new RequestedFrames(frameSet().plus(more).toString(), asked.plus(annotators).names());
  }

  static RequestedFrames read(Path root) throws IOException {
    Path file = root.resolve(PATH);
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      RequestedFrames requested =
          StrictJson.instance().readValue(Files.readAllBytes(file), RequestedFrames.class);
      FrameSet.parse(requested.frames());
      return requested;
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "list of requested frames", e);
    } catch (IllegalArgumentException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
  }

  void write(DatasetFolder folder) throws IOException {
    folder.write(PATH, StrictJson.line(this));
  }
}
