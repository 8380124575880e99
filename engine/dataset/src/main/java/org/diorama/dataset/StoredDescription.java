package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.Layout;
import tools.jackson.core.JacksonException;

/**
 * What the first run of a dataset fixes: {@code scene/configuration.json}.
 *
 * @param version of this file's form
 * @param source of the scene: how the files beside this one are resolved
 */
record StoredDescription(
    int version, Layout layout, StoredSceneSource source, DatasetDescription description) {
  static final String PATH = "scene/configuration.json";
  static final int VERSION = 7;

  /** Absent in a folder that holds no dataset yet. */
  static Optional<StoredDescription> read(DatasetFolder folder) throws IOException {
    return read(folder.root());
  }

  /** Absent in a folder that holds no dataset. */
  static Optional<StoredDescription> read(Path root) throws IOException {
    Path file = root.resolve(PATH);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    OptionalInt version = StrictJson.version(bytes);
    if (version.isPresent() && version.getAsInt() != VERSION) {
      throw new DioramaException(
          ExitStatus.OTHER_CONFIGURATION,
          file
              + ": written by another engine (form "
              + version.getAsInt()
              + ", not "
              + VERSION
              + "); choose another --out");
    }
    try {
      return Optional.of(StrictJson.instance().readValue(bytes, StoredDescription.class));
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "dataset configuration", e);
    }
  }

  void write(DatasetFolder folder) throws IOException {
    folder.write(PATH, StrictJson.line(this));
  }
}
