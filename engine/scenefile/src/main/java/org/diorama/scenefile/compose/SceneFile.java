package org.diorama.scenefile.compose;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a scene is made of.
 *
 * @param name relative to the folder of the scene, with slashes; of a shipped library {@code
 *     diorama/NAME.yaml}
 * @param shown how messages name it
 * @param path to read it from, links resolved; empty for a shipped library
 */
record SceneFile(String name, String shown, Optional<Path> path) {

  /** What is the same for two names of one file. */
  String identity() {
    return path.map(Path::toString).orElse(name);
  }

  /** Names the files from the scene to one that it includes by others. */
  static String chain(Iterable<SceneFile> files) {
    StringBuilder text = new StringBuilder();
    for (SceneFile file : files) {
      text.append(text.isEmpty() ? "" : " includes ").append(file.name());
    }
    return text.toString();
  }
}
