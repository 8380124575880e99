package org.diorama.core.sample;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/** Placements and hierarchies for tests. */
public final class Places {
  public static final Placement.Separation SEPARATE = new Placement.Separation(true, 0);

  private Places() {}

  public static Parameter<Double> constant(double value) {
    return Parameter.constant("constant", value);
  }

  public static VectorParameter vector(double x, double y, double z) {
    return VectorParameter.constant("constant", new Vec3(x, y, z));
  }

  public static Ground plane(double x, double y, double z) {
    return new Ground.Plane(vector(x, y, z));
  }

  public static Ground.Surfaces on(String carrier, double inset, String... names) {
    return new Ground.Surfaces(
        Optional.ofNullable(carrier), List.of(names), inset, Optional.empty(), Optional.empty());
  }

  public static ObjectDescription arranged(
      ObjectDescription object, Ground ground, Arrangement arrangement) {
    return placed(object, new Placement.Arranged(ground, arrangement, SEPARATE));
  }

  public static ObjectDescription placed(ObjectDescription object, Placement placement) {
    return object.toBuilder().placement(placement).build();
  }

  public static ObjectDescription at(ObjectDescription object, double x, double y, double z) {
    return placed(object, new Placement.At(vector(x, y, z)));
  }

  public static ObjectDescription filling(ObjectDescription object) {
    return object.toBuilder().countOfPlaces().build();
  }

  public static ObjectDescription counted(ObjectDescription object, int count) {
    return object.toBuilder().count(constant(count)).build();
  }

  public static ObjectDescription turned(ObjectDescription object) {
    return object.toBuilder()
        .yaw(Scenes.uniform(object.path() + ".yaw", 0, 360, Scope.INSTANCE))
        .build();
  }

  public static ObjectDescription sized(ObjectDescription object, double x, double y, double z) {
    return object.toBuilder().scale(vector(x, y, z)).build();
  }

  /** The same as a child of another: its name and path are those of a child. */
  public static ObjectDescription with(ObjectDescription parent, ObjectDescription... children) {
    return parent.toBuilder()
        .children(List.of(children).stream().map(child -> below(parent, child)).toList())
        .build();
  }

  private static ObjectDescription below(ObjectDescription parent, ObjectDescription child) {
    String name = child.name().substring(child.name().lastIndexOf('.') + 1);
    ObjectDescription renamed =
        child.toBuilder()
            .name(parent.name() + "." + name)
            .path(parent.path() + ".children." + name)
            .build();
    return with(renamed, renamed.children().toArray(ObjectDescription[]::new));
  }

  public static ObjectDescription frame(ObjectDescription object) {
    return object.toBuilder().asset(Optional.empty()).build();
  }

  public static ObjectDescription furnished(ObjectDescription object, Furnishing furnishing) {
    return object.toBuilder().furnishing(furnishing).build();
  }

  public static Furnishing.Surface rectangle(String name, double halfX, double halfY, double z) {
    return new Furnishing.Surface(
        name,
        z,
        List.of(
            new Vec3(-halfX, -halfY, 0),
            new Vec3(halfX, -halfY, 0),
            new Vec3(halfX, halfY, 0),
            new Vec3(-halfX, halfY, 0)));
  }

  public static SampledFrame sample(SceneDescription scene, long frame) {
    return new FrameSampler(scene, FixedFacts.BOX).sample(frame);
  }

  public static SampledFrame sample(long frame, ObjectDescription... objects) {
    return sample(Scenes.scene(7, objects), frame);
  }

  public static List<SampledNode> group(SampledFrame frame, String group) {
    return frame.nodes().stream().filter(node -> node.group().equals(group)).toList();
  }

  public static Affine3 pose(SampledNode node) {
    return node.worldFromObject().atLabelInstant();
  }

  public static Vec3 origin(SampledNode node) {
    return pose(node).translation();
  }

  public static List<Vec3> origins(SampledFrame frame, String group) {
    return group(frame, group).stream().map(Places::origin).toList();
  }
}
