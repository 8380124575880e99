package org.diorama.scenefile.variant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.diagnostic.Findings;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Reads what the levels of a scene's factors make of it: each level alone, each pair of levels of
 * different factors, and every combination of more, so that what they spoil together is found
 * before anything renders. Where that were too many, some of the last remain unread.
 */
public final class VariantReader {
  /** Values read for levels by themselves: more would take longer than an author waits. */
  private static final long MOST_VALUES = 250_000;

  /** Values read in all before pairs and combinations of levels are left unread. */
  private static final long MOST_WITH_COMBINATIONS = 150_000;

  /** Stands for the value of a key that a level removes. */
  private static final String REMOVED = "removed";

  private final LevelParts parts;
  private final Optional<SceneDescription> base;
  private final Reading baseReading;
  private final Function<Problems, Reading> readings;
  private final Problems problems;
  private final Set<Diagnostic> known;
  private final List<LevelReading> levels = new ArrayList<>();
  private final SortedMap<String, String> resolved = new TreeMap<>();
  private final Map<String, Location> locations = new LinkedHashMap<>();
  private final Set<Diagnostic> warnings;
  private long readable;

  /** So much of that is for levels by themselves alone. */
  private long forLevels;

  private long unread;

  private VariantReader(
      YamlNode tree,
      Optional<SceneDescription> base,
      Reading baseReading,
      Function<Problems, Reading> readings,
      Problems problems) {
    this.parts = new LevelParts(tree);
    this.base = base;
    this.baseReading = baseReading;
    this.readings = readings;
    this.problems = problems;
    this.known = new HashSet<>(problems.findings().shown());
    this.warnings = new LinkedHashSet<>(baseReading.warnings());
  }

  /**
   * @param levels each level that changes something
   * @param resolved canonical text of every value that a level changes, by dotted path such as
   *     {@code factors.weather.rain.set.lighting.sun}
   * @param locations of the keys that levels write, by such paths
   * @param unread combinations of levels that were not read, since the scene is large
   * @param warnings of the scene and of each level by itself
   * @param variants present where there are no problems
   */
  public record Variants(
      List<LevelReading> levels,
      SortedMap<String, String> resolved,
      Map<String, Location> locations,
      long unread,
      List<Diagnostic> warnings,
      Optional<SceneVariants> variants) {}

  /**
   * @param tree of the whole scene
   * @param base what was read from it
   * @param baseReading how it was read
   * @param readings makes one for the same files
   * @param problems of the scene, to which those of levels are added
   */
  public static Variants read(
      YamlNode tree,
      Optional<SceneDescription> base,
      Reading baseReading,
      Function<Problems, Reading> readings,
      Problems problems) {
    VariantReader reader = new VariantReader(tree, base, baseReading, readings, problems);
    if (!problems.isFull() && reader.isSmall(tree)) {
      reader.readAll();
    }
    return new Variants(
        reader.levels,
        reader.resolved,
        reader.locations,
        reader.unread,
        List.copyOf(reader.warnings),
        base.filter(scene -> problems.isEmpty())
            .map(scene -> new LevelVariants(scene, reader.parts, readings)));
  }

  /** Whether each level can be read with the whole scene. */
  private boolean isSmall(YamlNode tree) {
    long size = YamlNode.count(tree);
    readable = MOST_VALUES / size;
    forLevels = (MOST_VALUES - MOST_WITH_COMBINATIONS) / size;
    long changing = parts.all().values().stream().mapToLong(Map::size).sum();
    if (changing <= readable) {
      return true;
    }
    problems.add(
        baseReading.location(SceneKeys.FACTORS.name()),
        SceneKeys.FACTORS.name(),
        changing + " levels change a scene of this size",
        "Let fewer levels set something.");
    return false;
  }

  private void readAll() {
    PartConflicts.report(parts, problems);
    if (problems.isFull()) {
      return;
    }
    parts.all().forEach((factor, all) -> all.keySet().forEach(level -> readLevel(factor, level)));
    if (problems.isEmpty()) {
      Stream.concat(parts.pairs(), parts.combinations()).forEach(this::readFurther);
    }
  }

  private void readFurther(Map<String, String> chosen) {
    if (readable > forLevels) {
      read(chosen);
    } else {
      unread++;
    }
  }

  private void readLevel(String factor, String level) {
    Reading reading = read(Map.of(factor, level)).reading();
    warnings.addAll(reading.warnings());
    String prefix = SceneKeys.FACTORS.name() + "." + factor + "." + level + "." + SceneKeys.SET;
    reading
        .resolved()
        .forEach(
            (path, value) -> {
              if (!value.equals(baseReading.resolved().get(path))) {
                resolved.put(prefix + "." + path, value);
              }
            });
    for (String path : baseReading.resolved().keySet()) {
      if (!reading.resolved().containsKey(path)) {
        resolved.put(prefix + "." + path, REMOVED);
      }
    }
    reading
        .locations()
        .forEach(
            (path, place) -> {
              if (!place.equals(baseReading.locations().get(path))) {
                locations.put(prefix + "." + path, place);
              }
            });
  }

  private record Read(Optional<SceneDescription> scene, Reading reading) {}

  /** Adds problems that the scene alone has not. */
  private Read read(Map<String, String> chosen) {
    readable--;
    Problems own = problems.apart();
    Reading reading = readings.apply(own);
    Optional<SceneDescription> scene = SceneKeys.read(parts.over(chosen, own), reading);
    scene.ifPresent(variant -> checkCameras(variant, reading, own));
    Findings found = own.findings();
    problems.add(new Findings(found.shown().stream().filter(known::add).toList(), found.more()));
    if (chosen.size() == 1) {
      Map.Entry<String, String> only = chosen.entrySet().iterator().next();
      levels.add(
          new LevelReading(
              only.getKey(),
              only.getValue(),
              scene,
              reading.locations(),
              reading.assetsUsed(),
              SceneKeys.surfaces(reading)));
    }
    return new Read(scene, reading);
  }

  /** Every image of a dataset has its place whatever the level. */
  private void checkCameras(SceneDescription variant, Reading reading, Problems own) {
    if (base.isPresent() && !images(variant).equals(images(base.get()))) {
      own.add(
          reading.location(SceneKeys.CAMERA.name()),
          SceneKeys.CAMERA.name(),
          "a level adds or removes a camera, or changes the size of its images",
          "Let levels move cameras only.");
    }
  }

  private static List<Object> images(SceneDescription scene) {
    List<Object> images = new ArrayList<>();
    for (CameraDescription camera : scene.cameras()) {
      images.add(camera.name());
      images.add(camera.image());
    }
    return images;
  }
}
