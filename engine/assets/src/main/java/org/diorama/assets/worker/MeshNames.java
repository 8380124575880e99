package org.diorama.assets.worker;

import java.util.regex.Pattern;

/** Names of nodes and meshes as a file has them, without those that Assimp makes up. */
final class MeshNames {
  /** Longer names are cut. */
  static final int MAX_LENGTH = 100;

  private static final Pattern MADE_UP =
      Pattern.compile("|<.*>|(nodes|meshes)\\[\\d+](-\\d+)?|default(object)?|ROOT");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final String file;

  /**
   * @param file whose name Assimp gives to the root of what is in it
   */
  MeshNames(String file) {
    this.file = file;
  }

  /** A name of a node or mesh, or another one where it is none. */
  String of(String name, String otherwise) {
    String plain = CONTROL.matcher(name).replaceAll(" ").strip();
    if (plain.equals(file) || MADE_UP.matcher(plain).matches()) {
      return otherwise;
    }
    return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
  }
}
