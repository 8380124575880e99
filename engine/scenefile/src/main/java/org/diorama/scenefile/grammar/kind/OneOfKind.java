package org.diorama.scenefile.grammar.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * One of a few words.
 *
 * @param meanings by word, in the order of a reference
 */
public record OneOfKind<T>(Map<String, T> meanings) implements Kind<T> {
  public OneOfKind {
    meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
  }

  /** Words that mean themselves. */
  public static OneOfKind<String> words(String... words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String word : words) {
      meanings.put(word, word);
    }
    return new OneOfKind<>(meanings);
  }

  /** An enumeration's constants in lower case. */
  public static <E extends Enum<E>> OneOfKind<E> constants(Class<E> type) {
    Map<String, E> meanings = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      meanings.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return new OneOfKind<>(meanings);
  }

  @Override
  public String expected() {
    String words = String.join(", ", meanings.keySet());
    return meanings.size() == 1 ? words : "one of " + words;
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of("enum", List.copyOf(meanings.keySet()));
  }

  @Override
  public Optional<T> read(YamlNode node, String path, Reading reading) {
    return read(node, path, this, reading);
  }

  /**
   * @param whole what may stand here in all, where these words are not the only form
   */
  public Optional<T> read(YamlNode node, String path, Kind<?> whole, Reading reading) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (!meanings.containsKey(scalar.text())) {
      reading.problem(
          node.location(),
          path,
          "unknown value " + Shown.text(scalar.text()),
          reading
              .nearest(scalar.text(), meanings.keySet())
              .map(name -> "Did you mean " + name + "?")
              .orElse("Write " + whole.expected() + "."));
      return Optional.empty();
    }
    reading.resolve(path, scalar.text());
    return Optional.of(meanings.get(scalar.text()));
  }
}
