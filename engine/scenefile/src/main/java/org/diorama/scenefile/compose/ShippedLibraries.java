package org.diorama.scenefile.compose;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.diorama.core.NearestNames;

/** The libraries of {@code scenes/lib}, which scenes everywhere include as {@code diorama/…}. */
public final class ShippedLibraries {
  /** Names that start with it are those of shipped libraries, whatever folders a scene has. */
  static final String PREFIX = "diorama/";

  /** Names of the files. */
  public static final List<String> FILES = List.of("indoor.yaml", "outdoor.yaml", "studio.yaml");

  private ShippedLibraries() {}

  /**
   * @param file such as {@code outdoor.yaml}
   */
  static SceneFile find(String file) throws RefusedInclude {
    if (!FILES.contains(file)) {
      throw new RefusedInclude(
          "no library " + file + " ships with Diorama", NearestNames.advice(file, FILES));
    }
    return new SceneFile(PREFIX + file, PREFIX + file, Optional.empty());
  }

  /**
   * @param name with the prefix
   */
  static InputStream open(String name) throws IOException {
    String resource = "library/" + name.substring(PREFIX.length());
    InputStream in = ShippedLibraries.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not part of this build");
    }
    return in;
  }
}
