package org.diorama.scenefile.grammar.kind;

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
 * @param most how many there are at most
 */
public record ListKind<T>(String things, Kind<T> item, int least, int most)
    implements Kind<List<T>> {
  /** More would be a mistake, or an attack. */
  private static final int MOST = 10_000;

  /** Most points of a way, and times at them. */
  public static final int MOST_POINTS = 1000;

  /** As many as a scene may hold. */
  public ListKind(String things, Kind<T> item, int least) {
    this(things, item, least, MOST);
  }

  @Override
  public String unit() {
    return item.unit();
  }

  @Override
  public Optional<Kind<?>> below(String step) {
    return step.matches("[0-9]+") ? Optional.of(item) : Optional.empty();
  }

  @Override
  public String expected() {
    return most < MOST
        ? "a list of " + least + " to " + most + " " + things
        : "a list of " + things + (least > 1 ? ", at least " + least : "");
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type", "array", "items", item.schema(schema), "minItems", least, "maxItems", most);
  }

  @Override
  public Optional<List<T>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    int size = list.items().size();
    if (size < least || size > most) {
      reading.problem(
          list, path, size == 0 ? "the list is empty" : "found a list of " + size, this);
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String at = MapKind.join(path, Integer.toString(i));
      reading.locate(at, list.items().get(i).location());
      item.read(list.items().get(i), at, reading).ifPresent(items::add);
    }
    return items.size() < size ? Optional.empty() : Optional.of(items);
  }
}
