package org.diorama.scenefile.yaml;

import java.util.List;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;

/** A YAML document as a tree that remembers where everything was written. */
public sealed interface YamlNode {
  Location location();

  /** Values of a tree: itself, and those below it. */
  static long count(YamlNode node) {
    if (node instanceof Sequence sequence) {
      return 1 + sequence.items().stream().mapToLong(YamlNode::count).sum();
    }
    if (node instanceof Mapping mapping) {
      return 1 + mapping.entries().stream().mapToLong(entry -> 1 + count(entry.value())).sum();
    }
    return 1;
  }

  /** How messages name this kind of node. */
  String kind();

  /**
   * @param plain whether it was written without quotes: only then it can be a number or a flag
   */
  record Scalar(Location location, String text, boolean plain) implements YamlNode {
    /** Whether nothing was written, or YAML's null. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : plain ? text : "the text \"" + text + "\"";
    }
  }

  /** A list. */
  record Sequence(Location location, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map; its keys differ from one another. */
  record Mapping(Location location, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** The map less a key. */
    public Mapping without(String key) {
      return new Mapping(
          location, entries.stream().filter(entry -> !entry.key().equals(key)).toList());
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /** One key of a map and its value. */
  record Entry(Location location, String key, YamlNode value) {}
}
