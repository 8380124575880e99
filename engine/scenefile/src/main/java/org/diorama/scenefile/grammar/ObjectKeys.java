package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.VectorParameter;

/** Keys of one entry of {@code objects}. */
final class ObjectKeys {
  private static final NumberParameterKind ANGLE =
      Parameters.perInstance(Parameters.ANGLE, "degrees");
  private static final VectorKind POINT =
      new VectorKind(Parameters.perInstance(Parameters.COORDINATE, "m"), false);

  static final Key<AssetReference> ASSET =
      Key.required("asset", AssetKeys.KIND, "What it is made of.")
          .example("{category: [car, truck]}");
  static final Key<Parameter<Double>> COUNT =
      Key.withDefault(
              "count",
              Parameters.count(SampledNode.MAX_INSTANCE_ID),
              "1",
              "How many instances a frame has.")
          .example("{uniform_int: [1, 8]}");
  static final Key<VectorParameter> AT =
      Key.withDefault(
              "at",
              POINT,
              "[0, 0, 0]",
              "x and y of the asset's origin and z of its lowest point, meters.")
          .example("[{uniform: [-1, 1]}, 0, 0.75]");
  static final Key<Placement> AREA =
      Key.optional("area", AreaKeys.KIND, "Somewhere in a rectangle, instead of at.");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault("yaw", ANGLE, "0", "About world +Z, counter-clockwise seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> PITCH =
      Key.withDefault("pitch", ANGLE, "0", "About its own +Y, after yaw.")
          .example("{choice: [0, 90]}");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "About its own +X, after pitch.")
          .example("{normal: [0, 5]}");
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
      Key.optional("label", new LabelKind(), "Its category; without it that of the asset.")
          .example("crate");
  static final Key<MaterialDescription> MATERIAL =
      Key.withDefault("material", MaterialKeys.KIND, "{}", "Changes to its surface.");

  static final MapKind<ObjectDescription> KIND =
      new MapKind<>(
          List.of(ASSET, COUNT, AT, AREA, YAW, PITCH, ROLL, SCALE, SIZE, LABEL, MATERIAL),
          List.of(
              Schema.excludes("area", "at"),
              Schema.excludes("size", "scale"),
              Schema.of("if", assetHas("primitive", "file"), "then", Schema.required("label")),
              Schema.of(
                  "if",
                  Schema.of("properties", Schema.of("asset", onlyPrimitives())),
                  "else",
                  Schema.of("properties", Schema.of("size", false)))),
          ObjectKeys::object);

  private ObjectKeys() {}

  private static Optional<ObjectDescription> object(Values values) {
    AssetReference asset = values.get(ASSET);
    boolean good = true;
    if (values.has(AT) && values.has(AREA)) {
      values.problem(AREA, "there is also at", "Write one of at and area.");
      good = false;
    }
    List<AssetReference> kinds = alternatives(asset);
    if (values.has(SIZE) && !kinds.stream().allMatch(AssetReference.Primitive.class::isInstance)) {
      values.problem(SIZE, "only primitives take a size", "Write scale: factors of its true size.");
      good = false;
    }
    if (values.has(SIZE) && values.has(SCALE)) {
      values.problem(SCALE, "there is also size", "Write one of size and scale.");
      good = false;
    }
    boolean uncategorized =
        kinds.stream()
            .anyMatch(
                kind ->
                    kind instanceof AssetReference.Primitive
                        || kind instanceof AssetReference.ModelFile);
    if (uncategorized && !values.has(LABEL)) {
      values.problem(
          "primitives and files have no category of their own",
          "Add label: CATEGORY or label: none.");
      good = false;
    }
    return good ? Optional.of(build(values, asset)) : Optional.empty();
  }

  /** As JSON Schema, an object with an asset, alone or in a list, that has one of these keys. */
  private static Map<String, Object> assetHas(String... keys) {
    Map<String, Object> one =
        Schema.of(
            "type", "object", "anyOf", Stream.of(keys).map(key -> Schema.required(key)).toList());
    Map<String, Object> some = Schema.of("type", "array", "contains", one);
    return Schema.of(
        "required", List.of("asset"), "properties", Schema.of("asset", Schema.anyOf(one, some)));
  }

  private static Map<String, Object> onlyPrimitives() {
    Map<String, Object> one = Schema.of("type", "object", "required", List.of("primitive"));
    return Schema.anyOf(one, Schema.of("type", "array", "items", one));
  }

  private static List<AssetReference> alternatives(AssetReference asset) {
    return asset instanceof AssetReference.OneOf one ? one.alternatives() : List.of(asset);
  }

  private static ObjectDescription build(Values values, AssetReference asset) {
    return new ObjectDescription(
        values.name(),
        values.path(),
        asset,
        values.get(COUNT),
        values.find(AREA).orElseGet(() -> new Placement.At(values.get(AT))),
        values.get(YAW),
        values.get(PITCH),
        values.get(ROLL),
        values.find(SIZE).orElseGet(() -> values.get(SCALE)),
        values.find(LABEL).orElseGet(LabelChoice.FromAsset::new),
        values.get(MATERIAL));
  }
}
