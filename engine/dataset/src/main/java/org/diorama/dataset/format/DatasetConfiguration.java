package org.diorama.dataset.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.json.StrictJson;

/**
 * Everything that decides the bytes of a dataset's frames, as dotted keys and their values' text.
 * Two runs may share a folder where their configurations are equal. How many frames, which shard,
 * format, device and how many workers do not belong in it.
 *
 * @param values sorted by key
 */
public record DatasetConfiguration(SortedMap<String, String> values) {
  /** Most differing keys that a message names. */
  private static final int MOST_NAMED = 8;

  public DatasetConfiguration {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public DatasetConfiguration(Map<String, String> values) {
    this(new TreeMap<>(values));
  }

  /** SHA-256 of the configuration as one JSON object with sorted keys. */
  public String digest() {
    return Sha256.of(StrictJson.instance().writeValueAsBytes(values));
  }

  /**
   * Refuses another configuration.
   *
   * @param present what the folder holds; this is what the run wants
   * @throws DioramaException OTHER_CONFIGURATION naming the keys that differ
   */
  public void requireSameAs(DatasetConfiguration present, String folder) {
    if (values.equals(present.values)) {
      return;
    }
    TreeSet<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(present.values.keySet());
    keys.removeIf(key -> Objects.equals(values.get(key), present.values.get(key)));
    List<String> named = new ArrayList<>();
    for (String key : keys) {
      if (named.size() == MOST_NAMED) {
        named.add("and " + (keys.size() - MOST_NAMED) + " more");
        break;
      }
      named.add(key + ": " + text(present.values.get(key)) + " -> " + text(values.get(key)));
    }
    throw new DioramaException(
        ExitStatus.OTHER_CONFIGURATION,
        folder
            + " holds frames of another configuration ("
            + String.join("; ", named)
            + "); choose another --out, or go back to the old values");
  }

  private static String text(String value) {
    return value == null ? "(none)" : value;
  }
}
