package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Objects in the frame of another.
 *
 * @param objects what may stand here; nothing where objects are nested deeply enough
 */
public record ChildrenKind(Optional<NamedMapKind<ObjectDescription>> objects)
    implements Kind<List<ObjectDescription>> {
  @Override
  public Optional<Kind<?>> named() {
    return objects.flatMap(NamedMapKind::named);
  }

  @Override
  public String expected() {
    return objects.isPresent()
        ? "a map from names to objects, as under objects"
        : "no objects below " + DrawSite.MOST_LEVELS + " levels of objects";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return objects.map(kind -> kind.schema(schema)).orElseGet(() -> Schema.not(Schema.of()));
  }

  @Override
  public Optional<List<ObjectDescription>> read(YamlNode node, String path, Reading reading) {
    if (objects.isPresent()) {
      return objects.get().read(node, path, reading);
    }
    reading.problem(
        node.location(),
        path,
        "objects are nested in more than " + DrawSite.MOST_LEVELS + " levels",
        "Let some levels be one.");
    return Optional.empty();
  }
}
