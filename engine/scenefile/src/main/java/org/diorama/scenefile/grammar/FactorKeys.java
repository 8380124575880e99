package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Counterfactuals;
import org.diorama.core.scene.Factor;
import org.diorama.scenefile.grammar.kind.FactorUses;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of {@code factors} and of {@code counterfactuals}. */
final class FactorKeys {
  private static final int MOST_TWINS = 1000;

  static final Key<Double> WEIGHT =
      Key.withDefault(
              "weight",
              new NumberKind(new NumberRange(0, 1e9), ""),
              "1",
              "How often it comes, relative to the others.")
          .example("3");
  static final Key<YamlNode> SET =
      Key.optional(
              SceneKeys.SET,
              new PartKind(),
              "What the level changes: keys of the scene, laid over it as an include is.")
          .example("{lighting: {sun: none}}");

  /** One level of a factor. */
  static final MapKind<Factor.Level> LEVEL =
      new MapKind<>(
          List.of(WEIGHT, SET),
          values -> Optional.of(new Factor.Level(values.name(), values.get(WEIGHT))));

  /** All factors of a scene. */
  static final Kind<List<Factor>> KIND =
      new NamedMapKind<>("a factor", new FactorKind(), true).atMost(FactorRules.MOST_CELLS);

  static final Key<List<String>> VARY =
      Key.required(
              "vary",
              new FactorNamesKind(FactorUses::vary),
              "Factors in which a frame's twins differ from it, and in nothing else.")
          .example("[weather]");
  static final Key<Long> TWINS =
      Key.withDefault(
              "twins", new WholeKind(1, MOST_TWINS), "1", "How many each frame has besides itself.")
          .example("2");

  static final MapKind<Counterfactuals> COUNTERFACTUALS =
      new MapKind<>(
          List.of(VARY, TWINS),
          values -> {
            int twins = values.get(TWINS).intValue();
            values.reading().factors().twins(twins);
            return Optional.of(new Counterfactuals(values.get(VARY), twins));
          });

  private FactorKeys() {}
}
