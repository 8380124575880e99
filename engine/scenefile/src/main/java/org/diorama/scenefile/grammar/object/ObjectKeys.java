package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotation;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SettleDescription;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TransformKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.material.MaterialKeys;
import org.diorama.scenefile.grammar.motion.MotionKeys;

/** Keys of one entry of {@code objects}. */
public final class ObjectKeys {
  private static final NumberParameterKind ANGLE =
      Parameters.perInstance(NumberRange.ANGLE, "degrees");
  private static final VectorKind POINT =
      new VectorKind(Parameters.perInstance(NumberRange.COORDINATE, "m"), false);

  static final Key<AssetReference> ASSET =
      Key.optional(
              "asset",
              AssetKeys.KIND,
              "The model or shape; without it the object is a frame for children, surfaces or an interior.")
          .example("{category: [car, truck]}");
  public static final Key<Parameter<Double>> COUNT =
      Key.withDefault(
              "count",
              Parameters.count(SampledNode.MAX_INSTANCE_ID),
              "1",
              "How many instances a frame has. If left out beside a grid, a Poisson pattern,"
                  + " a row on surfaces or gaps along paths: as many as there are places.")
          .example("{uniform_int: [1, 8]}");

  /** The key of the objects of each instance. */
  public static final String CHILDREN = "children";

  static final Key<Parameter<Double>> COUNT_OF_CHILDREN =
      Key.withDefault(
              "count",
              Parameters.countOfChildren(SampledNode.MAX_INSTANCE_ID),
              "1",
              "How many instances each instance of the parent has; left out as in objects.")
          .example("{uniform_int: [1, 8]}");
  static final Key<Attachment> ATTACH =
      Key.optional(
          "attach", AttachKeys.KIND, "Another object in whose first instance's frame it stands.");
  static final Key<VectorParameter> AT =
      Key.withDefault(
              "at",
              POINT,
              "[0, 0, 0]",
              "x and y of the asset's origin and z of its lowest point, meters.")
          .example("[{uniform: [-1, 1]}, 0, 0.75]");
  static final Key<Placement> AREA =
      Key.optional("area", AreaKeys.KIND, "Somewhere in a rectangle, instead of at.");
  static final Key<Placement> PLACE =
      Key.optional(
          "place",
          PlaceKeys.KIND,
          "A place on surfaces, in patterns, along paths, in containers or in views.");
  static final Key<Affine3> TRANSFORM =
      Key.optional(
              "transform",
              new TransformKind(false),
              "Its exact pose with scale, instead of a place, angles and scale.")
          .example("[0, -1, 0, 2, 1, 0, 0, 3, 0, 0, 1, 0]");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault("yaw", ANGLE, "0", "About world +Z, counter-clockwise seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> PITCH =
      Key.withDefault("pitch", ANGLE, "0", "About its own +Y, after yaw.")
          .example("{choice: [0, 90]}");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "About its own +X, after pitch.")
          .example("{normal: [0, 5]}");
  static final Key<Parameter<Rotation>> ROTATION =
      Key.optional(
              "rotation",
              Parameters.rotation(),
              "The whole turn of its axes, instead of yaw, pitch and roll.")
          .example("{cone: {axis: [0, 0, 1], angle: 15}}");
  static final Key<VectorParameter> SCALE =
      Key.withDefault(
              "scale",
              new VectorKind(Parameters.perInstance(new NumberRange(1e-6, 1e6), ""), true),
              "1",
              "Factors along the asset's axes.")
          .example("{uniform: [0.8, 1.2]}");
  static final Key<VectorParameter> SIZE =
      Key.optional(
              "size",
              new VectorKind(Parameters.perInstance(new NumberRange(1e-6, 1e6), "m"), true),
              "Width, depth and height of a primitive, instead of scale.")
          .example("[{uniform: [0.2, 0.6]}, 0.4, 0.3]");
  static final Key<LabelChoice> LABEL =
      Key.optional(
              "label",
              new LabelKind(),
              "Its category; without it that of the asset. parent makes it a part of the"
                  + " instance it stands in, with one mask, box and id; none leaves it unlabelled.")
          .example("crate");
  static final Key<MotionDescription> MOTION =
      Key.optional(
          "motion",
          MotionKeys.KIND,
          "How it moves through a sequence from its place; children move with it.");
  public static final Key<MaterialDescription> MATERIAL =
      Key.withDefault("material", MaterialKeys.KIND, "{}", "Changes to its surface.");
  static final Key<SettleDescription> SETTLE =
      Key.optional(
              "settle",
              SettleKeys.KIND,
              "Its instances fall together from their places, as convex rigid bodies, among"
                  + " everything that was placed before, and stay where they come to rest. One that"
                  + " falls out of the world is left out and reported.")
          .example("physics");
  static final Key<List<MaterialDescription.Part>> MATERIALS =
      Key.optional(
          "materials",
          new NamedMapKind<>("a material", MaterialKeys.PART, true),
          "Changes to single materials of a built asset, by name; they go before material.");
  static final Key<List<Furnishing.Surface>> SURFACES =
      Key.optional(
          "surfaces",
          new NamedMapKind<>("a surface", FurnishingKeys.SURFACE, true),
          "Level places for others to stand on, by name, besides those of its asset.");
  static final Key<Aabb> INTERIOR =
      Key.optional("interior", FurnishingKeys.INTERIOR, "Room inside for others.");

