package org.diorama.assets.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/**
 * One line of the table: which materials it takes, and what they become.
 *
 * @param kind what it takes them for
 * @param words patterns of which one must match a word of the name; a star at an end stands for
 *     anything, alone for any name
 * @param not patterns of which none may match
 * @param exponent the only one, where there is one
 * @param image whether there must be an image, or must be none
 * @param color word for the base color, see {@link #baseColor}
 * @param transmission word: a share, or {@code opacity} for what the opacity leaves
 */
record PhongRule(
    String kind,
    List<String> words,
    List<String> not,
    Span opacity,
    Span specular,
    Span diffuse,
    Span saturation,
    Optional<Double> exponent,
    Optional<Boolean> image,
    double metallic,
    String color,
    Span roughness,
    double coat,
    double sheen,
    String transmission,
    double translucency) {
  static final int COLUMNS = 16;
  private static final double COAT_ROUGHNESS = 0.05;
  private static final double SHEEN_ROUGHNESS = 0.4;

  /** From least to most, both included. */
  record Span(double least, double most) {
    static Span parse(String text) {
      String[] ends = text.split("\\.\\.");
      return new Span(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
    }

    boolean holds(double value) {
      return value >= least && value <= most;
    }

    double clamp(double value) {
      return Math.max(least, Math.min(most, value));
    }
  }

  /**
   * @param cells of its line
   */
  static PhongRule parse(String[] cells) {
    return new PhongRule(
        cells[0],
        List.of(cells[1].split(" ")),
        cells[2].equals("-") ? List.of() : List.of(cells[2].split(" ")),
        Span.parse(cells[3]),
        Span.parse(cells[4]),
        Span.parse(cells[5]),
        Span.parse(cells[6]),
        cells[7].equals("any") ? Optional.empty() : Optional.of(Double.valueOf(cells[7])),
        Optional.ofNullable(Map.of("yes", true, "no", false).get(cells[8])),
        Double.parseDouble(cells[9]),
        cells[10],
        Span.parse(cells[11]),
        Double.parseDouble(cells[12]),
        Double.parseDouble(cells[13]),
        cells[14],
        Double.parseDouble(cells[15]));
  }

  boolean takes(PhongMaterial material) {
    List<String> name = material.words();
    return matches(words, name)
        && !matches(not, name)
        && opacity.holds(material.opacity())
        && specular.holds(material.specular().luminance())
        && diffuse.holds(material.diffuse().luminance())
        && saturation.holds(material.saturation())
        && exponent.map(only -> Math.abs(only - material.exponent()) < 1e-4).orElse(true)
        && image.map(must -> must == material.hasImage()).orElse(true);
  }

  private static boolean matches(List<String> patterns, List<String> words) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.equals("*") || words.stream().anyMatch(word -> matches(pattern, word)));
  }

  private static boolean matches(String pattern, String word) {
    if (pattern.startsWith("*")) {
      String tail = pattern.substring(1);
      return tail.endsWith("*")
          ? word.contains(tail.substring(0, tail.length() - 1))
          : word.endsWith(tail);
    }
    return pattern.endsWith("*")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : word.equals(pattern);
  }

  /**
   * Three numbers are a linear color. {@code diffuse} and {@code specular} are the file's own,
   * {@code brighter} the one of them with more luminance, {@code tint} white, and the diffuse color
   * for the share that the opacity says: what is seen through it.
   */
  LinearColor baseColor(PhongMaterial material) {
    LinearColor own = material.diffuse();
    return switch (color) {
      case "diffuse" -> own;
      case "specular" -> material.specular();
      case "brighter" ->
          own.luminance() < material.specular().luminance() ? material.specular() : own;
      case "tint" ->
          LinearColor.WHITE.times(1 - material.opacity()).plus(own.times(material.opacity()));
      default -> {
        String[] channels = color.split(" ");
        yield new LinearColor(
            Double.parseDouble(channels[0]),
            Double.parseDouble(channels[1]),
            Double.parseDouble(channels[2]));
      }
    };
  }

  Finish finish(PhongMaterial material) {
    double passes =
        transmission.equals("opacity") ? 1 - material.opacity() : Double.parseDouble(transmission);
    return new Finish(
        coat > 0 ? new Finish.Coat(coat, COAT_ROUGHNESS) : Finish.Coat.NONE,
        sheen > 0
            ? new Finish.Sheen(LinearColor.WHITE.times(sheen), SHEEN_ROUGHNESS)
            : Finish.Sheen.NONE,
        passes > 0 ? Finish.Transmission.pane(passes) : Finish.Transmission.NONE,
        translucency);
  }
}
