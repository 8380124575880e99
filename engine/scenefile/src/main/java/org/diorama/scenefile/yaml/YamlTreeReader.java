package org.diorama.scenefile.yaml;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document as plain data. Refused, each with its place: tags, merge keys, keys
 * that are not scalars, duplicate keys, a second document. Limits hold while parsing, so that a
 * hostile file costs no more than a large one: {@value #MAX_BYTES} bytes, {@value
 * TreeBuilder#MAX_DEPTH} levels, {@value TreeBuilder#MAX_NODES} nodes with aliases expanded.
 */
public final class YamlTreeReader {
  public static final int MAX_BYTES = 1 << 20;

  /** Values of one tree: keys, scalars, lists and maps, aliases expanded. */
  public static final int MAX_VALUES = TreeBuilder.MAX_NODES;

  private YamlTreeReader() {}

  /**
   * @param source how messages name the text
   * @return the tree; empty where a problem stopped the reading. Problems may have been added in
   *     either case
   */
  public static Optional<YamlNode> read(String source, byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(
          Location.of(source),
          "",
          "the file is larger than " + MAX_BYTES + " bytes",
          "Is it a scene file?");
      return Optional.empty();
    }
    Optional<String> text = Utf8.decode(source, bytes, problems);
    return text.flatMap(present -> parse(source, present, problems));
  }

  private static Optional<YamlNode> parse(String source, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(MAX_BYTES + 1).build();
    TreeBuilder builder = new TreeBuilder(source, problems);
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      while (events.hasNext() && builder.accept(events.next())) {
        continue;
      }
    } catch (MarkedYamlEngineException e) {
      Location place =
          e.getProblemMark().map(mark -> location(source, mark)).orElse(Location.of(source));
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      problems.add(
          place,
          "",
          "not YAML: " + context + e.getProblem(),
          "Check indentation, quotes, colons and brackets here.");
    } catch (ReaderException e) {
      problems.add(
          locate(source, text, e.getPosition()),
          "",
          String.format(Locale.ROOT, "character U+%04X is not allowed in YAML", e.getCodePoint()),
          "Remove it.");
    } catch (YamlEngineException e) {
      problems.add(Location.of(source), "", "not YAML: " + e.getMessage(), "Check the file.");
    }
    return builder.result();
  }

  /** Place of a code point by its number from 0. */
  private static Location locate(String source, String text, int position) {
    int[] points = text.codePoints().limit(position).toArray();
    int line = 1;
    int column = 1;
    for (int point : points) {
      column = point == '\n' ? 1 : column + 1;
      line += point == '\n' ? 1 : 0;
    }
    return new Location(source, line, column);
  }

  static Location location(String source, Mark mark) {
    return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
