package org.diorama.scenefile.grammar.kind;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules of a map, written as JSON Schema by {@link Schema#exactlyOne}, {@link
 * Schema#excludes} and {@link Schema#needs}, say when one map is laid over another.
 */
public final class KeyRules {
  private final List<Map<String, Object>> schema;
  private final Set<Set<String>> rivals = new LinkedHashSet<>();
  private final Set<List<String>> needs = new LinkedHashSet<>();
  private final Set<List<String>> anyOf = new LinkedHashSet<>();

  public KeyRules(List<Map<String, Object>> rules) {
    this.schema = List.copyOf(rules);
    for (Map<String, Object> rule : rules) {
      if (rule.get("oneOf") instanceof List<?> forms) {
        List<String> keys = forms.stream().map(KeyRules::requiredKey).toList();
        everyPair(keys);
        anyOf.add(keys);
      }
      if (rule.get("anyOf") instanceof List<?> forms) {
        anyOf.add(forms.stream().map(KeyRules::requiredKey).toList());
      }
      if (rule.get("not") instanceof Map<?, ?> both
          && both.get("anyOf") instanceof List<?> others) {
        String key = requiredKey(both);
        others.forEach(other -> rivals.add(Set.of(key, requiredKey(other))));
      }
      if (rule.get("dependentRequired") instanceof Map<?, ?> dependent) {
        dependent.forEach((key, other) -> needs.add(List.of((String) key, first(other))));
      }
    }
  }

  /**
   * The keys of an earlier map that give way to a later one: those that can't stand beside a later
   * key, and those that needed one of them, step by step.
   */
  Set<String> displaced(Collection<String> earlier, Collection<String> later) {
    Set<String> displaced = new TreeSet<>();
    for (String key : earlier) {
      if (!later.contains(key) && later.stream().anyMatch(other -> areRivals(key, other))) {
        displaced.add(key);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (List<String> pair : needs) {
        String key = pair.get(0);
        boolean orphan = displaced.contains(pair.get(1)) && earlier.contains(key);
        more |= orphan && !later.contains(key) && displaced.add(key);
      }
    }
    return displaced;
  }

  /**
   * Whether the keys that were written go together; reports where they do not. In a part of a scene
   * what is missing is no problem.
   */
  public boolean hold(Values values, List<Key<?>> keys) {
    return together(values, keys.stream().filter(values::has).toList());
  }

  /**
   * The same of keys that were written, whether their values could be read or not.
   *
   * @param written in the order of a reference
   */
  boolean together(Values values, List<Key<?>> written) {
    boolean whole = values.reading().whole(values.path());
    boolean good = true;
    for (Key<?> key : written) {
      for (Key<?> later : written.subList(written.indexOf(key) + 1, written.size())) {
        if (areRivals(key.name(), later.name())) {
          good = false;
          values.problem(
              later,
              "there is also " + key.name(),
              "Write one of " + key.name() + " and " + later.name() + ".");
        }
      }
      for (List<String> pair : needs) {
        if (whole
            && pair.get(0).equals(key.name())
            && written.stream().noneMatch(other -> other.name().equals(pair.get(1)))) {
          good = false;
          values.problem(
              key,
              "it means something beside " + pair.get(1) + " only",
              "Add that, or remove this.");
        }
      }
    }
    return good;
  }

  /** As JSON Schema. */
  List<Map<String, Object>> schema() {
    return schema;
  }

  /** Keys of which one at least must be there, group by group. */
  Set<List<String>> alternatives() {
    return anyOf;
  }

  private boolean areRivals(String one, String other) {
    return !one.equals(other) && rivals.contains(Set.of(one, other));
  }

  private void everyPair(List<String> keys) {
    for (String one : keys) {
      keys.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> rivals.add(Set.of(one, other)));
    }
  }

  private static String requiredKey(Object schema) {
    return first(((Map<?, ?>) schema).get("required"));
  }

  private static String first(Object list) {
    return (String) ((List<?>) list).get(0);
  }
}
