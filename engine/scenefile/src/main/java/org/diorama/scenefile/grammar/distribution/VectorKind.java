package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Three numbers that may be randomized, each for itself, {@code [x, y, z]}, or as one draw.
 *
 * @param axis what stands at each axis
 * @param oneForAll whether a single number, drawn once, may stand for all three; otherwise they are
 *     a point, and a distribution of points may stand for them
 */
public record VectorKind(NumberParameterKind axis, boolean oneForAll)
    implements Kind<VectorParameter> {
  private static final List<String> AXES = List.of("x", "y", "z");

  @Override
  public String unit() {
    return axis.unit();
  }

  @Override
  public Optional<Kind<?>> below(String step) {
    return AXES.contains(step) ? Optional.of(axis) : Optional.empty();
  }

  @Override
  public String expected() {
    return "[x, y, z], each "
        + axis.expected()
        + (oneForAll ? ", or one for all axes" : "; or a distribution of points");
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> one = axis.schema(schema);
    Map<String, Object> three = Schema.list(one, AXES.size());
    return Schema.anyOf(three, oneForAll ? one : point().schema(schema));
  }

  @Override
  public Optional<VectorParameter> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      if (oneForAll) {
        return axis.read(node, path, reading)
            .<VectorParameter>map(one -> new VectorParameter.Axes(one, one, one));
      }
      if (node instanceof YamlNode.Mapping || ReferenceSyntax.nameIn(node).isPresent()) {
        return point().read(node, path, reading).map(VectorParameter.Joint::new);
      }
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (list.items().size() != AXES.size()) {
      reading.problem(list, path, "found a list of " + list.items().size(), this);
      return Optional.empty();
    }
    List<Parameter<Double>> axes = new ArrayList<>();
    for (int i = 0; i < AXES.size(); i++) {
      String at = MapKind.join(path, AXES.get(i));
      reading.locate(at, list.items().get(i).location());
      axis.read(list.items().get(i), at, reading).ifPresent(axes::add);
    }
    return axes.size() < AXES.size()
        ? Optional.empty()
        : Optional.of(new VectorParameter.Axes(axes.get(0), axes.get(1), axes.get(2)));
  }

  private PointParameterKind point() {
    return new PointParameterKind(axis.range(), axis.scopes());
  }
}
