package org.diorama.scenefile.grammar.kind;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.scene.AssetReference;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.diorama.scenefile.diagnostic.Findings;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/** What one reading of a scene gathers besides its values. */
public final class Reading {
  private final ModelFolders models;
  private final Map<String, Path> folders;
  private final boolean whole;
  private final Set<String> partial;
  private final Problems problems;
  private final SortedMap<String, String> resolved;
  private final Map<String, Location> locations;
  private final Map<String, String> categoriesUsed;
  private final SortedMap<String, AssetReference> assetsUsed;
  private final CategoryUses categories;
  private final Map<String, YamlNode> defaults;
  private final FactorUses factors;
  private final References references;
  private final Map<Class<?>, Object> gathered;
  private final List<Diagnostic> warnings;

  /** Nothing until it is asked for. */
  private Reading ofDefault;

  /**
   * A whole scene of one file.
   *
   * @param models where its models may lie
   */
  public Reading(ModelFolders models, Problems problems) {
    this(models, Map.of(), true, Set.of(), problems);
  }

  /** Values that name no files, such as those that ship with Diorama. */
  public static Reading ofOwn(Problems problems) {
    return new Reading(ModelFolders.of(Path.of(""), List.of()), problems);
  }

  /**
   * @param models where its models may lie
   * @param folders that relative file names start from, by the source of locations; the scene's own
   *     for other sources
   * @param whole whether all of the scene is there: in a part a key that is missing, or a name that
   *     is nowhere, is no problem
   * @param partial dotted paths of what is not all there in a scene that is otherwise; not copied
   */
  public Reading(
      ModelFolders models,
      Map<String, Path> folders,
      boolean whole,
      Set<String> partial,
      Problems problems) {
    this.models = models;
    this.folders = Map.copyOf(folders);
    this.whole = whole;
    this.partial = partial;
    this.problems = problems;
    this.resolved = new TreeMap<>();
    this.locations = new HashMap<>();
    this.categoriesUsed = new TreeMap<>();
    this.assetsUsed = new TreeMap<>();
    this.categories = new CategoryUses();
    this.defaults = new HashMap<>();
    this.factors = new FactorUses();
    this.references = new References();
    this.gathered = new HashMap<>();
    this.warnings = new ArrayList<>();
  }

  private Reading(
      Reading other,
      Problems problems,
      SortedMap<String, String> resolved,
      Map<String, Location> locations) {
    this.models = other.models;
    this.folders = other.folders;
    this.whole = other.whole;
    this.partial = other.partial;
    this.problems = problems;
    this.resolved = resolved;
    this.locations = locations;
    this.categoriesUsed = other.categoriesUsed;
    this.assetsUsed = other.assetsUsed;
    this.categories = other.categories;
    this.defaults = other.defaults;
    this.factors = other.factors;
    this.references = other.references;
    this.gathered = other.gathered;
    this.warnings = other.warnings;
  }

  /** The same reading for values that are part of a larger leaf: it notes problems alone. */
  public Reading withoutResolving() {
    return new Reading(this, problems, new TreeMap<>(), locations);
  }

  /** The same reading for a value that may turn out not to fit: its problems are kept apart. */
  public Reading scratch(Problems apart) {
    return new Reading(this, apart, new TreeMap<>(), locations);
  }

  /**
   * Another reading of the same scene, before this one: what it gathers and the problems that it
   * finds are its own.
   */
  public Reading rehearsal() {
    return new Reading(models, folders, whole, partial, problems.apart());
  }

  /** The same reading for what nobody wrote, which has no place. */
  public Reading ofDefault() {
    if (ofDefault == null) {
      ofDefault = new Reading(this, problems, resolved, new HashMap<>());
    }
    return ofDefault;
  }

  /** Collects problems that may turn out to be none. */
  public Problems apart() {
    return problems.apart();
  }

  /** The same reading for a value that refers to nothing by name. */
  public Reading withoutNames() {
    return new Reading(models, folders, whole, partial, problems);
  }

  /**
   * What readers of one sort of value gather over the whole reading, such as its definitions; made
   * where nothing of this type was gathered yet.
   */
  public <T> T gathered(Class<T> type, Supplier<T> fresh) {
    return type.cast(gathered.computeIfAbsent(type, absent -> fresh.get()));
  }

  /** Goes on with what was gathered elsewhere, instead of what this reading has of its type. */
  public <T> void gather(Class<T> type, T other) {
    gathered.put(type, other);
  }

