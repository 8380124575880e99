package org.diorama.scenefile.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.NearestNames;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A map with known keys.
 *
 * @param keys in the order of a reference
 * @param builder makes the value; it runs only where every key was read, and may report problems
 */
record MapKind<T>(List<Key<?>> keys, Builder<T> builder) implements Kind<T> {

  /** Makes a map's value, empty where it reported a problem. */
  interface Builder<T> {
    Optional<T> build(Values values);
  }

  MapKind {
    keys = List.copyOf(keys);
  }

  @Override
  public String expected() {
    return (keys.size() == 1 ? "a map with the key " : "a map with the keys ")
        + String.join(", ", names());
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  @Override
  public Optional<T> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    Map<String, Key<?>> byName = new HashMap<>();
    keys.forEach(key -> byName.put(key.name(), key));
    Values values = new Values(path, reading);
    boolean complete = true;
    for (YamlNode.Entry entry : mapping.entries()) {
      Key<?> key = byName.get(entry.key());
      String at = join(path, entry.key());
      if (key == null) {
        complete = false;
        reading.problem(
            entry.location(),
            path,
            "unknown key " + Shown.text(entry.key()),
            NearestNames.advice(entry.key(), names()));
      } else {
        reading.locate(at, entry.value().location());
        Optional<?> value = key.kind().read(entry.value(), at, reading);
        value.ifPresent(present -> values.put(key, present));
        complete &= value.isPresent();
      }
    }
    for (Key<?> key : keys) {
      if (key.required() && mapping.find(key.name()).isEmpty()) {
        complete = false;
        reading.problem(
            node.location(),
            path,
            "key " + key.name() + " is missing",
            "Add " + key.name() + ": " + key.kind().expected() + ".");
      }
    }
    return complete ? builder.build(values) : Optional.empty();
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
