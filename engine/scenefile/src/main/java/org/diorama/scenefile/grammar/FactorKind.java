package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.distribution.DefinitionsKind;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A factor: a map from levels to what they change, or a distribution of a number. */
final class FactorKind implements Kind<Factor> {
  private static final NumberParameterKind NUMBER =
      new NumberParameterKind(
          new NumberRange(-1e9, 1e9), "", false, false, List.of(Scope.SEQUENCE));
  private static final NamedMapKind<Factor.Level> LEVELS =
      new NamedMapKind<>("a level", FactorKeys.LEVEL, true).atMost(FactorRules.MOST_CELLS);

  @Override
  public String expected() {
    return "a map from levels to " + FactorKeys.LEVEL.expected() + ", or a distribution";
  }

  @Override
  public Optional<Kind<?>> named() {
    return LEVELS.named();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> levels = LEVELS.schema(schema);
    levels.put("minProperties", 1);
    Map<String, Object> factor = Schema.of("type", "object");
    factor.putAll(Schema.anyOf(levels, NUMBER.schema(schema)));
    return factor;
  }

  @Override
  public Optional<Factor> read(YamlNode node, String path, Reading reading) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    reading.factors().declare(name);
    if (!(node instanceof YamlNode.Mapping map)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    Optional<Factor> factor =
        isContinuous(map)
            ? NUMBER.read(node, path, reading).map(value -> new Factor.Continuous(name, value))
            : LEVELS
                .read(node, path, reading)
                .filter(levels -> canOccur(levels, node, path, reading))
                .map(levels -> new Factor.Discrete(name, levels));
    factor.ifPresent(reading.factors()::add);
    return factor;
  }

  /** Makes the factors that are numbers known to those that refer to them, as definitions are. */
  static void define(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping map && map.entries().size() <= DefinitionsKind.MOST) {
      map.entries().stream()
          .filter(entry -> isContinuous(entry.value()))
          .forEach(entry -> DefinitionsKind.define(entry, path, reading));
    }
  }

  /** Whether a factor's node is a distribution. */
  static boolean isContinuous(YamlNode node) {
    return node instanceof YamlNode.Mapping map
        && map.entries().stream().anyMatch(FactorKind::isDistribution);
  }

  /** A level may have the name of a distribution: it is told from one by what it holds. */
  private static boolean isDistribution(YamlNode.Entry entry) {
    boolean level =
        entry.value() instanceof YamlNode.Mapping map
            && map.entries().stream()
                .allMatch(each -> FactorKeys.LEVEL.names().contains(each.key()));
    return NUMBER.names().contains(entry.key()) && !level;
  }

  private static boolean canOccur(
      List<Factor.Level> levels, YamlNode node, String path, Reading reading) {
    if (levels.isEmpty()) {
      reading.problem(
          node.location(),
          path,
          "no level",
          "Write LEVEL: {set: {…}} for each, or a distribution.");
      return false;
    }
    if (levels.stream().allMatch(level -> level.weight() == 0)) {
      reading.problem(
          node.location(), path, "all weights are 0", "Give at least one level a weight above 0.");
      return false;
    }
    return true;
  }
}
