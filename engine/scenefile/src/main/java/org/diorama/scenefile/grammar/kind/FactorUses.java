package org.diorama.scenefile.grammar.kind;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.scene.Factor;

/** The factors of a scene and the places that name them, as far as they were read. */
public final class FactorUses {
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Factor> read = new LinkedHashMap<>();
  private final Map<String, String> balance = new LinkedHashMap<>();
  private final Map<String, String> vary = new LinkedHashMap<>();
  private int twins;

  /** Notes that there is a factor of this name, right or wrong in itself. */
  public void declare(String name) {
    names.add(name);
  }

  public void add(Factor factor) {
    read.put(factor.name(), factor);
  }

  public Set<String> names() {
    return names;
  }

  /** Those that could be read, by name. */
  public Map<String, Factor> all() {
    return read;
  }

  Optional<Factor> find(String name) {
    return Optional.ofNullable(read.get(name));
  }

  /** Names of balanced factors by the path that names them. */
  public Map<String, String> balance() {
    return balance;
  }

  /** Names of factors in which twins differ, by the path that names them. */
  public Map<String, String> vary() {
    return vary;
  }

  public void twins(int count) {
    twins = count;
  }

  /** Twins of each frame, 0 where none could be read. */
  public int twins() {
    return twins;
  }
}
