package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.NearestNames;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.GivenInstance;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.NumberBounds;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.grammar.kind.Values;

/** Makes an object of the values of its keys. */
final class ObjectBuilder {
  /** Of what says no count. */
  private static final double ONE = 1;

  private final Values values;
  private final List<Key<?>> keys;
  private final boolean isChild;
  private final Key<Parameter<Double>> countKey;
  private final Key<List<ObjectDescription>> childrenKey;

  /**
   * @param keys of the level of objects
   * @param countKey the level's own
   * @param childrenKey the level's own
   */
  ObjectBuilder(
      Values values,
      List<Key<?>> keys,
      Key<Parameter<Double>> countKey,
      Key<List<ObjectDescription>> childrenKey) {
    this.values = values;
    this.keys = List.copyOf(keys);
    this.isChild = !keys.contains(ObjectKeys.ATTACH);
    this.countKey = countKey;
    this.childrenKey = childrenKey;
  }

  /** Notes how many there can be; those that fill their places count as none. */
  void count() {
    Optional<List<GivenInstance>> given = values.find(InstanceKeys.INSTANCES);
    boolean fills =
        !values.has(countKey)
            && values.find(ObjectKeys.PLACE).filter(ObjectBuilder::hasPlaces).isPresent();
    double most =
        given
            .map(instances -> (double) instances.size())
            .or(() -> values.find(countKey).map(each -> NumberBounds.of(each.distribution()).max()))
            .orElse(fills ? 0.0 : ONE);
    InstanceCounts.of(values.reading()).put(values.path(), most, given.isEmpty());
  }

  /** Empty where a problem was reported. */
  Optional<ObjectDescription> build() {
    count();
    boolean good = ObjectKeys.RULES.hold(values, keys);
    good &= checkAsset();
    good &= checkPlace();
    good &= checkMotion();
    good &= TargetKeys.checkCamera(values);
    good &= checkInstances();
    good &= BoneKind.check(values);
    return good ? Optional.of(object()) : Optional.empty();
  }

  private boolean checkAsset() {
    List<AssetReference> kinds =
        values.find(ObjectKeys.ASSET).map(AssetReference::alternatives).orElse(List.of());
    boolean good = true;
    if (values.has(ObjectKeys.SIZE)
        && !kinds.stream().allMatch(AssetReference.Primitive.class::isInstance)) {
      values.problem(
          ObjectKeys.SIZE, "only primitives take a size", "Write scale: factors of its true size.");
      good = false;
    }
    boolean uncategorized =
        kinds.stream()
            .anyMatch(
                kind ->
                    kind instanceof AssetReference.Primitive
                        || kind instanceof AssetReference.Built
                        || kind instanceof AssetReference.ModelFile);
    if (uncategorized && !values.has(ObjectKeys.LABEL)) {
      values.problem(
          "primitives, built assets and files have no category of their own",
          "Add label: CATEGORY or label: none.");
      good = false;
    }
    return good & checkMaterials(kinds);
  }

  private boolean checkMaterials(List<AssetReference> kinds) {
    Optional<MaterialDescription> all = values.find(ObjectKeys.MATERIAL);
    return checkMaterial(kinds, all.orElse(MaterialDescription.NONE), ObjectKeys.MATERIAL)
        && checkParts(
            kinds, values.find(ObjectKeys.MATERIALS).orElse(List.of()), ObjectKeys.MATERIALS);
  }

  private boolean checkMaterial(
      List<AssetReference> kinds, MaterialDescription material, Key<?> key) {
    boolean made =
        kinds.stream()
            .allMatch(
                kind ->
                    kind instanceof AssetReference.Primitive
                        || kind instanceof AssetReference.Built);
    if (!made && material.surface().isPresent()) {
      values.problem(
          key,
          "surfaces are for primitives and built assets: on others, images lie as they please",
          "Remove surface.");
      return false;
    }
    return true;
  }

  private boolean checkParts(
      List<AssetReference> kinds, List<MaterialDescription.Part> parts, Key<?> key) {
    List<String> names =
        kinds.stream()
            .filter(AssetReference.Built.class::isInstance)
            .flatMap(kind -> ((AssetReference.Built) kind).construction().materials().stream())
            .distinct()
            .toList();
    for (MaterialDescription.Part part : parts) {
      if (!names.contains(part.name())) {
        values.problem(
            key,
            "no material is called " + Shown.text(part.name()),
            names.isEmpty()
                ? "Write material: only built assets have materials of known names."
                : NearestNames.advice(part.name(), names));
        return false;
      }
    }
    return true;
  }

  /** What stands in a frame takes the surfaces of that frame; what stands alone names a carrier. */
  private boolean checkPlace() {
    if (!values.has(ObjectKeys.PLACE)) {
      return true;
    }
    Placement placement = values.get(ObjectKeys.PLACE);
    boolean inFrame = isChild || values.has(ObjectKeys.ATTACH);
    if (placement instanceof Placement.InView && inFrame) {
      values.problem(
          ObjectKeys.PLACE, "in_view is a place in the world", "Stand it at the top of objects.");
      return false;
    }
    boolean needsCarrier =
        placement instanceof Placement.Inside
            || placement instanceof Placement.Arranged arranged
                && arranged.ground() instanceof Ground.Surfaces;
    if (needsCarrier && placement.carrier().isPresent() == inFrame) {
      values.problem(
          ObjectKeys.PLACE,
          inFrame
              ? "it stands in a frame already, and cannot be on or in " + placement.carrier().get()
              : "it names a place without its object",
          inFrame
              ? "Name a surface alone, or in: parent."
              : "Write on: OBJECT.SURFACE, or in: OBJECT.");
      return false;
    }
    return true;
  }

