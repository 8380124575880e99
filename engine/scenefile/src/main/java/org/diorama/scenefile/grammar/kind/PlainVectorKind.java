package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Numbers that are written down, {@code [x, y, z]} or {@code [x, y]}, as part of a larger value.
 *
 * @param number one of them
 * @param size 2 or 3; z is 0 where there are two
 */
public record PlainVectorKind(PlainNumber number, int size) implements Kind<Vec3> {
  @Override
  public String expected() {
    return (size == 2 ? "[x, y]" : "[x, y, z]") + ", each " + number.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.list(number.schema(), size);
  }

  @Override
  public Optional<Vec3> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (list.items().size() != size) {
      reading.problem(list, path, "found a list of " + list.items().size(), this);
      return Optional.empty();
    }
    double[] values = new double[3];
    for (int i = 0; i < size; i++) {
      Optional<Double> value = number.read(list.items().get(i), path, reading);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[i] = value.get();
    }
    return Optional.of(new Vec3(values[0], values[1], values[2]));
  }
}
