package org.diorama.scenefile.grammar.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.yaml.YamlNode;

/** Names of files in the order they are laid over one another: one, or a list. */
public record IncludeKind() implements Kind<List<IncludeKind.Name>> {
  /** Files of one scene. */
  public static final int MOST_FILES = 64;

  private static final TextKind NAME = new TextKind("the name of a file", TextKind.ANY_LINE);

  /** One name and where it was written. */
  public record Name(String text, Location location) {}

  @Override
  public String expected() {
    return "a file, or a list of files, by their names relative to this one";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> one = NAME.schema(schema);
    return Schema.anyOf(one, Schema.of("type", "array", "items", one, "maxItems", MOST_FILES));
  }

  @Override
  public Optional<List<Name>> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    List<YamlNode> nodes = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
    if (nodes.size() > MOST_FILES) {
      reading.problem(
          node.location(),
          path,
          "found a list of " + nodes.size(),
          "Name at most " + MOST_FILES + " files.");
      return Optional.empty();
    }
    List<Name> names = new ArrayList<>();
    for (YamlNode one : nodes) {
      NAME.read(one, path, reading.withoutResolving())
          .ifPresent(text -> names.add(new Name(text, one.location())));
    }
    return names.size() < nodes.size() ? Optional.empty() : Optional.of(names);
  }
}
