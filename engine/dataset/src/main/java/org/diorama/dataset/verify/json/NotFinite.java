package org.diorama.dataset.verify.json;

import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * A number that is NaN or infinite, which JSON cannot hold (RFC 8259, section 6).
 *
 * @param place line and column, and the key that it belongs to
 * @param text as the file has it
 * @param image of the entry that it stands in; absent outside of images and where the id is none
 * @param annotation likewise
 */
public record NotFinite(String place, String text, OptionalLong image, OptionalLong annotation) {
  /** No finite double has more digits before its point. */
  private static final int MOST_DIGITS = 309;

  /** Hears of each one in the order of the file. */
  @FunctionalInterface
  public interface Listener {
    void found(NotFinite number);
  }

  /** The number that a parser stands at, as yet without ids. */
  static NotFinite at(JsonParser parser, String key) {
    TokenStreamLocation start = parser.currentTokenLocation();
    String place =
        String.format(
            Locale.ROOT,
            "line %d, column %d%s",
            start.getLineNr(),
            start.getColumnNr(),
            key.isEmpty() ? "" : ", " + key);
    return new NotFinite(place, parser.getString(), OptionalLong.empty(), OptionalLong.empty());
  }

  NotFinite of(OptionalLong imageId, OptionalLong annotationId) {
    return new NotFinite(place, text, imageId, annotationId);
  }

  /** Whether a parser stands at one; numbers of a usual length cost no conversion. */
  static boolean is(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      return false;
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
      return true;
    }
    return mayOverflow(parser) && !Double.isFinite(Double.parseDouble(parser.getString()));
  }

  private static boolean mayOverflow(JsonParser parser) {
    int length = parser.getStringLength();
    if (length >= MOST_DIGITS || parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return length >= MOST_DIGITS;
    }
    char[] text = parser.getStringCharacters();
    int offset = parser.getStringOffset();
    for (int i = offset; i < offset + length; i++) {
      if (text[i] == 'e' || text[i] == 'E') {
        return true;
      }
    }
    return false;
  }
}
