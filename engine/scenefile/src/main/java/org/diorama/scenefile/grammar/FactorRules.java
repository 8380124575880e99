package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Factor;
import org.diorama.scenefile.grammar.kind.FactorUses;
import org.diorama.scenefile.grammar.kind.NumberSyntax;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Shown;

/** What factors, {@code balance} and {@code counterfactuals} demand of one another. */
final class FactorRules {
  /** Combinations of levels: each is a scene of its own to keep, and a cell to shuffle. */
  static final int MOST_CELLS = 1000;

  private final Reading reading;
  private final FactorUses uses;

  private FactorRules(Reading reading) {
    this.reading = reading;
    this.uses = reading.factors();
  }

  static void check(Reading reading) {
    FactorRules rules = new FactorRules(reading);
    rules.checkNames(reading.factors().balance());
    rules.checkNames(reading.factors().vary());
    rules.checkCombinations();
    rules.checkBalance();
    rules.checkTwins();
  }

  private void checkNames(Map<String, String> named) {
    named.forEach(
        (path, name) -> {
          if (!uses.names().contains(name)) {
            report(
                path,
                "the scene has no factor " + Shown.text(name),
                uses.names().isEmpty()
                    ? "Add it under factors."
                    : reading.advice(name, uses.names()));
          }
        });
  }

  private void checkCombinations() {
    double cells = 1;
    for (Factor.Discrete factor : discrete(uses.all().keySet())) {
      cells *= factor.levels().size();
    }
    if (cells > MOST_CELLS) {
      report(
          "factors",
          DecimalText.of(cells) + " combinations of levels",
          "Keep them to " + MOST_CELLS + ".");
    }
  }

  private void checkBalance() {
    List<Factor.Discrete> balanced = new ArrayList<>();
    boolean whole = true;
    for (Map.Entry<String, String> use : uses.balance().entrySet()) {
      Factor factor = uses.all().get(use.getValue());
      if (factor instanceof Factor.Continuous) {
        report(
            use.getKey(),
            use.getValue() + " is a distribution and has no levels to balance",
            "Name factors with levels.");
      } else if (factor instanceof Factor.Discrete discrete) {
        balanced.add(discrete);
        whole &= checkWeights(discrete);
      }
    }
    double cells = 1;
    for (Factor.Discrete factor : balanced) {
      cells *= factor.levels().stream().mapToDouble(Factor.Level::weight).sum();
    }
    if (whole && cells > MOST_CELLS) {
      report(
          "balance",
          DecimalText.of(cells) + " cells, the product of the sums of weights",
          "Keep them to " + MOST_CELLS + " with smaller weights or fewer factors.");
    }
  }

  /** A level of weight n is n cells. */
  private boolean checkWeights(Factor.Discrete factor) {
    boolean whole = true;
    for (Factor.Level level : factor.levels()) {
      if (!NumberSyntax.isWhole(level.weight())) {
        whole = false;
        report(
            factor.path() + "." + level.name() + ".weight",
            DecimalText.of(level.weight()) + " is not whole, and balance counts by weights",
            "Write a whole number.");
      }
    }
    return whole;
  }

  private void checkTwins() {
    List<Factor.Discrete> varied = discrete(uses.vary().values());
    if (varied.isEmpty() || !uses.all().keySet().containsAll(uses.vary().values())) {
      return;
    }
    long cells = 1;
    for (Factor.Discrete factor : varied) {
      cells *= factor.levels().stream().filter(level -> level.weight() > 0).count();
    }
    if (uses.twins() > cells - 1) {
      report(
          "counterfactuals.twins",
          uses.twins()
              + (uses.twins() == 1 ? " twin needs" : " twins need")
              + " as many other levels, and there are "
              + (cells - 1),
          "Ask for fewer twins, or add levels.");
    }
  }

  private List<Factor.Discrete> discrete(Collection<String> names) {
    return names.stream()
        .map(uses.all()::get)
        .filter(Factor.Discrete.class::isInstance)
        .map(Factor.Discrete.class::cast)
        .toList();
  }

  private void report(String path, String problem, String advice) {
    reading.problem(reading.location(path), path, problem, advice);
  }
}
