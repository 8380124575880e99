package org.diorama.scenefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.scene.SceneDescription;
import org.diorama.scenefile.compose.Composer;
import org.diorama.scenefile.compose.Composition;
import org.diorama.scenefile.compose.Likes;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.variant.VariantReader;
import org.diorama.scenefile.yaml.TreeOverrides;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/** Reads scene files. Every problem of the file is reported at once, none is passed over. */
public final class SceneReader {
  private SceneReader() {}

  /** The same for a scene whose models lie in its own folder. */
  public static SceneReading read(Path file, List<SceneOverride> overrides) {
    return read(file, overrides, List.of());
  }

  /**
   * Never throws for what a file holds; a file that cannot be read is a diagnostic too.
   *
   * @param models folders outside the scene's own whose model files it may name
   */
  public static SceneReading read(Path file, List<SceneOverride> overrides, List<Path> models) {
    Problems problems = new Problems();
    Path folder = file.toAbsolutePath().getParent();
    byte[] bytes;
    if (isNamedPipe(file)) {
      // Opening it would wait for someone to write.
      return failure(file, "this is a named pipe", "Name a scene file, or /dev/stdin.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than allowed tells a file that is too large.
      bytes = in.readNBytes(YamlTreeReader.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return failure(file, "no such file", "Check the path.");
    } catch (IOException e) {
      return failure(
          file,
          Files.isDirectory(file) ? "this is a folder" : "cannot be read: " + reason(e),
          "Name a scene file.");
    }
    Composition composition;
    try {
      composition = Composer.compose(file, bytes, problems);
    } catch (IOException e) {
      return failure(file, "its folder cannot be read: " + e.getMessage(), "Check the path.");
    }
    Optional<YamlNode> tree = composition.tree();
    for (SceneOverride override : overrides) {
      tree =
          tree.map(
              node ->
                  TreeOverrides.apply(
                      node, override.path(), override.value(), override.source(), problems));
    }
    boolean whole = composition.complete() && !composition.library();
    Set<String> partial = new HashSet<>(composition.partial());
    if (!overrides.isEmpty() && tree.isPresent()) {
      Likes.Result copied = Likes.resolve(tree.get(), whole, problems);
      tree = copied.fitting();
      partial.addAll(copied.partial());
    }
    Function<Problems, Reading> readings =
        into ->
            new Reading(
                ModelFolders.of(folder, models), composition.folders(), whole, partial, into);
    Reading reading = readings.apply(problems);
    Optional<SceneDescription> scene = tree.flatMap(node -> SceneKeys.read(node, reading));
    Optional<VariantReader.Variants> variants =
        tree.filter(node -> whole)
            .map(node -> VariantReader.read(node, scene, reading, readings, problems));
    SortedMap<String, String> resolved = new TreeMap<>(reading.resolved());
    SceneKeys.OUTSIDE_FRAMES.forEach(resolved::remove);
    Map<String, Location> locations = new HashMap<>(reading.locations());
    variants.ifPresent(
        present -> {
          resolved.putAll(present.resolved());
          locations.putAll(present.locations());
        });
    return new SceneReading(
        variants.flatMap(VariantReader.Variants::variants),
        problems.findings(),
        variants.map(VariantReader.Variants::warnings).orElseGet(reading::warnings),
        resolved,
        locations,
        reading.assetsUsed(),
        SceneKeys.surfaces(reading),
        variants.map(VariantReader.Variants::levels).orElse(List.of()),
        variants.map(VariantReader.Variants::unread).orElse(0L),
        composition.sources(),
        composition.library());
  }

  /** Pipes of a shell lie in /dev and have a writer. */
  private static boolean isNamedPipe(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isOther()
          && !file.toAbsolutePath().startsWith("/dev")
          && !file.toRealPath().startsWith("/dev");
    } catch (IOException e) {
      return false;
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : e.getMessage();
  }

  private static SceneReading failure(Path file, String problem, String advice) {
    Problems problems = new Problems();
    problems.add(Location.of(file.toString()), "", problem, advice);
    return new SceneReading(
        Optional.empty(),
        problems.findings(),
        List.of(),
        new TreeMap<>(),
        Map.of(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        0,
        List.of(),
        false);
  }
}
