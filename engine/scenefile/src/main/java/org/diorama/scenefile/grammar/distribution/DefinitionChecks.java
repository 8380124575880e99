package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.core.NearestNames;
import org.diorama.scenefile.diagnostic.Findings;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/** Checks definitions by themselves: names, cycles, and that some place could use each. */
final class DefinitionChecks {
  /** Values that one definition may stand for, those of its references included. */
  private static final long MOST_PARTS = 1000;

  /** Definitions that one may lead to, one after the other. */
  private static final int LONGEST_CHAIN = 100;

  private final Map<String, Definition> byName;
  private final Reading reading;
  private final Set<String> open = new LinkedHashSet<>();
  private final Map<String, Long> parts = new HashMap<>();
  private final Map<String, Integer> chains = new HashMap<>();

  DefinitionChecks(Map<String, Definition> byName, Reading reading) {
    this.byName = byName;
    this.reading = reading;
  }

  void run() {
    byName.values().forEach(this::check);
  }

  /** What a definition refers to is checked first; it is broken where that is. */
  private void check(Definition definition) {
    if (parts.containsKey(definition.name())) {
      return;
    }
    open.add(definition.name());
    long total = 1;
    int chain = 1;
    for (YamlNode.Scalar reference : references(definition.node())) {
      String name = ReferenceSyntax.nameIn(reference).orElseThrow();
      Definition target = byName.get(name);
      if (target == null && !reading.whole()) {
        definition.setBroken();
      } else if (target == null) {
        fail(definition, reference, "nothing is defined as $" + Shown.text(name), advice(name));
      } else if (open.contains(name)) {
        fail(definition, reference, "it needs itself: " + cycle(name), "Break the circle.");
      } else if (open.size() == LONGEST_CHAIN) {
        // Not a step further: the stack is as long as the chain.
        chain = LONGEST_CHAIN + 1;
      } else {
        check(target);
        chain = Math.max(chain, 1 + chains.get(name));
        total = Math.min(MOST_PARTS + 1, total + parts.get(name));
        if (target.isBroken()) {
          definition.setBroken();
        }
      }
    }
    open.remove(definition.name());
    parts.put(definition.name(), total);
    chains.put(definition.name(), chain);
    if (chain > LONGEST_CHAIN && !definition.isBroken()) {
      fail(
          definition,
          definition.node(),
          "more than " + LONGEST_CHAIN + " definitions lead to one another",
          "Refer to fewer definitions.");
    }
    if (total > MOST_PARTS) {
      fail(
          definition,
          definition.node(),
          "with all that it refers to it has more than " + MOST_PARTS + " parts",
          "Refer to fewer definitions.");
    }
    if (!definition.isBroken()) {
      checkValue(definition);
    }
  }

  /** A value is sound where one kind of place could use it; else the nearest kind tells why not. */
  private void checkValue(Definition definition) {
    List<Problems> refusals = new ArrayList<>();
    for (ParameterKind<?> kind : Parameters.kinds()) {
      Problems problems = reading.apart();
      kind.unlimited().read(definition.node(), definition.path(), reading.scratch(problems));
      if (problems.isEmpty()) {
        return;
      }
      refusals.add(problems);
    }
    definition.setBroken();
    refusals.stream()
        .map(Problems::findings)
        .min(Comparator.comparingInt(DefinitionChecks::strangeness))
        .ifPresent(reading::problem);
  }

  /** Complaints about the form as a whole weigh more than those about a part of it. */
  private static int strangeness(Findings findings) {
    return findings.shown().stream()
        .mapToInt(
            each ->
                each.problem().startsWith("found") || each.problem().startsWith("unknown") ? 10 : 1)
        .sum();
  }

  private void fail(Definition definition, YamlNode at, String problem, String advice) {
    definition.setBroken();
    reading.problem(at.location(), definition.path(), problem, advice);
  }

  private String advice(String name) {
    return reading
        .nearest(name, byName.keySet())
        .map(near -> "Did you mean $" + near + "?")
        .orElse("Write one of $" + NearestNames.list(byName.keySet()).replace(", ", ", $") + ".");
  }

  private String cycle(String name) {
    List<String> names = new ArrayList<>(open);
    List<String> circle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
    circle.add(name);
    return circle.stream().map(each -> "$" + each).collect(Collectors.joining(" > "));
  }

  private static List<YamlNode.Scalar> references(YamlNode node) {
    List<YamlNode.Scalar> found = new ArrayList<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        found.addAll(references(new YamlNode.Scalar(entry.location(), entry.key(), true)));
        found.addAll(references(entry.value()));
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> found.addAll(references(item)));
    } else if (ReferenceSyntax.nameIn(node).isPresent()) {
      found.add((YamlNode.Scalar) node);
    }
    return found;
  }
}
