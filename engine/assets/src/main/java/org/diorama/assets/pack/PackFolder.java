package org.diorama.assets.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a pack is, or would be, installed. Archives are proven by digest when they are installed
 * and by their size when they are used.
 */
public record PackFolder(PackManifest manifest, Path folder) {
  /**
   * @param packs the folder of all packs
   */
  public static PackFolder of(PackManifest manifest, Path packs) {
    return new PackFolder(manifest, packs.resolve(manifest.name()));
  }

  public Path archive(PackArchive archive) {
    return folder.resolve(archive.file());
  }

  /** Whether every archive is there, complete. */
  public boolean isInstalled() {
    return manifest.archives().stream().allMatch(this::isComplete);
  }

  private boolean isComplete(PackArchive archive) {
    Path file = archive(archive);
    try {
      return Files.isRegularFile(file) && Files.size(file) == archive.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
