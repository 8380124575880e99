package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.math.LinearColor;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FrameKey;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.Counterfactuals;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Factor;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.LampDescription;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.SplitDescription;
import org.diorama.core.scene.WeatherDescription;
import org.diorama.scenefile.grammar.camera.CameraKeys;
import org.diorama.scenefile.grammar.camera.ImageKeys;
import org.diorama.scenefile.grammar.camera.RigKeys;
import org.diorama.scenefile.grammar.distribution.Definitions;
import org.diorama.scenefile.grammar.distribution.DefinitionsKind;
import org.diorama.scenefile.grammar.distribution.JointGrids;
import org.diorama.scenefile.grammar.distribution.PaletteKind;
import org.diorama.scenefile.grammar.distribution.Palettes;
import org.diorama.scenefile.grammar.distribution.SharedFamilies;
import org.diorama.scenefile.grammar.kind.FactorUses;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.IncludeKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.grammar.label.AnnotatorsKind;
import org.diorama.scenefile.grammar.label.CategoryKeys;
import org.diorama.scenefile.grammar.label.LabelKeys;
import org.diorama.scenefile.grammar.light.CloudKeys;
import org.diorama.scenefile.grammar.light.LampKeys;
import org.diorama.scenefile.grammar.light.LightingKeys;
import org.diorama.scenefile.grammar.light.PresetSky;
import org.diorama.scenefile.grammar.light.WeatherKeys;
import org.diorama.scenefile.grammar.motion.PathKeys;
import org.diorama.scenefile.grammar.object.AssetKeys;
import org.diorama.scenefile.grammar.object.InstanceKeys;
import org.diorama.scenefile.grammar.object.ObjectKeys;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of a scene file: the root of the one table that reader, schema and reference share. */
public final class SceneKeys {
  static final Key<Long> VERSION =
      Key.required("version", new WholeKind(1, 1), "Version of the scene language.").example("1");
  public static final Key<List<IncludeKind.Name>> INCLUDE =
      Key.optional(
              "include", new IncludeKind(), "Files that this one is laid over; see Several files.")
          .example("[diorama/outdoor.yaml]");
  public static final Key<Boolean> LIBRARY =
      Key.withDefault(
              "library",
              new FlagKind(),
              "false",
              "Whether this file is only a part for other scenes.")
          .example("true");

