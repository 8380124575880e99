package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.core.JacksonException;

/**
 * Every format that any run asked for: {@code scene/formats.json}. Without that file the dataset
 * has the usual one.
 */
record RequestedFormats(SortedSet<String> formats) {
  static final String PATH = "scene/formats.json";

  RequestedFormats {
    formats = Collections.unmodifiableSortedSet(new TreeSet<>(formats));
  }

  static SortedSet<String> read(Path root) throws IOException {
    Path file = root.resolve(PATH);
    if (!Files.exists(file)) {
      return new TreeSet<>(Collections.singleton(Formats.DEFAULT));
    }
    try {
      SortedSet<String> formats =
          StrictJson.instance()
              .readValue(Files.readAllBytes(file), RequestedFormats.class)
              .formats();
      if (formats.isEmpty() || !Formats.names().containsAll(formats)) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, file + ": formats " + formats + "; there are " + Formats.names());
      }
      return formats;
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "list of formats", e);
    }
  }

  /** Chooses the formats of a dataset that is about to begin; none means the usual one. */
  static void begin(DatasetFolder folder, SortedSet<String> formats) throws IOException {
    folder.delete(PATH);
    if (!formats.isEmpty() && !formats.equals(read(folder.root()))) {
      folder.write(PATH, StrictJson.line(new RequestedFormats(formats)));
    }
  }

  /**
   * Adds formats; a dataset that lacks one of them is not finished any more.
   *
   * @return whether one was lacking
   */
  static boolean add(DatasetFolder folder, SortedSet<String> formats) throws IOException {
    SortedSet<String> present = read(folder.root());
    if (present.containsAll(formats)) {
      return false;
    }
    SortedSet<String> all = new TreeSet<>(present);
    all.addAll(formats);
    folder.delete(DatasetOpening.SUCCESS);
    folder.write(PATH, StrictJson.line(new RequestedFormats(all)));
    return true;
  }
}
