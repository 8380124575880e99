package org.diorama.cli.scene;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.yaml.YamlTreeReader;

/**
 * A scene file, and the files of instances that it names.
 *
 * @param lines YAML
 * @param instanceFiles lines of JSON, by the files' names
 */
record FrozenText(List<String> lines, Map<String, List<String>> instanceFiles) {
  /** Whether a text is as small as scene files must be. */
  static boolean isReadable(List<String> lines) {
    // One more than allowed tells a text that is too large.
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() > YamlTreeReader.MAX_BYTES) {
        return false;
      }
      text.append(line).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return YamlTreeReader.read("", bytes, new Problems()).isPresent();
  }

  boolean isReadable() {
    return isReadable(lines);
  }
}