  static final KeyRules RULES =
      new KeyRules(
          List.of(
              Schema.of(
                  "anyOf",
                  Stream.of("asset", "children", "surfaces", "interior")
                      .map(key -> Schema.required(key))
                      .toList()),
              Schema.excludes(
                  "instances",
                  "count",
                  "attach",
                  "at",
                  "area",
                  "place",
                  "transform",
                  "yaw",
                  "pitch",
                  "roll",
                  "rotation",
                  "scale",
                  "size",
                  "material",
                  "materials",
                  "settle",
                  "motion",
                  "occlusion",
                  "pixels",
                  "in_image"),
              Schema.excludes("settle", "motion"),
              followsItsPath(),
              Schema.excludes("at", "area", "place", "transform"),
              Schema.excludes("area", "place", "transform"),
              Schema.excludes("place", "transform"),
              Schema.excludes("transform", "yaw", "pitch", "roll", "rotation", "scale", "size"),
              Schema.excludes("rotation", "yaw", "pitch", "roll"),
              Schema.excludes("scale", "size"),
              Schema.needs("scale", "asset"),
              Schema.needs("size", "asset"),
              Schema.needs("label", "asset"),
              Schema.needs("occlusion", "asset"),
              Schema.needs("pixels", "asset"),
              Schema.needs("in_image", "asset"),
              TargetKeys.CAMERA_RULE,
              Schema.needs("material", "asset"),
              Schema.needs("materials", "asset"),
              Schema.needs("settle", "asset"),
              Schema.needs("keypoints", "asset"),
              Schema.needs("skeleton", "keypoints"),
              Schema.excludes("settle", "transform", "children"),
              Schema.of(
                  "if",
                  assetHas("primitive", "file", "ground", "horizon", "cove", "room"),
                  "then",
                  Schema.required("label")),
              Schema.of(
                  "if",
                  Schema.of("properties", Schema.of("asset", only(List.of("primitive")))),
                  "else",
                  Schema.of("properties", Schema.of("size", false))),
              Schema.of(
                  "if",
                  Schema.of("properties", Schema.of("asset", only(made()))),
                  "else",
                  Schema.of(
                      "properties",
                      Schema.of("material", Schema.of("properties", Schema.of("surface", false))))),
              Schema.of(
                  "if",
                  Schema.of("properties", Schema.of("asset", only(built()))),
                  "else",
                  Schema.of("properties", Schema.of("materials", false)))));

