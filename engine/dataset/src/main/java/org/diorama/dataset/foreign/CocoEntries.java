package org.diorama.dataset.foreign;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Reads the entries of lists of a COCO file, one at a time. */
final class CocoEntries {
  private CocoEntries() {}

  /**
   * @param list such as {@code annotations}; the file's other keys are skipped
   * @throws org.diorama.core.DioramaException BAD_INPUT with line and column where the file is no
   *     such JSON, or has no such list
   */
  static void read(Path file, String list, ForeignSource.Taker taker) throws IOException {
    if (!readAll(file, Map.of(list, taker)).contains(list)) {
      throw missing(file, list);
    }
  }

  static DioramaException missing(Path file, String list) {
    return ForeignEntry.bad(file, "has no list '" + list + "', so it is no COCO file");
  }

  /**
   * Several keys in one walk, in the file's order.
   *
   * @param takers by key: of a list each entry, of an object all of it
   * @return the keys that the file has
   */
  static Set<String> readAll(Path file, Map<String, ForeignSource.Taker> takers)
      throws IOException {
    Set<String> found = new HashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser parser = StrictJson.instance().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ForeignEntry.bad(file, "is no JSON object, so no COCO file");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        ForeignSource.Taker taker = takers.get(key);
        JsonToken token = parser.nextToken();
        if (taker != null && token == JsonToken.START_ARRAY) {
          found.add(key);
          entries(file, key, parser, taker);
        } else if (taker != null && token == JsonToken.START_OBJECT) {
          found.add(key);
          taker.take(entry(file, parser));
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "COCO file", e);
    }
    return found;
  }

  private static void entries(Path file, String list, JsonParser parser, ForeignSource.Taker taker)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw ForeignEntry.bad(place(file, parser), "an entry of '" + list + "' is no object");
      }
      taker.take(entry(file, parser));
    }
  }

  private static ForeignEntry entry(Path file, JsonParser parser) {
    String place = place(file, parser);
    return new ForeignEntry(place, parser.readValueAsTree());
  }

  private static String place(Path file, JsonParser parser) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ":";
  }
}