  public static final Key<String> NAME =
      Key.required(
              "name",
              new TextKind(
                  "a name of letters, digits, dots, dashes, underscores", TextKind.FILE_NAME),
              "Name of the scene, and of the dataset's folder.")
          .example("highway_night");
  public static final Key<Long> FRAMES =
      Key.withDefault(
              "frames",
              new WholeKind(1, FrameKey.MAX_FRAME + 1),
              "16",
              "How many frames a plain render makes.")
          .example("2000");
  static final Key<Long> SEED =
      Key.withDefault(
              "seed",
              new WholeKind(Long.MIN_VALUE, Long.MAX_VALUE),
              "0",
              "Seed of all random draws.")
          .example("7");
  static final Key<ImageDescription> IMAGE =
      Key.withDefault("image", ImageKeys.KIND, "{}", "Size of the images.");
  static final Key<List<Category>> CATEGORIES =
      Key.withDefault(
              "categories", CategoryKeys.KIND, "{}", "The classes of the labels, with their ids.")
          .example("coco");
  static final Key<List<String>> DEFINE =
      Key.withDefault(
              "define",
              new DefinitionsKind(),
              "{}",
              "Values that several places share as $name: one draw, many uses.")
          .example("{speed: {uniform: [10, 30]}}");
  static final Key<List<Distribution<LinearColor>>> PALETTES =
      Key.withDefault(
              "palettes",
              new NamedMapKind<>("a palette", new PaletteKind(), false),
              "{}",
              "Named lists of colors; one that has the name of a palette that ships replaces it.")
          .example("{rust: ['#8b4513', '#a0522d', '#b7410e']}");
  public static final Key<CameraKeys.Cameras> CAMERA =
      Key.optional(CameraKeys.UNNAMED, CameraKeys.KIND, "The one camera, or one pair.");
  public static final Key<List<CameraKeys.Cameras>> CAMERAS =
      Key.optional(
          "cameras",
          new NamedMapKind<>("a camera", CameraKeys.KIND, true)
              .withNames(TextKind.CAMERA)
              .atMost(SceneLimits.MOST_CAMERAS),
          "Several cameras by name; the name ends the names of their files.");
  public static final Key<List<CameraKeys.Cameras>> RIGS =
      Key.optional(
          "rigs",
          new NamedMapKind<>("a rig", RigKeys.KIND, true).atMost(SceneLimits.MOST_CAMERAS),
          "Cameras that stand on one thing, whose place is drawn once for all of them.");
  static final Key<SequenceDescription> SEQUENCE =
      Key.optional(
          "sequence",
          SequenceKeys.KIND,
          "Frames in sequences, through which things move; without it each stands alone.");
  static final Key<LightingDescription> LIGHTING =
      Key.withDefault("lighting", LightingKeys.KIND, "{}", "Sun and sky.");
  static final Key<WeatherDescription> WEATHER =
      Key.optional(
          "weather",
          WeatherKeys.KIND,
          "What is in the air, falls from it and covers the ground; without it the air"
              + " is perfectly clear. It moves nothing and is not labelled.");
  static final Key<List<LampDescription>> LAMPS =
      Key.withDefault(
          "lamps",
          new NamedMapKind<>("a lamp", LampKeys.KIND, true),
          "{}",
          "Artificial light, by name.");
  static final Key<List<ObjectDescription>> OBJECTS =
      Key.required(
          "objects",
          new NamedMapKind<>("an object", ObjectKeys.KIND, true),
          "What stands in the scene, by name.");
  static final Key<List<ScenePath>> PATHS =
      Key.withDefault(
          "paths",
          new NamedMapKind<>("a path", PathKeys.KIND, false),
          "{}",
          "Lines that objects may follow, by name.");
  static final Key<LabelKeys.Labels> LABELS =
      Key.withDefault("labels", LabelKeys.KIND, "{}", "What becomes a label.");

  /** Dotted path of the names of annotators. */
  public static final String ANNOTATORS = MapKind.join(LABELS.name(), LabelKeys.ANNOTATORS.name());

  /** Dotted paths of what changes no frame that is there: it asks for more, or for more of it. */
  public static final List<String> OUTSIDE_FRAMES = List.of(FRAMES.name(), ANNOTATORS);

  /** Of a level of a factor, the key of what it lays over the scene. */
  public static final String SET = "set";

  public static final Key<List<Factor>> FACTORS =
      Key.withDefault(
          "factors",
          FactorKeys.KIND,
          "{}",
          "Named axes along which frames differ: drawn once a sequence, recorded with each image.");
  static final Key<List<String>> BALANCE =
      Key.optional(
              "balance",
              new FactorNamesKind(FactorUses::balance),
              "Factors whose levels come in equal shares, or in shares by whole-number"
                  + " weights, exactly: in every run of sequences as long as the product of the"
                  + " sums of the weights.")
          .example("[weather]");
  static final Key<Counterfactuals> COUNTERFACTUALS =
      Key.optional(
          "counterfactuals",
          FactorKeys.COUNTERFACTUALS,
          "Twins of each frame that differ from it in some factors alone.");
  static final Key<SplitDescription> SPLIT =
      Key.optional(
              "split",
              new SplitKind(),
              "Parts of the dataset by name, and the share of each; drawn for each sequence, so that"
                  + " more frames move none.")
          .example("{train: 0.8, val: 0.2, by: frame}");

  private static final Map<String, Object> ONE_KIND_OF_CAMERA =
      Schema.excludes("camera", "cameras", "rigs");

  /** What authors will look for and no renderer draws yet. */
  private static final List<String> UNSUPPORTED =
      List.of("environment", "fog", "skeletons", "sensors");

