package org.diorama.scenefile.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a file of JSON objects, one a line, as one map of all their entries: what a scene holds too
 * many of for YAML. It refuses the same as YAML's reader: names that occur twice, what can't be
 * seen, more than {@value TreeBuilder#MAX_DEPTH} levels. Reading stops at the first thing that is
 * no such line.
 */
public final class JsonLinesReader {
  /** A thousand bytes for each of as many instances as a frame can have. */
  public static final int MAX_BYTES = 1 << 26;

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_NUMBER = 100;

  private final String source;
  private final Problems problems;
  private final Map<String, Location> names = new HashMap<>();
  private final List<YamlNode.Entry> entries = new ArrayList<>();
  private long left;

  /** Where the latest name or value stands. */
  private Location latest;

  private JsonLinesReader(String source, Problems problems, long values) {
    this.source = source;
    this.problems = problems;
    this.left = values;
    this.latest = new Location(source, 1, 1);
  }

  /**
   * @param source how messages name the text
   * @param values how many there may be: names, numbers, texts, lists and maps
   * @return the map; empty where a problem stopped the reading
   */
  public static Optional<YamlNode.Mapping> read(
      String source, byte[] bytes, long values, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(
          Location.of(source),
          "",
          "the file is larger than " + MAX_BYTES + " bytes",
          "Is it a file of instances?");
      return Optional.empty();
    }
    Optional<String> text = Utf8.decode(source, bytes, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(TreeBuilder.MAX_DEPTH + 1)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    JsonLinesReader reader = new JsonLinesReader(source, problems, values);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text.get())) {
      return Optional.of(reader.all(parser));
    } catch (Refused e) {
      problems.add(e.place, "", e.getMessage(), e.advice);
    } catch (StreamConstraintsException e) {
      problems.add(reader.latest, "", "what follows is too long", "Is it a file of instances?");
    } catch (JacksonException e) {
      problems.add(
          reader.place(e.getLocation()),
          "",
          "not JSON: " + e.getOriginalMessage(),
          "Check quotes, commas and brackets here.");
    }
    return Optional.empty();
  }

  /** Why reading stops. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Location place;
    private final String advice;

    Refused(Location place, String problem, String advice) {
      super(problem);
      this.place = place;
      this.advice = advice;
    }
  }

  private Location place(TokenStreamLocation at) {
    return at == null
        ? Location.of(source)
        : new Location(source, at.getLineNr(), at.getColumnNr());
  }

  private YamlNode.Mapping all(JsonParser parser) throws Refused {
    int ended = 0;
    while (parser.nextToken() != null) {
      Location place = place(parser.currentTokenLocation());
      if (parser.currentToken() != JsonToken.START_OBJECT || place.line() == ended) {
        throw new Refused(
            place, "here begins no line of an object", "Write {\"0\": {…}}, one a line.");
      }
      object(parser, names, entries, 1);
      ended = parser.currentTokenLocation().getLineNr();
    }
    return new YamlNode.Mapping(new Location(source, 1, 1), entries);
  }

  private YamlNode value(JsonParser parser, int depth) throws Refused {
    Location place = place(parser.currentTokenLocation());
    count(place);
    JsonToken token = parser.currentToken();
    if (depth == TreeBuilder.MAX_DEPTH && token.isStructStart()) {
      throw new Refused(
          place, "nested deeper than " + TreeBuilder.MAX_DEPTH + " levels", "Write instances.");
    }
    if (token == JsonToken.START_OBJECT) {
      List<YamlNode.Entry> its = new ArrayList<>();
      object(parser, new HashMap<>(), its, depth + 1);
      return new YamlNode.Mapping(place, its);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser, depth + 1));
      }
      return new YamlNode.Sequence(place, items);
    }
    String text = parser.getString();
    refuseUnseen(text, place);
    return new YamlNode.Scalar(place, text, token != JsonToken.VALUE_STRING);
  }

  /**
   * Entries up to the end of an object, which is the current token afterwards.
   *
   * @param depth levels down to the object
   */
  private void object(
      JsonParser parser, Map<String, Location> seen, List<YamlNode.Entry> into, int depth)
      throws Refused {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Location place = place(parser.currentTokenLocation());
      String name = parser.currentName();
      count(place);
      refuseUnseen(name, place);
      Location earlier = seen.putIfAbsent(name, place);
      if (earlier != null) {
        throw new Refused(
            place, "duplicate key " + name + ", first written at " + earlier, "Keep one of them.");
      }
      parser.nextToken();
      into.add(new YamlNode.Entry(place, name, value(parser, depth)));
    }
  }

  private void count(Location place) throws Refused {
    latest = place;
    if (--left < 0) {
      throw new Refused(
          place, "the scene's files of instances have too many values", "Write fewer instances.");
    }
  }

  private static void refuseUnseen(String text, Location place) throws Refused {
    var unseen = text.codePoints().filter(TreeBuilder::unseen).findFirst();
    if (unseen.isPresent()) {
      throw new Refused(
          place,
          String.format(Locale.ROOT, "character U+%04X is not allowed here", unseen.getAsInt()),
          "Remove it.");
    }
  }
}
