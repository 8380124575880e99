package org.diorama.scenefile.grammar.kind;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.diorama.core.math.DecimalText;

/**
 * Pieces of a JSON Schema 2020-12 as plain maps, lists, texts and numbers, in the order of writing,
 * and the definitions that they refer to.
 */
public final class Schema {
  private static final String PART = "_part";

  private final Map<String, Object> definitions;
  private final boolean part;

  private Schema(Map<String, Object> definitions, boolean part) {
    this.definitions = definitions;
    this.part = part;
  }

  public Schema() {
    this(new TreeMap<>(), false);
  }

  /**
   * The same schema where maps are laid over others: any key may be missing, be null to remove an
   * earlier value, or extend an earlier list.
   */
  public Schema part() {
    return new Schema(definitions, true);
  }

  /** The same schema where a value is one whole. */
  public Schema whole() {
    return new Schema(definitions, false);
  }

  boolean isPart() {
    return part;
  }

  /** A map from keys and values in turn. */
  public static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return schema;
  }

  public static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
    return of("anyOf", List.of(one, other));
  }

  public static Map<String, Object> not(Map<String, Object> schema) {
    return of("not", schema);
  }

  /** A map that holds these keys, whatever else. */
  public static Map<String, Object> required(String... keys) {
    return of("required", List.of(keys));
  }

  /** A map that holds exactly one of these keys. */
  public static Map<String, Object> exactlyOne(String... keys) {
    return of("oneOf", Arrays.stream(keys).map(key -> required(key)).toList());
  }

  /** A map where the first key stands without any of the others. */
  public static Map<String, Object> excludes(String key, String... others) {
    return of(
        "not",
        of(
            "required",
            List.of(key),
            "anyOf",
            Arrays.stream(others).map(other -> required(other)).toList()));
  }

  /** A map where the first key stands only beside the second. */
  public static Map<String, Object> needs(String key, String other) {
    return of("dependentRequired", of(key, List.of(other)));
  }

  /** A map whose key, where it stands, holds a map with at least one entry. */
  public static Map<String, Object> notEmpty(String key) {
    return of("properties", of(key, of("minProperties", 1)));
  }

  public static Map<String, Object> list(Map<String, Object> item, int size) {
    return of("type", "array", "items", item, "minItems", size, "maxItems", size);
  }

  public static Map<String, Object> range(boolean whole, NumberRange range) {
    return of(
        "type",
        whole ? "integer" : "number",
        "minimum",
        number(range.min()),
        "maximum",
        number(range.max()));
  }

  /** A range as part of a definition's name. */
  public static String name(NumberRange range) {
    return DecimalText.of(range.min()) + "_to_" + DecimalText.of(range.max());
  }

  /** A number in its shortest exact form. */
  public static BigDecimal number(double value) {
    return new BigDecimal(DecimalText.of(value));
  }

  /** A reference to a definition, which is made where it is new; it may refer to itself. */
  public Map<String, Object> define(String plainName, Supplier<Map<String, Object>> maker) {
    String name = plainName + (part ? PART : "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, maker.get());
    }
    return of("$ref", "#/$defs/" + name);
  }

  public Map<String, Object> definitions() {
    return definitions;
  }
}
