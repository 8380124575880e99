package org.diorama.dataset.coco;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** Values computed with COCO's own C code; the file says how. */
public final class GoldenVectors {
  private static final JsonNode ALL = load();

  private GoldenVectors() {}

  private static JsonNode load() {
    try (InputStream in = GoldenVectors.class.getResourceAsStream("coco_golden_vectors.json")) {
      return StrictJson.instance().readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Stream<JsonNode> of(String family) {
    return StreamSupport.stream(ALL.get(family).spliterator(), false);
  }

  public static int[] integers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  public static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  static Box box(JsonNode list) {
    double[] values = numbers(list);
    return new Box(values[0], values[1], values[2], values[3]);
  }
}
