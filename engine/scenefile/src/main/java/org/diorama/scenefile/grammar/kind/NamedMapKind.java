package org.diorama.scenefile.grammar.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/**
 * A map whose keys are names that the author chooses.
 *
 * @param title what messages call one entry, with its article
 * @param item what each name stands for
 * @param ordered whether the order of the entries means something
 * @param names what a name may be
 * @param most how many entries there may be
 */
public record NamedMapKind<T>(String title, Kind<T> item, boolean ordered, TextKind names, int most)
    implements Kind<List<T>> {
  /** The key of an entry that copies another. */
  public static final String LIKE = "like";

  /** Names that are steps of dotted paths, and no more. */
  public NamedMapKind(String title, Kind<T> item, boolean ordered) {
    this(title, item, ordered, TextKind.ANY_NAME, YamlTreeReader.MAX_VALUES);
  }

  /** The same map of a few entries. */
  public NamedMapKind<T> atMost(int entries) {
    return new NamedMapKind<>(title, item, ordered, names, entries);
  }

  /** The same map with names of another form. */
  public NamedMapKind<T> withNames(TextKind form) {
    return new NamedMapKind<>(title, item, ordered, form, most);
  }

  @Override
  public Optional<Kind<?>> named() {
    return Optional.of(item);
  }

  @Override
  public String expected() {
    return "a map from names to " + item.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> map =
        Schema.of(
            "type",
            "object",
            "propertyNames",
            Schema.of("pattern", "^(?:" + names.pattern() + ")$"),
            "additionalProperties",
            schema.isPart() ? KeySchema.orMark(entry(schema), schema) : entry(schema));
    if (most < YamlTreeReader.MAX_VALUES) {
      map.put("maxProperties", most);
    }
    return map;
  }

  /** An entry, or a copy of one beside it and what is laid over that. */
  private Map<String, Object> entry(Schema schema) {
    Map<String, Object> entry = item.schema(schema);
    if (item.keys().isEmpty()) {
      return entry;
    }
    if (schema.isPart()) {
      return schema.define(definition(), () -> copy(schema));
    }
    return Schema.of(
        "if",
        Schema.required(LIKE),
        "then",
        schema.part().define(definition(), () -> copy(schema.part())),
        "else",
        entry);
  }

  private String definition() {
    return title.replaceFirst("^an? ", "").replace(' ', '_');
  }

  private Map<String, Object> copy(Schema part) {
    Map<String, Object> copy = item.schema(part);
    if (copy.get("properties") instanceof Map<?, ?> properties) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put(
          LIKE,
          Schema.of(
              "description",
              "The entry beside this one that it copies; other keys override the copy's.",
              "type",
              List.of("string", "number", "boolean")));
      properties.forEach((key, value) -> all.put((String) key, value));
      copy.put("properties", all);
    }
    return copy;
  }

  @Override
  public Optional<List<T>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (mapping.entries().size() > most) {
      reading.problem(
          node.location(),
          path,
          "found " + mapping.entries().size() + " entries",
          "Write at most " + most + ".");
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    boolean complete = true;
    for (YamlNode.Entry entry : mapping.entries()) {
      String at = MapKind.join(path, entry.key());
      if (!names.pattern().matcher(entry.key()).matches()) {
        complete = false;
        reading.problem(
            entry.location(),
            path,
            "\""
                + Shown.text(entry.key())
                + "\" cannot be the name of "
                + title
                + TextKind.misfit(entry.key()),
            "Write " + names.expected() + ".");
        continue;
      }
      reading.locate(at, entry.value().location());
      Optional<T> value = item.read(entry.value(), at, reading);
      value.ifPresent(items::add);
      complete &= value.isPresent();
    }
    if (ordered) {
      reading.resolve(
          path,
          mapping.entries().stream().map(YamlNode.Entry::key).collect(Collectors.joining(", ")));
    }
    return complete ? Optional.of(items) : Optional.empty();
  }
}
