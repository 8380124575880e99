package org.diorama.scenefile.grammar.material;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.surface.SurfaceKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.SurfaceParameterKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of a material's {@code surface}. */
final class SurfaceFinishKeys {
  private static final SurfaceParameterKind KINDS = Parameters.surface();

  static final Key<Parameter<SurfaceKind>> KIND_OF =
      Key.required("kind", KINDS, "What it is made of.")
          .example("{choice: {asphalt: 3, concrete: 1}}");
  static final Key<Parameter<Double>> VARIANT =
      Key.withDefault(
              "variant",
              Parameters.wholePerInstance(9999),
              "0",
              "Number of its pattern; each has one of its own.")
          .example("{uniform_int: [0, 3]}");
  static final Key<Parameter<Double>> SCALE =
      Key.withDefault(
              "scale",
              Parameters.perInstance(new NumberRange(0.01, 100), ""),
              "1",
              "Factor on all lengths of the pattern, which has its true size by default.")
          .example("0.5");
  static final Key<Parameter<Double>> WETNESS =
      Key.withDefault(
              "wetness",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "0",
              "From dry to soaked: the surface becomes darker and glossier; above 0.5 water"
                  + " stands in its hollows, on up to 35 % of level ground. Preparing each distinct"
                  + " value takes 0.2 s.")
          .example("{choice: [0, 0.4, 0.9]}");
  static final Key<Parameter<Double>> SNOW =
      Key.withDefault(
              "snow",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "0",
              "Share of level ground that snow covers, its hollows first. Preparing each"
                  + " distinct value takes 0.2 s.")
          .example("{choice: [0.3, 1]}");

  private static final MapKind<MaterialDescription.Surface> MAP =
      new MapKind<>(
          List.of(KIND_OF, VARIANT, SCALE, WETNESS, SNOW),
          values -> Optional.of(surface(values, values.get(KIND_OF))));

  static final Kind<MaterialDescription.Surface> KIND = new ScalarOrMapKind<>(new WordKind(), MAP);

  private SurfaceFinishKeys() {}

  private static MaterialDescription.Surface surface(Values values, Parameter<SurfaceKind> kind) {
    return new MaterialDescription.Surface(
        kind, values.get(VARIANT), values.get(SCALE), values.get(WETNESS), values.get(SNOW));
  }

  /** The kind alone, with defaults for the rest. */
  private record WordKind() implements Kind<MaterialDescription.Surface> {
    @Override
    public String expected() {
      return KINDS.expected().replace(" or a distribution", "");
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return Schema.anyOf(KINDS.plainSchema(schema), ReferenceSyntax.schema(schema));
    }

    @Override
    public Optional<MaterialDescription.Surface> read(YamlNode node, String path, Reading reading) {
      return KINDS
          .read(node, path, reading)
          .map(kind -> surface(new Values(path, reading.withoutResolving()), kind));
    }
  }
}
