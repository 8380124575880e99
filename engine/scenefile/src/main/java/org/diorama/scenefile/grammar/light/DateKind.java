package org.diorama.scenefile.grammar.light;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.NumberBounds;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** A day: a date, or a year with a day that may be drawn. */
record DateKind() implements Kind<SkyDate> {
  private static final long FIRST_YEAR = 1900;
  private static final long LAST_YEAR = 2100;

  static final Key<Long> YEAR =
      Key.required("year", new WholeKind(FIRST_YEAR, LAST_YEAR), "Year of the Gregorian calendar.")
          .example("2026");
  static final Key<Parameter<Double>> DAY =
      Key.required("day", Parameters.wholePerSequence(1, 366), "Day of the year; 1 is 1 January.")
          .example("{uniform_int: [1, 365]}");

  private static final MapKind<SkyDate> MAP = new MapKind<>(List.of(YEAR, DAY), DateKind::drawn);

  private static final TextKind TEXT =
      new TextKind(
          "a date such as 2026-06-21 from 1900 to 2100, or " + MAP.expected(),
          Pattern.compile("(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}"));

  private static Optional<SkyDate> drawn(Values values) {
    int year = values.get(YEAR).intValue();
    Parameter<Double> day = values.get(DAY);
    if (NumberBounds.of(day.distribution()).max() > Year.of(year).length()) {
      values.problem(DAY, year + " has 365 days", "Its draws must be from 1 to 365.");
      return Optional.empty();
    }
    return Optional.of(new SkyDate(year, day));
  }

  @Override
  public String expected() {
    return TEXT.expected();
  }

  @Override
  public List<Key<?>> keys() {
    return MAP.keys();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.anyOf(TEXT.schema(schema), MAP.schema(schema));
  }

  @Override
  public Optional<SkyDate> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping) {
      return MAP.read(node, path, reading);
    }
    Optional<String> text = TEXT.read(node, path, reading.withoutResolving());
    return text.flatMap(written -> day(written, node, path, reading));
  }

  /** Resolves to the same keys as a year and a day do. */
  private static Optional<SkyDate> day(String text, YamlNode node, String path, Reading reading) {
    try {
      LocalDate date = LocalDate.parse(text);
      double day = date.getDayOfYear();
      reading.resolve(MapKind.join(path, YEAR.name()), DecimalText.of(date.getYear()));
      reading.resolve(MapKind.join(path, DAY.name()), DecimalText.of(day));
      return Optional.of(
          new SkyDate(date.getYear(), Parameter.constant(MapKind.join(path, DAY.name()), day)));
    } catch (DateTimeException e) {
      reading.problem(node, path, "the calendar has no " + text, TEXT);
      return Optional.empty();
    }
  }
}
