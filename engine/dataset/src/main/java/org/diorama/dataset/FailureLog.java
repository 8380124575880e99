package org.diorama.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FolderLocks;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import tools.jackson.core.JacksonException;

/**
 * The frames that failed, one line of JSON each in {@code failed.jsonl}, by rising number. Failures
 * are rare, so each one rewrites the file: readers never meet half a line.
 */
final class FailureLog {
  static final String PATH = "failed.jsonl";

  private final DatasetFolder folder;

  FailureLog(DatasetFolder folder) {
    this.folder = folder;
  }

  static SortedMap<Long, FailedFrame> read(Path root) throws IOException {
    SortedMap<Long, FailedFrame> failures = new TreeMap<>();
    Path file = root.resolve(PATH);
    if (!Files.exists(file)) {
      return failures;
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      try {
        FailedFrame failure = StrictJson.instance().readValue(lines.get(i), FailedFrame.class);
        failures.put(failure.frame(), failure);
      } catch (JacksonException e) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            file + ":" + (i + 1) + ": not a failed frame; remove the line to render it again",
            e);
      }
    }
    return failures;
  }

  /** Adds a failure, among those of other writers. */
  void add(FailedFrame failure) throws IOException {
    folder
        .locks()
        .holding(
            FolderLocks.SETUP,
            () -> {
              SortedMap<Long, FailedFrame> failures = read(folder.root());
              failures.put(failure.frame(), failure);
              write(failures.values());
            });
  }

  /** Replaces the log; no failure, no file. The caller holds the folder. */
  void write(Collection<FailedFrame> failures) throws IOException {
    if (failures.isEmpty()) {
      folder.delete(PATH);
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (FailedFrame failure : failures) {
      lines.writeBytes(StrictJson.line(failure));
    }
    folder.write(PATH, lines.toByteArray());
  }

  static FrameSet frames(SortedMap<Long, FailedFrame> failures) {
    return FrameSet.of(failures.keySet().stream().mapToLong(Long::longValue));
  }
}
