package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A list of like things.
 *
 * @param things what messages call them, in the plural
 * @param item one of them
 * @param least how many there are at least
 */
record ListKind<T>(String things, Kind<T> item, int least) implements Kind<List<T>> {
  /** More would be a mistake, or an attack. */
  static final int MOST = 10_000;

  @Override
  public String expected() {
    return "a list of " + things + (least > 1 ? ", at least " + least : "");
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type", "array", "items", item.schema(schema), "minItems", least, "maxItems", MOST);
  }

  @Override
  public Optional<List<T>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    int size = list.items().size();
    if (size < least || size > MOST) {
      reading.problem(
          list, path, size == 0 ? "the list is empty" : "found a list of " + size, this);
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      item.read(list.items().get(i), MapKind.join(path, Integer.toString(i)), reading)
          .ifPresent(items::add);
    }
    return items.size() < size ? Optional.empty() : Optional.of(items);
  }
}
