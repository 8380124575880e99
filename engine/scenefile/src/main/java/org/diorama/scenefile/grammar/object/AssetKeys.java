package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Construction;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedFile;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.TextsKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of an object's {@code asset}. */
public final class AssetKeys {
  static final Key<String> PRIMITIVE =
      Key.optional(
              "primitive",
              OneOfKind.words("box", "sphere", "cylinder", "cone", "torus", "capsule", "plane"),
              "A shape of unit size that stands on z = 0.")
          .example("box");
  static final Key<Long> SEGMENTS =
      Key.withDefault("segments", new WholeKind(3, 1024), "64", "Facets around a round primitive.")
          .example("16");
  static final Key<String> FILE =
      Key.optional(
              "file",
              new TextKind("a file name relative to this file", TextKind.ANY_LINE),
              "A model in the scene's folder, or in one that --models names: OBJ, glTF, GLB or STL.")
          .example("parts/bracket.stl");
  static final Key<Double> UNITS =
      Key.optional("units", new OneOfKind<>(units()), "Length of one unit of the file.")
          .example("mm");
  static final Key<AssetReference.UpAxis> UP =
      Key.optional(
              "up",
              OneOfKind.constants(AssetReference.UpAxis.class),
              "The file's axis that points up.")
          .example("z");
  static final Key<List<String>> CATEGORY =
      Key.optional(
              "category",
              new TextsKind(new TextKind("the name of an asset category", TextKind.ANY_LINE)),
              "Any asset of these categories of the catalog, chosen for each instance.")
          .example("[car, truck]");

  static final Key<Construction> GROUND =
      Key.optional("ground", BuiltKeys.GROUND, "Ground as far as one sees.");
  static final Key<Construction> HORIZON =
      Key.optional("horizon", BuiltKeys.HORIZON, "A ring around it that closes the view.");
  static final Key<Construction> COVE =
      Key.optional(
          "cove", BuiltKeys.COVE, "A studio's floor that bends up into a wall at its +Y side.");
  static final Key<Construction> ROOM =
      Key.optional(
          "room",
          BuiltKeys.ROOM,
          "A room with its floor at z = 0; materials floor, walls, ceiling, frames; surface floor.");

  /** Assets that are built to measure. */
  static final List<Key<Construction>> BUILT = List.of(GROUND, HORIZON, COVE, ROOM);

  private static final Kind<AssetReference> MAP =
      new MapKind<>(
          List.of(PRIMITIVE, SEGMENTS, FILE, UNITS, UP, CATEGORY, GROUND, HORIZON, COVE, ROOM),
          List.of(
              Schema.exactlyOne(
                  "primitive", "file", "category", "ground", "horizon", "cove", "room"),
              Schema.needs("segments", "primitive"),
              Schema.needs("units", "file"),
              Schema.needs("up", "file"),
              Schema.of(
                  "if",
                  Schema.of(
                      "required", List.of("file"), "properties", Schema.of("file", notStandard())),
                  "then",
                  Schema.required("units", "up"))),
          AssetKeys::reference);

  static final Kind<AssetReference> KIND =
      new OneOrListKind(new ScalarOrMapKind<>(new EntryKind(), MAP));

  private AssetKeys() {}

  private static Optional<AssetReference> reference(Values values) {
    List<Key<Construction>> built = BUILT.stream().filter(values::has).toList();
    long named = built.size() + Stream.of(PRIMITIVE, FILE, CATEGORY).filter(values::has).count();
    if (named != 1) {
      values.problem(
          named == 0 ? "it names no asset" : "it names more than one asset",
          "Write one of primitive, file, category, ground, horizon, cove, room.");
      return Optional.empty();
    }
    if (values.has(SEGMENTS) && !values.has(PRIMITIVE)) {
      values.problem(SEGMENTS, "only primitives have segments", "Remove it.");
      return Optional.empty();
    }
    if ((values.has(UNITS) || values.has(UP)) && !values.has(FILE)) {
      values.problem("only files have units and up", "Remove them.");
      return Optional.empty();
    }
    if (values.has(FILE)) {
      return file(values);
    }
    if (!built.isEmpty()) {
      return Optional.of(new AssetReference.Built(values.get(built.get(0))));
    }
    return Optional.of(
        values.has(PRIMITIVE)
            ? new AssetReference.Primitive(values.get(PRIMITIVE), values.get(SEGMENTS).intValue())
            : new AssetReference.AnyOf(values.get(CATEGORY)));
  }

