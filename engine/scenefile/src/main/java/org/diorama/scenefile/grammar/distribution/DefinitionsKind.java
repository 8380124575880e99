package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/** A map from names to values that {@code $name} refers to; becomes the names. */
public final class DefinitionsKind implements Kind<List<String>> {
  /** More are no values that places share. */
  public static final int MOST = 1000;

  @Override
  public Optional<Kind<?>> named() {
    return Optional.of(new DefinitionKind());
  }

  @Override
  public String expected() {
    return "a map from names to values or distributions";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type",
        "object",
        "propertyNames",
        Schema.of("pattern", "^" + ReferenceSyntax.NAME + "$"),
        "additionalProperties",
        new DefinitionKind().schema(schema),
        "maxProperties",
        MOST);
  }

  @Override
  public Optional<List<String>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (mapping.entries().size() > MOST) {
      reading.problem(
          node.location(),
          path,
          "found " + mapping.entries().size() + " entries",
          "Write at most " + MOST + ".");
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (ReferenceSyntax.NAME.matcher(entry.key()).matches()) {
        reading.locate(MapKind.join(path, entry.key()), entry.value().location());
        names.add(entry.key());
      } else {
        reading.problem(
            entry.location(),
            path,
            "\"" + Shown.text(entry.key()) + "\" cannot be the name of a definition",
            "Write letters, digits and underscores; begin with no digit.");
      }
    }
    return names.size() < mapping.entries().size() ? Optional.empty() : Optional.of(names);
  }

  /** Makes the values known to those that refer to them, where they are not too many. */
  public static void define(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping mapping && mapping.entries().size() <= MOST) {
      mapping.entries().forEach(entry -> define(entry, path, reading));
    }
  }

  /** Makes one value known to those that refer to it. */
  public static void define(YamlNode.Entry entry, String path, Reading reading) {
    if (ReferenceSyntax.NAME.matcher(entry.key()).matches()) {
      Definitions.of(reading)
          .add(new Definition(entry.key(), MapKind.join(path, entry.key()), entry.value()));
    }
  }
}
