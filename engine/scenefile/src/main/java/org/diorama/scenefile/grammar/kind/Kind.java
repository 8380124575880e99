package org.diorama.scenefile.grammar.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * What may stand at a key: its type, unit and range, as data that a reader and a reference can both
 * be made from.
 *
 * @param <T> what it becomes
 */
public interface Kind<T> {
  /** One phrase after "expected", such as {@code a number from 0 to 1}. */
  String expected();

  /** Its keys where it can be a map with known keys, in the order of a reference. */
  default List<Key<?>> keys() {
    return List.of();
  }

  /** Keys that it refuses as not yet supported. */
  default List<String> unsupported() {
    return List.of();
  }

  /** What stands at each name, where it can be a map whose names the author chooses. */
  default Optional<Kind<?>> named() {
    return Optional.empty();
  }

  /** Unit of its numbers; empty where it has none. */
  default String unit() {
    return "";
  }

  /** What stands at a name or number one step below. */
  default Optional<Kind<?>> below(String step) {
    Optional<Kind<?>> key =
        keys().stream()
            .filter(each -> each.name().equals(step))
            .<Kind<?>>map(Key::kind)
            .findFirst();
    return key.isPresent() ? key : named();
  }

  /**
   * Whether a map that stands here is laid over an earlier one key by key. Any other value, such as
   * a distribution, is one whole, and the later one stands alone.
   */
  default boolean merges() {
    return !keys().isEmpty() || named().isPresent();
  }

  /** The keys of an earlier map that give way where these later ones are laid over it. */
  default Set<String> displaced(Collection<String> earlier, Collection<String> later) {
    return Set.of();
  }

  /** As JSON Schema. */
  Map<String, Object> schema(Schema schema);

  /**
   * @param path dotted path of the value
   * @return empty where a problem was reported
   */
  Optional<T> read(YamlNode node, String path, Reading reading);
}
