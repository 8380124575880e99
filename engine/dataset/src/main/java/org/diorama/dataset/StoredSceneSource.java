package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.files.Sha256;

/**
 * How a dataset's scene is resolved: with it the files in {@code scene/} are the whole scene.
 *
 * @param file name of the scene's own file
 * @param settings of the command line, in the order they apply
 * @param files SHA-256 of each file of the scene by its name
 */
public record StoredSceneSource(
    String file, List<SceneSetting> settings, SortedMap<String, String> files) {
  public StoredSceneSource {
    settings = List.copyOf(settings);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (!files.containsKey(file)) {
      throw new IllegalArgumentException("the scene's file " + file + " is none of its files");
    }
  }

  /**
   * A file of the scene, which lies in the folder with symbolic links followed.
   *
   * @throws DioramaException BAD_INPUT where it is missing, or lies outside
   */
  static Path file(Path sceneFolder, String name) throws IOException {
    return RealPaths.within(sceneFolder, List.of(sceneFolder), name);
  }

  /**
   * Refuses to go on with a scene whose files are not those that the frames were made from.
   *
   * @param sceneFolder that holds the files
   * @throws DioramaException BAD_INPUT with the first file that is another, or not there
   */
  void requireIn(Path sceneFolder) throws IOException {
    for (Map.Entry<String, String> due : files.entrySet()) {
      Path file = sceneFolder.resolve(due.getKey());
      if (!Files.isRegularFile(file)
          || !Sha256.of(file(sceneFolder, due.getKey())).equals(due.getValue())) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            file
                + (Files.exists(file) ? " is another file than" : " is not there, unlike")
                + " when the first frame was made; put it back (SHA-256 "
                + due.getValue()
                + ")");
      }
    }
  }
}
