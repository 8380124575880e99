package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.scene.SceneDescription;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.grammar.SceneKeys;

/** The values of a scene by path, one a line, each with the draws of a frame below it. */
final class Explanation {
  private static final Pattern DRAWN =
      Pattern.compile("(.*) per (dataset|sequence|frame|parent|instance)");

  private final SceneReading reading;
  private final SortedMap<String, String> values;
  private final SortedMap<String, List<DrawnValue>> draws = new TreeMap<>();

  /**
   * @param reading of a scene without problems
   */
  Explanation(SceneReading reading) {
    this.reading = reading;
    this.values = new TreeMap<>(reading.resolvedKeys());
    // No values that decide a frame, but of the scene.
    SceneDescription scene = reading.sceneOrThrow();
    values.put(SceneKeys.FRAMES.name(), Long.toString(scene.frames()));
    values.put(SceneKeys.ANNOTATORS, scene.annotators().text());
  }

  /** What a frame drew, each below its parameter: that of a level where the level has its own. */
  void add(List<DrawnValue> drawn) {
    String factors = SceneKeys.FACTORS.name() + ".";
    List<String> levels =
        drawn.stream()
            .filter(draw -> draw.path().startsWith(factors))
            .map(draw -> draw.path() + "." + draw.value() + "." + SceneKeys.SET + ".")
            .toList();
    for (DrawnValue draw : drawn) {
      String path =
          levels.stream()
              .map(level -> level + draw.path())
              .filter(values::containsKey)
              .findFirst()
              .orElse(draw.path());
      draws.computeIfAbsent(path, absent -> new ArrayList<>()).add(draw);
    }
  }

  /** Fields are separated by tabs; a draw's line starts with one. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(values.keySet());
    paths.addAll(draws.keySet());
    for (String path : paths) {
      lines.add(line(path));
      draws.getOrDefault(path, List.of()).forEach(draw -> lines.add(line(draw)));
    }
    return lines;
  }

  private String line(String path) {
    String value = values.getOrDefault(path, "");
    Matcher drawn = DRAWN.matcher(value);
    boolean random = drawn.matches();
    return String.join(
        "\t",
        path,
        orDash(random ? drawn.group(1) : value),
        orDash(SceneKeys.unit(path)),
        random ? drawn.group(2) : "-",
        place(path));
  }

  /** What is drawn without being a value of the scene lies where its parent was written. */
  private String place(String path) {
    Location written = reading.locations().get(path);
    if (written != null) {
      return written.toString();
    }
    return values.containsKey(path)
        ? "default"
        : reading.locate(path).map(Location::toString).orElse("default");
  }

  private static String line(DrawnValue draw) {
    return "\t"
        + (draw.instance() < 0 ? "drawn" : "instance " + draw.instance())
        + "\t"
        + draw.value();
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
