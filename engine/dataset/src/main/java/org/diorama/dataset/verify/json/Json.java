package org.diorama.dataset.verify.json;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The verifier's own JSON: plain trees, no key twice. */
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Takes what Python's {@code json} writes, and reads again, beyond JSON: NaN and infinities. */
  static final JsonMapper LENIENT =
      MAPPER.rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What the library says of its own insides and switches, which no user can turn. */
  private static final Pattern LIBRARY_TALK =
      Pattern.compile(
          "(?: \\(start marker at |, from `|[;:,] (?=[^;:,]*Feature)| [(\\[](?=[^(\\[]*Feature)).*");

  private Json() {}

  /**
   * Reads a file as one tree.
   *
   * @throws FaultyFile JSON_UNREADABLE; FILE_MISSING where there is none; FILE_UNREADABLE
   */
  public static JsonNode read(Path file) throws IOException, FaultyFile {
    try {
      return parse(PresentFile.bytes(file));
    } catch (NoSuchFileException e) {
      throw new FaultyFile(Fault.FILE_MISSING, "it is not there");
    }
  }

  /**
   * @throws FaultyFile JSON_UNREADABLE
   */
  public static JsonNode parse(byte[] bytes) throws FaultyFile {
    return parse(bytes, WHOLE);
  }

  static JsonNode parse(byte[] bytes, ObjectReader reader) throws FaultyFile {
    try {
      return reader.readTree(bytes);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /** A value as compact JSON. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static FaultyFile unreadable(JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    String place =
        at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    String said = failure.getOriginalMessage().lines().findFirst().orElse("").strip();
    return new FaultyFile(
        Fault.JSON_UNREADABLE, place + closed(LIBRARY_TALK.matcher(said).replaceFirst("")));
  }

  /** A sentence that was cut within its last parenthesis. */
  private static String closed(String said) {
    return said.lastIndexOf('(') > said.lastIndexOf(')') ? said + ")" : said;
  }

  /** Whether a tree has a number that is none of JSON's, or beyond all that a double holds. */
  public static boolean hasNotFinite(JsonNode tree) {
    if (tree.isNumber()) {
      return !Double.isFinite(tree.doubleValue());
    }
    for (JsonNode child : tree) {
      if (hasNotFinite(child)) {
        return true;
      }
    }
    return false;
  }

  /** The numbers of an array; empty where it is none, or holds anything else. */
  public static double[] numbers(JsonNode array) {
    if (!array.isArray()) {
      return new double[0];
    }
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!array.get(i).isNumber()) {
        return new double[0];
      }
      numbers[i] = array.get(i).doubleValue();
    }
    return numbers;
  }
}