  /** A whole scene. */
  public static final Kind<SceneDescription> KIND =
      new MapKind<>(
              List.of(
                  VERSION,
                  INCLUDE,
                  LIBRARY,
                  NAME,
                  FRAMES,
                  SEED,
                  DEFINE,
                  PALETTES,
                  IMAGE,
                  CATEGORIES,
                  CAMERA,
                  CAMERAS,
                  RIGS,
                  SEQUENCE,
                  LIGHTING,
                  WEATHER,
                  LAMPS,
                  OBJECTS,
                  PATHS,
                  LABELS,
                  FACTORS,
                  BALANCE,
                  COUNTERFACTUALS,
                  SPLIT),
              List.of(
                  Schema.of(
                      "anyOf",
                      List.of(
                          Schema.required("camera"),
                          Schema.required("cameras"),
                          Schema.required("rigs"))),
                  ONE_KIND_OF_CAMERA,
                  Schema.notEmpty("cameras"),
                  Schema.notEmpty("rigs")),
              new SceneBuilder())
          .refusing(UNSUPPORTED);

  private SceneKeys() {}

  /** Reads a whole scene. The result means something only where no problem was reported. */
  public static Optional<SceneDescription> read(YamlNode written, Reading reading) {
    YamlNode root = PresetSky.under(written, WEATHER.name(), LIGHTING.name());
    if (holdsKey(root, SharedFamilies.JOINT.name())) {
      Reading first = reading.rehearsal();
      prepare(root, first);
      KIND.read(root, "", first);
      JointGrids.count(first, reading);
    }
    prepare(root, reading);
    Optional<SceneDescription> scene = KIND.read(root, "", reading);
    reading.gather(
        SurfaceUse.All.class,
        new SurfaceUse.All(SurfaceUse.of(root, reading.references().surfaces())));
    JointGrids.of(reading).check(reading);
    if (reading.whole()) {
      checkLabels(root, reading);
      FactorRules.check(reading);
      new ReferenceChecks(root, reading).run();
    }
    return scene;
  }

  /** Surfaces that the values of a scene that was read name. */
  public static List<SurfaceUse> surfaces(Reading reading) {
    return reading.gathered(SurfaceUse.All.class, () -> new SurfaceUse.All(List.of())).uses();
  }

  /** Reads what other values refer to by name, wherever it stands. */
  private static void prepare(YamlNode root, Reading reading) {
    reading.locate("", root.location());
    if (root instanceof YamlNode.Mapping mapping) {
      mapping
          .find(PALETTES.name())
          .filter(entry -> entry.value() instanceof YamlNode.Mapping)
          .ifPresent(entry -> Palettes.of(reading).add((YamlNode.Mapping) entry.value(), reading));
      mapping
          .find(DEFINE.name())
          .ifPresent(entry -> DefinitionsKind.define(entry.value(), DEFINE.name(), reading));
      mapping
          .find(FACTORS.name())
          .ifPresent(entry -> FactorKind.define(entry.value(), FACTORS.name(), reading));
    }
    Definitions.of(reading).check(reading);
  }

