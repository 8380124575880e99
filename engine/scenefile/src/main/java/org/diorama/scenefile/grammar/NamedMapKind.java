package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A map whose keys are names that the author chooses.
 *
 * @param title what messages call one entry, with its article
 * @param item what each name stands for
 * @param ordered whether the order of the entries means something
 */
record NamedMapKind<T>(String title, Kind<T> item, boolean ordered) implements Kind<List<T>> {
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
    return Schema.of(
        "type",
        "object",
        "propertyNames",
        Schema.of("pattern", "^" + TextKind.STEP + "$"),
        "additionalProperties",
        item.schema(schema));
  }

  @Override
  public Optional<List<T>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    boolean complete = true;
    for (YamlNode.Entry entry : mapping.entries()) {
      String at = MapKind.join(path, entry.key());
      if (!TextKind.STEP.matcher(entry.key()).matches()) {
        complete = false;
        reading.problem(
            entry.location(),
            path,
            "\"" + Shown.text(entry.key()) + "\" cannot be the name of " + title,
            "Write letters, digits, spaces, dashes and underscores.");
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
