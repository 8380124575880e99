package org.diorama.scenefile.grammar.label;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.NearestNames;
import org.diorama.core.scene.Category;
import org.diorama.scenefile.grammar.kind.CategoryUses;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.TextsKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.grammar.object.LabelKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of {@code categories} and its entries. */
public final class CategoryKeys {
  /** The largest id that a 16-bit semantic image has besides void. */
  static final int MAX_ID = 65534;

  private static final TextKind NAME =
      new TextKind("a name of letters, digits, spaces, dashes and underscores", TextKind.STEP);

  static final Key<Long> ID =
      Key.required("id", new WholeKind(1, MAX_ID), "Number in every label.").example("3");
  static final Key<String> SUPERCATEGORY =
      Key.optional("supercategory", NAME, "COCO's supercategory; without it the name.")
          .example("vehicle");
  static final Key<List<String>> FROM =
      Key.optional(
              "from",
              new TextsKind(NAME),
              "Asset categories that this one takes in; without it the one of its own name.")
          .example("[truck, bus]");

  static final Key<Boolean> STUFF =
      Key.withDefault(
              "stuff",
              new FlagKind(),
              "false",
              "Whether it is stuff, such as road or wall: one segment an image in semantic,"
                  + " panoptic and stuff labels, and no instance annotations. Stuff that takes in"
                  + " sky, as a category of this name does, has the pixels without any surface,"
                  + " too.")
          .example("true");
  static final Key<Category.Use> USE =
      Key.withDefault(
              "use",
              OneOfKind.constants(Category.Use.class),
              "label",
              "What its pixels are: label; void (no annotation, and losses should ignore"
                  + " them); or none (no annotation, background).")
          .example("void");
  static final Key<String> INTO =
      Key.optional(
              "into",
              NAME,
              "Another category as which everything of this one is labelled; labels do not"
                  + " list this one.")
          .example("vehicle");

  private static final MapKind<Category> CATEGORY =
      new MapKind<>(List.of(ID, SUPERCATEGORY, FROM, STUFF, USE, INTO), CategoryKeys::category);

  public static final Kind<List<Category>> KIND =
      new ScalarOrMapKind<>(new OneOfKind<>(presets()), new CategoriesKind());

  private CategoryKeys() {}

  /** Names of all categories of a scene's tree, right or wrong in themselves. */
  public static Set<String> namesIn(YamlNode root) {
    Set<String> names = new LinkedHashSet<>();
    if (root instanceof YamlNode.Mapping scene) {
      scene
          .find("categories")
          .ifPresent(
              entry -> {
                if (entry.value() instanceof YamlNode.Mapping map) {
                  map.entries().forEach(category -> names.add(category.key()));
                } else {
                  CocoCategories.all().forEach(category -> names.add(category.name()));
                }
              });
    }
    return names;
  }

  private static Optional<Category> category(Values values) {
    String name = values.name();
    String supercategory = values.find(SUPERCATEGORY).orElse(name);
    List<String> from = values.find(FROM).orElse(List.of(name));
    values.reading().resolve(MapKind.join(values.path(), SUPERCATEGORY.name()), supercategory);
    values.reading().resolve(MapKind.join(values.path(), FROM.name()), String.join(", ", from));
    Category category =
        new Category(
            name,
            values.get(ID).intValue(),
            supercategory,
            from,
            values.get(STUFF) ? Category.Form.STUFF : Category.Form.THING,
            values.get(USE),
            values.find(INTO));
    if (name.equals(LabelKind.UNLABELLED) || name.equals(LabelKind.PART)) {
      values.problem(name + " is a word of label", "Give the category another name.");
      return Optional.empty();
    }
    if (category.takes(Category.SKY) && !category.isStuff() && category.into().isEmpty()) {
      values.problem(
          "sky stands for the pixels without any surface, which are no thing",
          "Write stuff: true, or let it take in something else by from.");
      return Optional.empty();
    }
    return distinct(category, values) ? Optional.of(category) : Optional.empty();
  }

  /** Whether no category before this one has its id or an asset category of its own. */
  private static boolean distinct(Category category, Values values) {
    boolean good = true;
    CategoryUses earlier = values.reading().categories();
    Optional<Category> same = earlier.withId(category.id());
    if (same.isPresent()) {
      good = false;
      values.problem(
          ID,
          category.id() + " is already the id of " + same.get().name(),
          "Give each category its own.");
    }
    for (String from : category.from()) {
      Optional<Category> owner = earlier.from(from);
      if (owner.isPresent()) {
        good = false;
        values.problem(
            FROM, from + " already belongs to " + owner.get().name(), "Name each once in all.");
      }
    }
    earlier.add(category);
    return good;
  }

  private static Map<String, List<Category>> presets() {
    Map<String, List<Category>> presets = new LinkedHashMap<>();
    presets.put("coco", CocoCategories.all());
    return presets;
  }

  /** Categories by name, by rising id: their order in the file means nothing. */
  private record CategoriesKind() implements Kind<List<Category>> {
    private static final NamedMapKind<Category> BY_NAME =
        new NamedMapKind<>("a category", CATEGORY, false);

    @Override
    public Optional<Kind<?>> named() {
      return BY_NAME.named();
    }

    @Override
    public String expected() {
      return BY_NAME.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      Map<String, Object> map = BY_NAME.schema(schema);
      map.put("properties", Schema.of(LabelKind.UNLABELLED, false, LabelKind.PART, false));
      return map;
    }

    @Override
    public Optional<List<Category>> read(YamlNode node, String path, Reading reading) {
      return BY_NAME
          .read(node, path, reading)
          .filter(categories -> mergesAreSound(categories, path, reading))
          .map(
              categories ->
                  categories.stream().sorted(Comparator.comparingInt(Category::id)).toList());
    }

    /** Whether each {@code into} names a category that goes into no other. */
    private static boolean mergesAreSound(List<Category> categories, String path, Reading reading) {
      Map<String, Category> byName = new LinkedHashMap<>();
      categories.forEach(category -> byName.put(category.name(), category));
      boolean sound = true;
      for (Category category : categories) {
        if (category.into().isEmpty()) {
          continue;
        }
        String name = category.into().get();
        Category target = byName.get(name);
        if (target == null && reading.whole()) {
          sound = false;
          String nearest = NearestNames.advice(name, byName.keySet());
          report(category, name + " is no category of the scene", nearest, path, reading);
        } else if (target != null && target.into().isPresent()) {
          sound = false;
          String advice = "Name a category that goes into no other, or remove this.";
          report(category, name + " goes into " + target.into().get(), advice, path, reading);
        }
      }
      return sound;
    }

    private static void report(
        Category category, String problem, String advice, String path, Reading reading) {
      String at = MapKind.join(MapKind.join(path, category.name()), INTO.name());
      reading.problem(reading.location(at), at, problem, advice);
    }
  }
}
