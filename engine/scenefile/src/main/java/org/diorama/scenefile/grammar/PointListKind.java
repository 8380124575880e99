package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Points one after the other, each of which may be randomized.
 *
 * @param least how many there must be
 */
record PointListKind(VectorKind point, int least) implements Kind<List<VectorParameter>> {
  /** Most points of a list. */
  static final int MOST = 1000;

  @Override
  public String unit() {
    return point.unit();
  }

  @Override
  public Optional<Kind<?>> below(String step) {
    return step.matches("[0-9]+") ? Optional.of(point) : Optional.empty();
  }

  @Override
  public String expected() {
    return "a list of " + least + " to " + MOST + " points, each " + point.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type", "array", "items", point.schema(schema), "minItems", least, "maxItems", MOST);
  }

  @Override
  public Optional<List<VectorParameter>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    int size = list.items().size();
    if (size < least || size > MOST) {
      reading.problem(list, path, "found a list of " + size, this);
      return Optional.empty();
    }
    List<VectorParameter> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String at = MapKind.join(path, Integer.toString(i));
      reading.locate(at, list.items().get(i).location());
      point.read(list.items().get(i), at, reading).ifPresent(points::add);
    }
    return points.size() < size ? Optional.empty() : Optional.of(points);
  }
}
