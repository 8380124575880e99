package org.diorama.assets.pack;

/**
 * One archive of a pack.
 *
 * @param sha256 lower-case hexadecimal
 * @param license SPDX identifier
 */
public record PackArchive(String file, long bytes, String sha256, String license) {
  /** The file's name without its suffix, as category tables write it. */
  public String stem() {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
