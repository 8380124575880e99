package org.diorama.scenefile.grammar.kind;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A map with known keys.
 *
 * @param keys in the order of a reference
 * @param rules which keys go together; the builder reports what they say in words
 * @param builder makes the value where every key was read, and may report problems
 * @param unsupported keys that a later version may have
 */
public record MapKind<T>(
    List<Key<?>> keys, KeyRules rules, Builder<T> builder, List<String> unsupported)
    implements Kind<T> {

  /** So many keys are not listed where a few will do. */
  private static final int MANY = 8;

  private static final int SAMPLE = 3;

  /** Makes a map's value, empty where it reported a problem. */
  public interface Builder<T> {
    Optional<T> build(Values values);

    /** Reports what can be told of those keys that were read, where others were not. */
    default void check(Values values) {}
  }

  public MapKind {
    keys = List.copyOf(keys);
    unsupported = List.copyOf(unsupported);
  }

  /** A map whose keys do not depend on one another. */
  public MapKind(List<Key<?>> keys, Builder<T> builder) {
    this(keys, List.of(), builder);
  }

  /** A map that refuses any other key as unknown. */
  public MapKind(List<Key<?>> keys, List<Map<String, Object>> rules, Builder<T> builder) {
    this(keys, new KeyRules(rules), builder);
  }

  /** The same, with rules that its builder knows too. */
  public MapKind(List<Key<?>> keys, KeyRules rules, Builder<T> builder) {
    this(keys, rules, builder, List.of());
  }

  /** The same, refusing these keys as not yet supported. */
  public MapKind<T> refusing(List<String> names) {
    return new MapKind<>(keys, rules, builder, names);
  }

  @Override
  public String expected() {
    if (keys.size() > MANY) {
      return "a map with keys such as " + String.join(", ", names().subList(0, SAMPLE));
    }
    return (keys.size() == 1 ? "a map with the key " : "a map with the keys ")
        + String.join(", ", names());
  }

  public List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  @Override
  public Set<String> displaced(Collection<String> earlier, Collection<String> later) {
    return rules.displaced(earlier, later);
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.forEach(key -> properties.put(key.name(), KeySchema.of(key, schema)));
    List<String> required = keys.stream().filter(Key::required).map(Key::name).toList();
    Map<String, Object> map = Schema.of("type", "object", "properties", properties);
    if (!required.isEmpty() && !schema.isPart()) {
      map.put("required", required);
    }
    map.put("additionalProperties", false);
    if (!rules.schema().isEmpty() && !schema.isPart()) {
      map.put("allOf", rules.schema());
    }
    return map;
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
      if (key == null && unsupported.contains(entry.key())) {
        complete = false;
        reading.problem(
            entry.location(),
            path,
            entry.key() + " is not supported by this version",
            "Remove it.");
      } else if (key == null) {
        complete = false;
        reading.problem(
            entry.location(),
            path,
            "unknown key " + Shown.text(entry.key()),
            advice(entry.key(), reading));
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
        if (reading.whole(path)) {
          reading.problem(
              node.location(),
              path,
              "key " + key.name() + " is missing",
              "Add " + key.name() + ": " + key.kind().expected() + ".");
        }
      }
    }
    for (List<String> forms : rules.alternatives()) {
      if (forms.stream().noneMatch(form -> mapping.find(form).isPresent())) {
        complete = false;
        if (reading.whole(path)) {
          reading.problem(
              node.location(),
              path,
              "none of " + String.join(", ", forms) + " is there",
              "Add one of these keys.");
        }
      }
    }
    if (complete) {
      return builder.build(values);
    }
    rules.together(
        values, keys.stream().filter(key -> mapping.find(key.name()).isPresent()).toList());
    builder.check(values);
    return Optional.empty();
  }

  /** A key that is known one step below was most likely meant there. */
  private String advice(String unknown, Reading reading) {
    if (reading.nearest(unknown, names()).isEmpty()) {
      for (Key<?> key : keys) {
        if (key.kind().keys().stream().anyMatch(below -> below.name().equals(unknown))) {
          return "Write it under " + key.name() + ".";
        }
      }
    }
    return reading.advice(unknown, names());
  }

  public static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