  /** Whether the scene is all there, but for what a copy may lack. */
  public boolean whole() {
    return whole;
  }

  /** Whether what stands at a dotted path is all there. */
  public boolean whole(String path) {
    if (!whole || partial.isEmpty()) {
      return whole;
    }
    int end = path.length();
    while (end > 0 && !partial.contains(path.substring(0, end))) {
      end = path.lastIndexOf('.', end - 1);
    }
    return end <= 0;
  }

  /**
   * A file's name relative to the scene's folder, or absolute.
   *
   * @param written relative to the file that the location is in
   * @throws InvalidPathException where no file can have this name
   */
  Path file(String written, Location location) {
    Path name = Path.of(written);
    Path start = folders.get(location.source());
    return start == null ? name : start.resolve(name).normalize();
  }

  /** Looks for a model file by its name relative to the scene's folder. */
  ModelFolders.Lookup model(Path file) {
    return models.find(file.toString());
  }

  /** The name of a file that a missing model's may stand for. */
  Optional<String> modelNear(Path file) {
    return isFull()
        ? Optional.empty()
        : nearest(file.getFileName().toString(), models.beside(file.toString()));
  }

  /** Notes what is no mistake, but hardly meant, at the key where it was written. */
  public void warn(String path, String problem, String advice) {
    warnings.add(new Diagnostic(location(path), path, problem, advice));
  }

  public List<Diagnostic> warnings() {
    return warnings;
  }

  public void problem(Location location, String path, String problem, String advice) {
    problems.add(location, path, problem, advice);
  }

  public void problem(YamlNode node, String path, String problem, Kind<?> kind) {
    problem(node.location(), path, problem, "Write " + kind.expected() + ".");
  }

  /** Reports problems that were found elsewhere. */
  public void problem(Findings findings) {
    problems.add(findings);
  }

  /** Whether more problems were found than are shown. */
  public boolean isFull() {
    return problems.isFull();
  }

  /** The nearest of some names, if any comes near. */
  public Optional<String> nearest(String written, Collection<String> known) {
    return problems.nearest(written, known);
  }

  /** A sentence that names the nearest of some names, or what there is. */
  public String advice(String written, Collection<String> known) {
    return problems.advice(written, known);
  }

  /** Reports a node that is not what stands here. */
  public void wrongType(YamlNode node, String path, Kind<?> kind) {
    problem(node, path, "found " + Shown.text(node.kind()), kind);
  }

  /** Notes a leaf's canonical text: equal values have equal texts, however they were written. */
  public void resolve(String path, String text) {
    resolved.put(path, text);
  }

  public void locate(String path, Location location) {
    locations.put(path, location);
  }

  /** Notes that the value at a path names a category of the scene. */
  public void useCategory(String path, String category) {
    categoriesUsed.put(path, category);
  }

  public void useObject(String path, String name) {
    references.useObject(path, name);
  }

  public void usePath(String path, String name) {
    references.usePath(path, name);
  }

  public void useCamera(String path, String name) {
    references.useCamera(path, name);
  }

  /** Names of other things that values use. */
  public References references() {
    return references;
  }

  /** Names of categories by the path of the value that uses them. */
  public Map<String, String> categoriesUsed() {
    return categoriesUsed;
  }

  /** Notes that the value at a path names assets. */
  public void useAssets(String path, AssetReference reference) {
    assetsUsed.put(path, reference);
  }

  /** References to assets by the path of the value that names them. */
  public SortedMap<String, AssetReference> assetsUsed() {
    return assetsUsed;
  }

  /** Categories read so far. */
  public CategoryUses categories() {
    return categories;
  }

  /** YAML of our own, which many maps have in common. */
  YamlNode defaultValue(String yaml) {
    return defaults.computeIfAbsent(
        yaml,
        text ->
            YamlTreeReader.read("default", text.getBytes(StandardCharsets.UTF_8), apart())
                .orElseThrow(() -> new IllegalStateException(text)));
  }

  /** Factors read so far, and who names them. */
  public FactorUses factors() {
    return factors;
  }

  /** Where a key was written. Keys that were not written lie where their nearest parent does. */
  public Location location(String path) {
    Location here = locations.get(path);
    int dot = path.lastIndexOf('.');
    return here != null ? here : location(dot < 0 ? "" : path.substring(0, dot));
  }

  public Map<String, Location> locations() {
    return locations;
  }

  public SortedMap<String, String> resolved() {
    return resolved;
  }
}
