package org.diorama.scenefile.grammar.kind;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The values of one map. */
public final class Values {
  private final String path;
  private final Reading reading;

  /** A key is itself: the hash of its value would walk the table below it. */
  private final Map<Key<?>, Object> written = new IdentityHashMap<>();

  public Values(String path, Reading reading) {
    this.path = path;
    this.reading = reading;
  }

  void put(Key<?> key, Object value) {
    written.put(key, value);
  }

  /** Dotted path of the map. */
  public String path() {
    return path;
  }

  /** Last step of the path: the name of an entry in a map keyed by name. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  public Reading reading() {
    return reading;
  }

  /** Whether the author wrote the key. */
  public boolean has(Key<?> key) {
    return written.containsKey(key);
  }

  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable(cast(key, written.get(key)));
  }

  /** The value of a key that is required or has a default. */
  public <T> T get(Key<T> key) {
    return find(key).orElseGet(() -> defaultOf(key));
  }

  /** Reports a problem with the map as a whole. */
  public void problem(String problem, String advice) {
    reading.problem(reading.location(path), path, problem, advice);
  }

  /** Reports a problem with what stands at a dotted path below. */
  public void problem(String below, String problem, String advice) {
    String at = MapKind.join(path, below);
    reading.problem(reading.location(at), at, problem, advice);
  }

  /** Reports a problem with a key. */
  public void problem(Key<?> key, String problem, String advice) {
    problem(key.name(), problem, advice);
  }

  private <T> T defaultOf(Key<T> key) {
    String yaml = key.defaultYaml().orElseThrow(() -> new IllegalStateException(key.name()));
    return key.kind()
        .read(reading.defaultValue(yaml), MapKind.join(path, key.name()), reading.ofDefault())
        .orElseThrow(() -> new IllegalStateException("default of " + key.name()));
  }

  /** A value is only ever put together with its own key. */
  @SuppressWarnings("unchecked")
  private static <T> T cast(Key<T> key, Object value) {
    return (T) value;
  }
}
