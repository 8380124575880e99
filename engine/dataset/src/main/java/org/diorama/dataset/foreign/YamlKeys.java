package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.DioramaException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys at the top of a small YAML file, with the lines that they stand in. */
final class YamlKeys {
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final Map<?, ?> values;
  private final Map<String, Integer> lines;

  private YamlKeys(Path file, Map<?, ?> values, Map<String, Integer> lines) {
    this.file = file;
    this.values = values;
    this.lines = lines;
  }

  /**
   * @throws DioramaException BAD_INPUT where it is not YAML, or holds no keys
   */
  static YamlKeys read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw ForeignEntry.bad(file, "is longer than " + LONGEST + " bytes");
    }
    String text = Files.readString(file);
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(10).setUseMarks(true).build();
    try {
      if (!(new Load(settings).loadFromString(text) instanceof Map<?, ?> values)) {
        throw ForeignEntry.bad(file, "holds no keys");
      }
      Map<String, Integer> lines = new HashMap<>();
      new Compose(settings)
          .composeString(text)
          .filter(MappingNode.class::isInstance)
          .ifPresent(node -> lines((MappingNode) node, lines));
      return new YamlKeys(file, values, lines);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ":")
              .orElse("");
      throw ForeignEntry.bad(file + place, "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw ForeignEntry.bad(file, "is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static void lines(MappingNode node, Map<String, Integer> lines) {
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        key.getStartMark().ifPresent(mark -> lines.put(key.getValue(), mark.getLine() + 1));
      }
    }
  }

  /** Keys that are texts, in the order of the file. */
  List<String> names() {
    return values.keySet().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** Null where there is no such key, or nothing at it. */
  Object get(String key) {
    return values.get(key);
  }

  /** A fault of a key's value, or of its absence. */
  DioramaException bad(String key, String what) {
    String place = lines.containsKey(key) ? ":" + lines.get(key) + ":" : "";
    return ForeignEntry.bad(file + place, what);
  }
}
