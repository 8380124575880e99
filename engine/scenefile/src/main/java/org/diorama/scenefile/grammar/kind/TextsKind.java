package org.diorama.scenefile.grammar.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diorama.scenefile.yaml.YamlNode;

/** One text or a list of texts whose order and repetition mean nothing; sorted. */
public record TextsKind(TextKind item) implements Kind<List<String>> {
  @Override
  public String expected() {
    return item.expected() + ", or a list of such";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> one = item.schema(schema);
    return Schema.anyOf(one, Schema.of("type", "array", "items", one, "minItems", 1));
  }

  @Override
  public Optional<List<String>> read(YamlNode node, String path, Reading reading) {
    List<YamlNode> nodes = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
    if (nodes.isEmpty()) {
      reading.problem(node, path, "the list is empty", this);
      return Optional.empty();
    }
    SortedSet<String> texts = new TreeSet<>();
    boolean complete = true;
    for (YamlNode one : nodes) {
      Optional<String> text = item.read(one, path, reading.withoutResolving());
      text.ifPresent(texts::add);
      complete &= text.isPresent();
    }
    if (!complete) {
      return Optional.empty();
    }
    reading.resolve(path, String.join(", ", texts));
    return Optional.of(List.copyOf(texts));
  }
}