  /** glTF fixes meters and Y up; other formats say neither. */
  private static Optional<AssetReference> file(Values values) {
    Optional<String> found = NamedFile.find(values, FILE);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String name = found.get();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean standard = lower.endsWith(".gltf") || lower.endsWith(".glb");
    if (!standard && !(values.has(UNITS) && values.has(UP))) {
      values.problem(
          FILE,
          "this format says neither its unit nor which way is up",
          "Add units: mm, cm, m, in or ft, and up: y or z.");
      return Optional.empty();
    }
    double metersPerUnit = values.find(UNITS).orElse(1.0);
    AssetReference.UpAxis up = values.find(UP).orElse(AssetReference.UpAxis.Y);
    return Optional.of(new AssetReference.ModelFile(name, metersPerUnit, up));
  }

  /** As JSON Schema, a file that is not glTF. */
  private static Map<String, Object> notStandard() {
    return Schema.not(Schema.of("pattern", "\\.[gG][lL]([tT][fF]|[bB])$"));
  }

  /** Meters by word. */
  public static Map<String, Double> units() {
    Map<String, Double> meters = new LinkedHashMap<>();
    meters.put("mm", 0.001);
    meters.put("cm", 0.01);
    meters.put("m", 1.0);
    meters.put("in", 0.0254);
    meters.put("ft", 0.3048);
    return meters;
  }

  /** One reference, or a list of references of which each instance chooses one. */
  private record OneOrListKind(Kind<AssetReference> one) implements Kind<AssetReference> {
    @Override
    public Optional<Kind<?>> below(String step) {
      return step.matches("[0-9]+") ? Optional.of(one) : one.below(step);
    }

    @Override
    public List<Key<?>> keys() {
      return one.keys();
    }

    @Override
    public Set<String> displaced(Collection<String> earlier, Collection<String> later) {
      return one.displaced(earlier, later);
    }

    @Override
    public String expected() {
      return one.expected() + ", or a list of such";
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      Map<String, Object> asset = schema.define("asset", () -> one.schema(schema));
      return Schema.anyOf(asset, Schema.of("type", "array", "items", asset, "minItems", 1));
    }

    @Override
    public Optional<AssetReference> read(YamlNode node, String path, Reading reading) {
      if (!(node instanceof YamlNode.Sequence list)) {
        return readOne(node, path, reading);
      }
      if (list.items().isEmpty()) {
        reading.problem(list, path, "the list is empty", this);
        return Optional.empty();
      }
      List<AssetReference> alternatives = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        String at = MapKind.join(path, Integer.toString(i));
        reading.locate(at, list.items().get(i).location());
        readOne(list.items().get(i), at, reading).ifPresent(alternatives::add);
      }
      return alternatives.size() < list.items().size()
          ? Optional.empty()
          : Optional.of(new AssetReference.OneOf(alternatives));
    }

    private Optional<AssetReference> readOne(YamlNode node, String path, Reading reading) {
      Optional<AssetReference> reference = one.read(node, path, reading);
      reference.ifPresent(present -> reading.useAssets(path, present));
      return reference;
    }
  }

  /** The id of one catalog entry. */
  private record EntryKind() implements Kind<AssetReference> {
    private static final TextKind ID = new TextKind("the id of an asset", TextKind.ANY_LINE);

    @Override
    public String expected() {
      return ID.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return ID.schema(schema);
    }

    @Override
    public Optional<AssetReference> read(YamlNode node, String path, Reading reading) {
      return ID.read(node, path, reading).map(AssetReference.CatalogEntry::new);
    }
  }
}