  public static final ObjectKind KIND = kind(1);

  private ObjectKeys() {}

  /** As JSON Schema, an object with an asset, alone or in a list, that has one of these keys. */
  private static Map<String, Object> assetHas(String... keys) {
    Map<String, Object> one =
        Schema.of(
            "type", "object", "anyOf", Stream.of(keys).map(key -> Schema.required(key)).toList());
    Map<String, Object> some = Schema.of("type", "array", "contains", one);
    return Schema.of(
        "required", List.of("asset"), "properties", Schema.of("asset", Schema.anyOf(one, some)));
  }

  /** As JSON Schema, that motion along a path starts from a place on one. */
  private static Map<String, Object> followsItsPath() {
    Map<String, Object> along = Schema.required("along");
    return Schema.of(
        "if",
        Schema.of("required", List.of("motion"), "properties", Schema.of("motion", along)),
        "then",
        Schema.of("required", List.of("place"), "properties", Schema.of("place", along)));
  }

  /** As JSON Schema, an asset that has one of these keys, or a list of such alone. */
  private static Map<String, Object> only(List<String> keys) {
    Map<String, Object> one =
        Schema.of(
            "type", "object", "anyOf", keys.stream().map(key -> Schema.required(key)).toList());
    return Schema.anyOf(one, Schema.of("type", "array", "items", one));
  }

  private static List<String> built() {
    return AssetKeys.BUILT.stream().map(Key::name).toList();
  }

  /** What surfaces lie on. */
  private static List<String> made() {
    return Stream.concat(Stream.of("primitive"), built().stream()).toList();
  }

  /**
   * @param level 1 for objects that stand in the world, one more for their children, and so on
   */
  private static ObjectKind kind(int level) {
    Key<Parameter<Double>> count = level == 1 ? COUNT : COUNT_OF_CHILDREN;
    Key<List<ObjectDescription>> children = children(level);
    List<Key<?>> keys = new ArrayList<>(List.of(ASSET, count));
    if (level == 1) {
      keys.add(ATTACH);
    }
    keys.addAll(
        List.of(
            AT,
            AREA,
            PLACE,
            TRANSFORM,
            InstanceKeys.INSTANCES,
            YAW,
            PITCH,
            ROLL,
            ROTATION,
            SCALE,
            SIZE,
            LABEL,
            MATERIAL,
            MATERIALS,
            SETTLE,
            MOTION,
            SURFACES,
            INTERIOR,
            KeypointKind.KEY,
            BoneKind.KEY,
            TargetKeys.OCCLUSION,
            TargetKeys.PIXELS,
            TargetKeys.IN_IMAGE,
            TargetKeys.CAMERA,
            children));
    return new ObjectKind(
        new MapKind<>(
            keys,
            RULES,
            new MapKind.Builder<ObjectDescription>() {
              @Override
              public Optional<ObjectDescription> build(Values values) {
                return builder(values).build();
              }

              @Override
              public void check(Values values) {
                builder(values).count();
              }

              private ObjectBuilder builder(Values values) {
                return new ObjectBuilder(values, keys, count, children);
              }
            }),
        List.of(count.name(), children.name()));
  }

  private static Key<List<ObjectDescription>> children(int level) {
    Optional<NamedMapKind<ObjectDescription>> below =
        level == DrawSite.MOST_LEVELS
            ? Optional.empty()
            : Optional.of(new NamedMapKind<>(title(level + 1), kind(level + 1), true));
    return Key.optional(
        CHILDREN,
        new ChildrenKind(below),
        "Objects that stand in the frame of each instance, by name; they turn and move"
            + " with it, but are not scaled with it.");
  }

  private static String title(int level) {
    return switch (level) {
      case 1 -> "an object";
      case 2 -> "a child";
      case 3 -> "a grandchild";
      default -> "a great-grandchild";
    };
  }
}