  private static boolean holdsKey(YamlNode node, String key) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(entry -> entry.key().equals(key) || holdsKey(entry.value(), key));
    }
    return node instanceof YamlNode.Sequence sequence
        && sequence.items().stream().anyMatch(item -> holdsKey(item, key));
  }

  /** Whether objects stand by their names below a key. */
  public static boolean holdsObjects(String key) {
    return key.equals(OBJECTS.name()) || key.equals(ObjectKeys.CHILDREN);
  }

  /** Whether a key of an object names a file of its instances. */
  public static boolean namesInstances(YamlNode.Entry key) {
    return InstanceKeys.isFile(key);
  }

  /** The name of an entry of {@code instances}: numbers from the outermost parent's group on. */
  public static String instanceNumbers(DrawSite site) {
    return InstanceKeys.numbers(site);
  }

  /** The word for a length of a model file's unit in meters, as a scene reads it. */
  public static String lengthUnit(double meters) {
    return AssetKeys.units().entrySet().stream()
        .filter(unit -> unit.getValue() == meters)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** Unit of the numbers at a dotted path; empty where they have none, or nothing stands there. */
  public static String unit(String path) {
    Optional<Kind<?>> kind = Optional.of(KIND);
    for (String step : path.split("\\.")) {
      kind = kind.flatMap(each -> each.below(step));
    }
    return kind.map(Kind::unit).orElse("");
  }

  private static Optional<SceneDescription> scene(Values values) {
    for (Key<?> key : List.of(INCLUDE, LIBRARY)) {
      if (values.has(key)) {
        values.problem(key, "files are joined before this", "Write it in a scene file.");
        return Optional.empty();
      }
    }
    boolean oneKind =
        new KeyRules(List.of(ONE_KIND_OF_CAMERA)).hold(values, List.of(CAMERA, CAMERAS, RIGS));
    Optional<List<CameraDescription>> cameras = agree(values);
    return oneKind ? cameras.map(all -> scene(values, all)) : Optional.empty();
  }

  /**
   * What keys that were read say together, whatever is wrong with others.
   *
   * @return the cameras; empty where a problem was reported, or they are not known
   */
  private static Optional<List<CameraDescription>> agree(Values values) {
    SceneCameras all = new SceneCameras(values);
    Optional<List<CameraDescription>> cameras = all.areKnown() ? all.read() : Optional.empty();
    boolean labelled = cameras.isEmpty() || annotators(values, cameras.get()).isPresent();
    boolean once = SequenceKeys.placesOnce(values);
    boolean limited =
        SceneLimits.hold(
            values, cameras.map(List::size).orElseGet(all::written), values.get(FRAMES));
    return labelled && once && limited ? cameras : Optional.empty();
  }

  private static final class SceneBuilder implements MapKind.Builder<SceneDescription> {
    @Override
    public Optional<SceneDescription> build(Values values) {
      return scene(values);
    }

    @Override
    public void check(Values values) {
      agree(values);
    }
  }

  private static Optional<List<Annotator>> annotators(
      Values values, List<CameraDescription> cameras) {
    boolean spoiled =
        values.reading().locations().containsKey(LABELS.name()) && !values.has(LABELS);
    AnnotatorsKind.Asked asked =
        spoiled ? LabelKeys.asked(values.reading()) : values.get(LABELS).annotators();
    Optional<List<Annotator>> names = asked.of(cameras);
    if (names.isEmpty()) {
      values.problem(
          ANNOTATORS,
          "disparity is that of two cameras of one lens, side by side, and there are none",
          "Give a camera stereo, or a rig cameras that differ in the y of at alone.");
    }
    return names;
  }

  private static SceneDescription scene(Values values, List<CameraDescription> cameras) {
    return new SceneDescription(
            values.get(VERSION).intValue(),
            values.get(NAME),
            values.get(FRAMES),
            values.get(SEED),
            values.get(CATEGORIES),
            cameras,
            CloudKeys.under(values.get(LIGHTING), values.find(WEATHER), values),
            values.get(OBJECTS),
            values.get(LABELS).rules())
        .toBuilder()
            .annotators(
                new Annotators(
                    annotators(values, cameras).orElseThrow(), values.get(LABELS).floatFiles()))
            .weather(values.find(WEATHER))
            .lamps(values.get(LAMPS))
            .paths(values.get(PATHS))
            .sequence(values.find(SEQUENCE).orElse(SequenceDescription.STILL))
            .factors(values.get(FACTORS))
            .balance(values.find(BALANCE).orElse(List.of()))
            .counterfactuals(values.find(COUNTERFACTUALS).orElse(Counterfactuals.NONE))
            .split(values.find(SPLIT).orElse(SplitDescription.NONE))
            .build();
  }

  /** Every label names a category; whatever else is wrong with the scene. */
  private static void checkLabels(YamlNode root, Reading reading) {
    Set<String> names = CategoryKeys.namesIn(root);
    reading
        .categoriesUsed()
        .forEach(
            (path, category) -> {
              if (!names.contains(category)) {
                reading.problem(
                    reading.location(path),
                    path,
                    "the scene has no category " + Shown.text(category),
                    names.isEmpty() ? "Add it under categories." : reading.advice(category, names));
              }
            });
  }
}
