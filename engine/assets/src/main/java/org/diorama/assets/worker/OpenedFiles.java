package org.diorama.assets.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.assets.bake.InputFile;
import org.diorama.assets.source.ModelSource;

/** Reads a model's files, each once, and remembers every name that was asked for. */
final class OpenedFiles {
  private static final int MAX_FILES = 1000;

  private final ModelSource source;
  private final Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
  private IOException failure;

  OpenedFiles(ModelSource source) {
    this.source = source;
  }

  /**
   * The content of a file; empty where there is none.
   *
   * @throws IOException where it is refused or cannot be read; {@link #failure} keeps the first
   *     such exception, because native code in between swallows it
   */
  Optional<byte[]> read(String name) throws IOException {
    Optional<byte[]> known = contents.get(name);
    if (known != null) {
      return known;
    }
    try {
      if (contents.size() == MAX_FILES) {
        throw new IOException("refers to more than " + MAX_FILES + " files");
      }
      Optional<byte[]> content = source.read(name);
      contents.put(name, content);
      return content;
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      throw e;
    }
  }

  /** Throws what a callback had to swallow. */
  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Every file that was asked for, found or not, in the order of the first asking. */
  List<InputFile> inputs() throws IOException {
    List<InputFile> inputs = new ArrayList<>();
    for (String name : contents.keySet()) {
      inputs.add(new InputFile(name, source.digest(name)));
    }
    return inputs;
  }
}
