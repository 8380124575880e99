package org.diorama.dataset.foreign;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Reads the entries of one list of a COCO file, one at a time. */
final class CocoEntries {
  private CocoEntries() {}

  /**
   * @param list such as {@code annotations}; the file's other keys are skipped
   * @throws org.diorama.core.DioramaException BAD_INPUT with line and column where the file is no
   *     such JSON, or has no such list
   */
  static void read(Path file, String list, ForeignSource.Taker taker) throws IOException {
    if (!readIfThere(file, list, taker)) {
      throw ForeignEntry.bad(file, "has no list '" + list + "', so it is no COCO file");
    }
  }

  /**
   * @return false where the file has no such list
   */
  static boolean readIfThere(Path file, String list, ForeignSource.Taker taker) throws IOException {
    boolean found = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser parser = StrictJson.instance().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ForeignEntry.bad(file, "is no JSON object, so no COCO file");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals(list);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          found = true;
          entries(file, list, parser, taker);
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
      TokenStreamLocation at = parser.currentTokenLocation();
      String place = file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ":";
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw ForeignEntry.bad(place, "an entry of '" + list + "' is no object");
      }
      taker.take(new ForeignEntry(place, parser.readValueAsTree()));
    }
  }
}
