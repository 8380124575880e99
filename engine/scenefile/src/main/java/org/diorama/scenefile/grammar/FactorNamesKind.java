package org.diorama.scenefile.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diorama.scenefile.grammar.kind.FactorUses;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Names of factors, each once.
 *
 * @param uses where the names are noted, to be looked up once all factors are read
 */
record FactorNamesKind(Function<FactorUses, Map<String, String>> uses)
    implements Kind<List<String>> {
  private static final TextKind NAME = new TextKind("the name of a factor", TextKind.STEP);

  @Override
  public String expected() {
    return "a list of names of factors";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type", "array", "items", NAME.schema(schema), "minItems", 1, "uniqueItems", true);
  }

  @Override
  public Optional<List<String>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (list.items().isEmpty()) {
      reading.problem(node, path, "the list is empty", this);
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    boolean complete = true;
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      String at = MapKind.join(path, Integer.toString(i));
      reading.locate(at, item.location());
      Optional<String> name = NAME.read(item, at, reading);
      if (name.filter(names::contains).isPresent()) {
        reading.problem(
            item.location(), at, name.get() + " is named twice", "Name each factor once.");
      }
      boolean fresh = name.isPresent() && !names.contains(name.get());
      if (fresh) {
        names.add(name.get());
        uses.apply(reading.factors()).put(at, name.get());
      }
      complete &= fresh;
    }
    return complete ? Optional.of(List.copyOf(names)) : Optional.empty();
  }
}
