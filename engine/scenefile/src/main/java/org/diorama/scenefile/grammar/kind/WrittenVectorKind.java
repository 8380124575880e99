package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * {@code [x, y, z]} as a whole value that is never drawn.
 *
 * @param number each of the three
 */
public record WrittenVectorKind(NumberKind number) implements Kind<Vec3> {
  private PlainVectorKind vector() {
    return new PlainVectorKind(new PlainNumber(number.range(), false, number), 3);
  }

  @Override
  public String expected() {
    return vector().expected();
  }

  @Override
  public String unit() {
    return number.unit();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return vector().schema(schema);
  }

  @Override
  public Optional<Vec3> read(YamlNode node, String path, Reading reading) {
    Optional<Vec3> read = vector().read(node, path, reading);
    read.ifPresent(value -> reading.resolve(path, text(value)));
    return read;
  }

  private static String text(Vec3 value) {
    return DoubleStream.of(value.x(), value.y(), value.z())
        .mapToObj(DecimalText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
