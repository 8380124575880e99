package org.diorama.core.sample.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.math.DecimalText;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.FactorLevel;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;

/**
 * Decides what the factors of a frame are. A level is drawn once a sequence, by weight. Balanced
 * factors run through all their cells, a level of weight n being n cells, in every block of as many
 * sequences, each block in a random order of its own. A twin takes another cell of the factors that
 * vary, no two twins the same, and draws continuous ones anew.
 */
public final class FactorSampler {
  private static final StreamPath BALANCE = StreamPath.of("balance");
  private static final StreamPath TWINS = StreamPath.of("counterfactuals");

  private final long seed;
  private final List<Factor> factors;
  private final List<String> varied;
  private final LevelCells balancedCells;
  private final LevelCells variedCells;
  private final Map<String, Parameter<String>> levels = new LinkedHashMap<>();

  public FactorSampler(SceneDescription scene) {
    seed = scene.seed();
    factors = scene.factors();
    varied = scene.counterfactuals().vary();
    balancedCells = LevelCells.weighted(discrete(scene.balance()));
    variedCells = LevelCells.plain(discrete(varied));
    for (Factor factor : factors) {
      if (factor instanceof Factor.Discrete choice) {
        levels.put(factor.name(), new Parameter<>(factor.path(), byWeight(choice), Scope.SEQUENCE));
      }
    }
  }

  /**
   * @param factors in the order of the scene
   * @param levels of the discrete ones, by name
   */
  public record Decision(List<FactorLevel> factors, Map<String, String> levels) {}

  /** Logs every factor's value, and has the frame's parameters see those of continuous ones. */
  public Decision sample(FramePosition position, DrawLog draws) {
    Map<String, String> chosen = levels(position, draws);
    List<FactorLevel> decided = new ArrayList<>();
    for (Factor factor : factors) {
      if (factor instanceof Factor.Continuous continuous) {
        double value = number(continuous, position, draws);
        decided.add(new FactorLevel(factor.name(), DecimalText.of(value)));
      } else {
        String level = chosen.get(factor.name());
        draws.log(levels.get(factor.name()).path(), Scope.SEQUENCE, DrawSite.WHOLE, level);
        decided.add(new FactorLevel(factor.name(), level));
      }
    }
    return new Decision(decided, chosen);
  }

  private Map<String, String> levels(FramePosition position, DrawLog draws) {
    Map<String, String> chosen = new LinkedHashMap<>();
    levels.forEach((name, level) -> chosen.put(name, draws.unlogged(level, DrawSite.WHOLE)));
    chosen.putAll(balanced(position.sequence()));
    if (position.twin() > 0 && variedCells.size() > 1) {
      chosen.putAll(otherCell(chosen, position));
    }
    return chosen;
  }

  private Map<String, String> balanced(long sequence) {
    int size = balancedCells.size();
    RandomStream stream =
        new RandomStream(seed, BALANCE, sequence / size, DrawSite.WHOLE.identity());
    return balancedCells.at(RandomOrder.at((int) (sequence % size), size, stream));
  }

  private Map<String, String> otherCell(Map<String, String> chosen, FramePosition position) {
    RandomStream stream =
        new RandomStream(seed, TWINS, position.sequence(), DrawSite.WHOLE.identity());
    int own = variedCells.indexOf(chosen);
    int other = RandomOrder.at(position.twin() - 1, variedCells.size() - 1, stream);
    return variedCells.at(other < own ? other : other + 1);
  }

  private double number(Factor.Continuous factor, FramePosition position, DrawLog draws) {
    Parameter<Double> parameter = factor.value();
    if (position.twin() == 0 || !varied.contains(factor.name())) {
      return draws.number(parameter, DrawSite.WHOLE);
    }
    RandomStream stream =
        new RandomStream(seed, parameter.path(), position.sequence(), position.twin() - 1);
    double value = draws.draw(parameter, DrawSite.WHOLE, stream);
    draws.fix(parameter, value);
    return value;
  }

  private List<Factor.Discrete> discrete(List<String> names) {
    return names.stream()
        .flatMap(name -> factors.stream().filter(factor -> factor.name().equals(name)))
        .filter(Factor.Discrete.class::isInstance)
        .map(Factor.Discrete.class::cast)
        .toList();
  }

  private static Distribution<String> byWeight(Factor.Discrete factor) {
    return new Distribution.Choice<>(
        factor.levels().stream()
            .map(
                level ->
                    new Distribution.Option<>(
                        new Distribution.Constant<>(level.name()), level.weight()))
            .toList());
  }
}