  private boolean checkMotion() {
    boolean follows =
        values
            .find(ObjectKeys.MOTION)
            .filter(MotionDescription.AlongPath.class::isInstance)
            .isPresent();
    boolean good =
        !follows
            || !values.reading().whole(values.path())
            || placement() instanceof Placement.Along;
    if (!good) {
      values.problem(
          ObjectKeys.MOTION,
          "it stands on no path that it could follow",
          "Write place: {along: PATH}.");
    }
    return good;
  }

  private boolean checkInstances() {
    boolean good = true;
    for (GivenInstance instance : values.find(InstanceKeys.INSTANCES).orElse(List.of())) {
      good &= checkInstance(instance);
    }
    return good;
  }

  /** Numbers go as deep as the object does, and assets are there one by one. */
  private boolean checkInstance(GivenInstance instance) {
    int levels = name().split("\\.").length;
    String numbers = InstanceKeys.numbers(instance.site());
    String at = InstanceKeys.INSTANCES.name() + "." + numbers;
    if (numbers.split("-").length != levels) {
      values.problem(
          at,
          numbers + " does not count the instances of " + levels + " levels of objects",
          "Write a number for each level, with dashes between.");
      return false;
    }
    List<AssetReference> assets =
        values.find(ObjectKeys.ASSET).map(AssetReference::alternatives).orElse(List.of());
    boolean any = assets.stream().anyMatch(AssetReference.AnyOf.class::isInstance);
    if (any || instance.asset() >= Math.max(1, assets.size())) {
      values.problem(
          at,
          any ? "a category is not one asset" : "there is no asset " + instance.asset(),
          "List each asset under asset, and name them by their numbers from 0.");
      return false;
    }
    List<AssetReference> its = assets.isEmpty() ? List.of() : List.of(assets.get(instance.asset()));
    return checkMaterial(its, instance.material(), InstanceKeys.INSTANCES)
        && checkParts(its, instance.material().parts(), InstanceKeys.INSTANCES);
  }

  private ObjectDescription object() {
    Placement placement = placement();
    boolean fills = !values.has(countKey) && hasPlaces(placement);
    return new ObjectDescription(
        name(),
        values.path(),
        values.find(ObjectKeys.ASSET),
        fills ? Optional.empty() : Optional.of(values.get(countKey)),
        values.find(ObjectKeys.ATTACH),
        placement,
        values.get(ObjectKeys.YAW),
        values.get(ObjectKeys.PITCH),
        values.get(ObjectKeys.ROLL),
        values.find(ObjectKeys.ROTATION),
        values.find(ObjectKeys.SIZE).orElseGet(this::scale),
        values.find(ObjectKeys.LABEL).orElseGet(LabelChoice.FromAsset::new),
        values.has(ObjectKeys.ASSET)
            ? values
                .get(ObjectKeys.MATERIAL)
                .withParts(values.find(ObjectKeys.MATERIALS).orElse(List.of()))
            : MaterialDescription.NONE,
        new Furnishing(
            values.find(ObjectKeys.SURFACES).orElse(List.of()), values.find(ObjectKeys.INTERIOR)),
        values.find(childrenKey).orElse(List.of()),
        TargetKeys.targets(values),
        values.find(ObjectKeys.MOTION),
        values.find(ObjectKeys.SETTLE),
        values.find(KeypointKind.KEY).orElse(List.of()),
        values.find(BoneKind.KEY).orElse(List.of()));
  }

  private Placement placement() {
    if (values.has(InstanceKeys.INSTANCES)) {
      return new Placement.Given(values.get(InstanceKeys.INSTANCES));
    }
    if (values.has(ObjectKeys.TRANSFORM)) {
      return new Placement.Exact(values.get(ObjectKeys.TRANSFORM));
    }
    return values
        .find(ObjectKeys.AREA)
        .or(() -> values.find(ObjectKeys.PLACE))
        .orElseGet(() -> new Placement.At(values.get(ObjectKeys.AT)));
  }

  private VectorParameter scale() {
    return values.get(ObjectKeys.SCALE);
  }

  private static boolean hasPlaces(Placement placement) {
    if (placement instanceof Placement.Arranged arranged) {
      boolean endless =
          arranged.arrangement() instanceof Arrangement.Row
              && arranged.ground() instanceof Ground.Plane;
      return arranged.arrangement().hasPlaces() && !endless;
    }
    return placement instanceof Placement.Along along && along.gap().isPresent();
  }

  /** Steps of the path that are names, such as {@code shelf.facing}. */
  private String name() {
    String[] steps = values.path().split("\\.");
    List<String> names = new ArrayList<>();
    for (int i = 1; i < steps.length; i += 2) {
      names.add(steps[i]);
    }
    return String.join(".", names);
  }
}
