package org.diorama.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.dataset.files.Sha256;

/**
 * The scene as its author gave it: all that it takes to resolve it again.
 *
 * @param file the scene's own among the files
 * @param settings of the command line, in the order they apply
 * @param files contents by names relative to the scene's folder, what the scene includes too
 */
public record SceneSource(String file, List<SceneSetting> settings, Map<String, byte[]> files) {
  public SceneSource {
    settings = List.copyOf(settings);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What the dataset's configuration keeps of it, beside the files themselves. */
  StoredSceneSource stored() {
    Map<String, String> digests = new TreeMap<>();
    files.forEach((name, bytes) -> digests.put(name, Sha256.of(bytes)));
    return new StoredSceneSource(file, settings, new TreeMap<>(digests));
  }
}
