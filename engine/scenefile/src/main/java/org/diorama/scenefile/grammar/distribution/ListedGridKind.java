package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A grid whose cells are listed: alone, or in a map that may name the grids it is joined with. */
final class ListedGridKind<T> implements Kind<Distribution<T>> {
  private final Kind<List<Distribution<T>>> cells;
  private final Kind<Distribution<T>> joined;

  ListedGridKind(ParameterKind<T> kind) {
    cells = SharedFamilies.items(kind);
    Key<List<Distribution<T>>> values = Key.required("values", cells, "One a cell.");
    joined =
        new MapKind<>(
            List.of(values, SharedFamilies.JOINT),
            map ->
                Optional.of(
                    new Distribution.Grid<>(
                        map.get(values), SharedFamilies.stride(map, map.get(values).size()))));
  }

  @Override
  public String expected() {
    return cells.expected() + ", or " + joined.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.anyOf(cells.schema(schema), joined.schema(schema));
  }

  @Override
  public Optional<Distribution<T>> read(YamlNode node, String path, Reading reading) {
    return node instanceof YamlNode.Mapping
        ? joined.read(node, path, reading.withoutResolving())
        : cells.read(node, path, reading).map(values -> new Distribution.Grid<>(values, 1));
  }
}
