package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a dataset in COCO's terms.
 *
 * @param place where it stands: file, line and, of JSON, column
 */
record ForeignEntry(String place, ObjectNode json) {
  /**
   * @throws DioramaException BAD_INPUT where there is no such number
   */
  long whole(String key) {
    JsonNode value = json.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw bad("has an entry whose '" + key + "' is no whole number: " + shortened());
    }
    return value.asLong();
  }

  /**
   * @throws DioramaException BAD_INPUT where there is no such text
   */
  String text(String key) {
    if (!json.path(key).isString()) {
      throw bad("has an entry whose '" + key + "' is no text: " + shortened());
    }
    return json.path(key).asString();
  }

  /**
   * A list of finite numbers; empty where there is none.
   *
   * @throws DioramaException BAD_INPUT where the key holds anything else
   */
  double[] numbers(String key) {
    JsonNode list = json.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return new double[0];
    }
    if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isNumber)) {
      throw bad("has an entry whose '" + key + "' is no list of numbers: " + shortened());
    }
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  /**
   * A list of texts; empty where there is none.
   *
   * @throws DioramaException BAD_INPUT where the key holds anything else
   */
  List<String> texts(String key) {
    JsonNode list = json.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
      throw bad("has an entry whose '" + key + "' is no list of texts: " + shortened());
    }
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /** What looks for a file. */
  @FunctionalInterface
  interface Finder {
    Path find(String name) throws IOException;
  }

  /**
   * The file that the entry names.
   *
   * @throws DioramaException that of the finder, with the entry's place
   */
  Path file(Finder finder) throws IOException {
    String name = text("file_name");
    try {
      return finder.find(name);
    } catch (DioramaException e) {
      String hint = name.indexOf('\\') < 0 ? "" : "; folders in names are parted by /";
      throw new DioramaException(e.status(), place + " " + e.getMessage() + hint, e);
    }
  }

  /** The fault of this entry. */
  DioramaException bad(String what) {
    return bad(place, what);
  }

  /** A fault at a place. */
  static DioramaException bad(Object place, String what) {
    return new DioramaException(ExitStatus.BAD_INPUT, place + " " + what);
  }

  private String shortened() {
    String text = StrictJson.instance().writeValueAsString(json);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
