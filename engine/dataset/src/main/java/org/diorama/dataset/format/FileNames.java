package org.diorama.dataset.format;

import java.util.regex.Pattern;

/** Names of the author's that become part of file names. */
final class FileNames {
  /** No dot: tools end the name of a sample at the first one. */
  private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private FileNames() {}

  static boolean isSound(String name) {
    return SOUND.matcher(name).matches();
  }
}
