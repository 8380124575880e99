package org.diorama.scenefile.grammar.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/** Named lists of colors: those that ship, and the scene's own, which may replace them. */
public final class Palettes {
  static final TextKind NAME = new TextKind("the name of a palette", TextKind.STEP);

  private static final PaletteKind KIND = new PaletteKind();

  private final SortedMap<String, Optional<Distribution<LinearColor>>> byName = new TreeMap<>();
  private final Set<String> known = new TreeSet<>();

  private Palettes() {}

  /** Those of a reading. */
  public static Palettes of(Reading reading) {
    return reading.gathered(Palettes.class, Palettes::new);
  }

  /** Reads the scene's own palettes; their problems are reported where the key itself is read. */
  public void add(YamlNode.Mapping palettes, Reading reading) {
    addAll(palettes, byName, reading.scratch(reading.apart()));
  }

  private static void addAll(
      YamlNode.Mapping palettes,
      SortedMap<String, Optional<Distribution<LinearColor>>> byName,
      Reading reading) {
    for (YamlNode.Entry entry : palettes.entries()) {
      String path = MapKind.join("palettes", entry.key());
      byName.put(entry.key(), KIND.read(entry.value(), path, reading));
    }
  }

  /** Names of the palettes that ship. */
  public static List<String> shipped() {
    return List.copyOf(Shipped.BY_NAME.keySet());
  }

  private Set<String> known() {
    if (known.isEmpty()) {
      known.addAll(Shipped.BY_NAME.keySet());
      known.addAll(byName.keySet());
    }
    return known;
  }

  Optional<Distribution<LinearColor>> use(
      ColorParameterKind kind, YamlNode node, String path, Reading reading) {
    Optional<String> name = NAME.read(node, path, reading.withoutResolving());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Distribution<LinearColor>> choice =
        byName.getOrDefault(name.get(), Shipped.BY_NAME.get(name.get()));
    if (choice == null) {
      reading.problem(
          node.location(),
          path,
          "there is no palette " + Shown.text(name.get()),
          reading.advice(name.get(), known()));
      return Optional.empty();
    }
    Optional<String> misfit = choice.flatMap(kind::misfit);
    if (misfit.isPresent()) {
      reading.problem(
          node.location(),
          path,
          "palette " + name.get() + " does not fit: " + misfit.get(),
          "Its colors must be " + kind.draw() + ".");
      return Optional.empty();
    }
    return choice;
  }

  /** Read once: the same for every scene. */
  private static final class Shipped {
    static final SortedMap<String, Optional<Distribution<LinearColor>>> BY_NAME = read();

    private static SortedMap<String, Optional<Distribution<LinearColor>>> read() {
      SortedMap<String, Optional<Distribution<LinearColor>>> palettes = new TreeMap<>();
      Problems problems = new Problems();
      Reading reading = Reading.ofOwn(problems);
      try (InputStream in = Palettes.class.getResourceAsStream("palettes.yaml")) {
        YamlTreeReader.read("palettes.yaml", in.readAllBytes(), problems)
            .map(YamlNode.Mapping.class::cast)
            .ifPresent(root -> addAll(root, palettes, reading));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.findings().toString());
      }
      return palettes;
    }
  }
}
