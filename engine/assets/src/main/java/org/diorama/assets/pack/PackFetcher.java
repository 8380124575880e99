package org.diorama.assets.pack;

import java.nio.file.Path;

/** Gets the package that a pack comes from. */
public interface PackFetcher {
  /**
   * Downloads the package into a folder.
   *
   * @throws org.diorama.core.DioramaException where it cannot be had, with what to do instead
   */
  Path fetch(PackManifest manifest, Path folder);

  /**
   * Unpacks a package into an empty folder and returns that folder.
   *
   * @throws org.diorama.core.DioramaException where it is no sound package
   */
  Path unpack(Path debianPackage, Path folder);
}
