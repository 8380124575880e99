package org.diorama.scenefile.grammar.distribution;

import org.diorama.scenefile.yaml.YamlNode;

/** A value that has a name. What it is, its uses tell: a number, color, point or rotation. */
final class Definition {
  private final String name;
  private final String path;
  private final YamlNode node;
  private boolean broken;

  /**
   * @param path of its random stream, such as {@code define.speed}
   */
  Definition(String name, String path, YamlNode node) {
    this.name = name;
    this.path = path;
    this.node = node;
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  YamlNode node() {
    return node;
  }

  /** Whether a problem of its own was reported: its uses then report nothing more. */
  boolean isBroken() {
    return broken;
  }

  void setBroken() {
    broken = true;
  }
}
