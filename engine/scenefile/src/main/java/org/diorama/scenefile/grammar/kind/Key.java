package org.diorama.scenefile.grammar.kind;

import java.util.Optional;

/**
 * One key of a map.
 *
 * @param kind what may stand there
 * @param required whether it must be written
 * @param defaultYaml what stands for it where it is not written; empty where nothing does
 * @param doc one sentence on its meaning
 * @param example YAML of another value than the default
 */
public record Key<T>(
    String name,
    Kind<T> kind,
    boolean required,
    Optional<String> defaultYaml,
    String doc,
    Optional<String> example) {

  public static <T> Key<T> required(String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, true, Optional.empty(), doc, Optional.empty());
  }

  public static <T> Key<T> optional(String name, Kind<T> kind, String doc) {
    return new Key<>(name, kind, false, Optional.empty(), doc, Optional.empty());
  }

  public static <T> Key<T> withDefault(String name, Kind<T> kind, String defaultYaml, String doc) {
    return new Key<>(name, kind, false, Optional.of(defaultYaml), doc, Optional.empty());
  }

  /** The same key with an example. */
  public Key<T> example(String yaml) {
    return new Key<>(name, kind, required, defaultYaml, doc, Optional.of(yaml));
  }
}
