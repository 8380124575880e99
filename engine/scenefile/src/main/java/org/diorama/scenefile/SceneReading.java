package org.diorama.scenefile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.diagnostic.Findings;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.SurfaceUse;
import org.diorama.scenefile.variant.LevelReading;

/**
 * What reading a scene gave.
 *
 * @param variants of the scene; present where there are no findings and the file is no library
 * @param findings its problems
 * @param warnings of what is no mistake, but hardly meant; each once, whatever levels have it
 * @param resolvedKeys canonical text of every value of the resolved scene, defaults included, by
 *     dotted path, what the levels of factors change included. Equal scenes have equal maps however
 *     they are written; {@link SceneKeys#OUTSIDE_FRAMES} are left out. Complete only where there
 *     are no diagnostics
 * @param locations of the keys that were written, by dotted path
 * @param assets references to assets that could be read, by the dotted path that names them;
 *     present beside diagnostics, too
 * @param surfaces that its objects stand on; present beside diagnostics, too
 * @param levels the scene with each level that changes something over it
 * @param unread combinations of levels that were not read, since the scene is large: they may hold
 *     problems that only show when a frame draws them
 * @param sources the files that were read, as they were, the scene's own first
 * @param library whether the file is a part for other scenes; it is checked as far as it goes
 */
public record SceneReading(
    Optional<SceneVariants> variants,
    Findings findings,
    List<Diagnostic> warnings,
    SortedMap<String, String> resolvedKeys,
    Map<String, Location> locations,
    SortedMap<String, AssetReference> assets,
    List<SurfaceUse> surfaces,
    List<LevelReading> levels,
    long unread,
    List<SourceFile> sources,
    boolean library) {
  public SceneReading {
    warnings = List.copyOf(warnings);
    resolvedKeys = Collections.unmodifiableSortedMap(new TreeMap<>(resolvedKeys));
    locations = Map.copyOf(locations);
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    surfaces = List.copyOf(surfaces);
    levels = List.copyOf(levels);
    sources = List.copyOf(sources);
  }

  /** The problems that are shown, in the order of the file. */
  public List<Diagnostic> diagnostics() {
    return findings.shown();
  }

  /** The warnings as lines for people. */
  public List<String> warningLines() {
    return warnings.stream().map(warning -> "warning: " + warning).toList();
  }

  /** The scene without any level's changes; present where its variants are. */
  public Optional<SceneDescription> scene() {
    return variants.map(SceneVariants::base);
  }

  /**
   * The scene without any level's changes.
   *
   * @throws DioramaException BAD_INPUT with all diagnostics, one a line; also for a library
   */
  public SceneDescription sceneOrThrow() {
    return variantsOrThrow().base();
  }

  /**
   * The scene in all its variants.
   *
   * @throws DioramaException BAD_INPUT with all diagnostics, one a line; also for a library
   */
  public SceneVariants variantsOrThrow() {
    if (library && findings.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          locate("").orElseThrow() + ": this is a library, no scene. Include it in a scene.");
    }
    return variants.orElseThrow(
        () -> new DioramaException(ExitStatus.BAD_INPUT, findings.toString()));
  }

  /** Where a key was written, or else its nearest parent that was. */
  public Optional<Location> locate(String path) {
    return locate(locations, path);
  }

  static Optional<Location> locate(Map<String, Location> locations, String path) {
    String at = path;
    while (!locations.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('.')));
    }
    return Optional.ofNullable(locations.get(at));
  }
}
