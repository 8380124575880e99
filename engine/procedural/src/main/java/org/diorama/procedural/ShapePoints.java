package org.diorama.procedural;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.NamedPoint;

/**
 * Named points of the unit shapes: corners, tips, poles. As of models, the front is -Y and the left
 * is +X. A ring has none.
 */
final class ShapePoints {
  private static final Vec3 BASE = Vec3.ZERO;
  private static final Vec3 TIP = Vec3.UNIT_Z;

  private ShapePoints() {}

  static AssetKeypoints of(Shape shape) {
    return switch (shape) {
      case PLANE -> corners("", 0, List.of());
      case QUAD ->
          joined(
              List.of(
                  new NamedPoint("bottom_left", new Vec3(0.5, 0, 0)),
                  new NamedPoint("bottom_right", new Vec3(-0.5, 0, 0)),
                  new NamedPoint("top_right", new Vec3(-0.5, 0, 1)),
                  new NamedPoint("top_left", new Vec3(0.5, 0, 1))),
              ring("bottom_left", "bottom_right", "top_right", "top_left"));
      case BOX -> box();
      case PYRAMID -> corners("base_", 0, List.of(new NamedPoint("tip", TIP)));
      case CONE -> axis("base", "tip");
      case SPHERE, CYLINDER, CAPSULE -> axis("bottom", "top");
      case TORUS -> new AssetKeypoints(List.of(), Skeleton.NONE);
    };
  }

  private static AssetKeypoints axis(String lower, String upper) {
    return joined(
        List.of(new NamedPoint(lower, BASE), new NamedPoint(upper, TIP)),
        List.of(new Bone(lower, upper)));
  }

  /** The corners of a level square, and points that are joined to each. */
  private static AssetKeypoints corners(String prefix, double height, List<NamedPoint> joined) {
    List<NamedPoint> points = new ArrayList<>(square(prefix, height));
    String[] names = points.stream().map(NamedPoint::name).toArray(String[]::new);
    List<Bone> bones = new ArrayList<>(ring(names));
    for (NamedPoint point : joined) {
      points.add(point);
      for (String name : names) {
        bones.add(new Bone(name, point.name()));
      }
    }
    return joined(points, bones);
  }

  private static AssetKeypoints box() {
    List<NamedPoint> points = new ArrayList<>(square("bottom_", 0));
    points.addAll(square("top_", 1));
    List<Bone> bones = new ArrayList<>();
    for (String level : List.of("bottom_", "top_")) {
      bones.addAll(ring(square(level, 0).stream().map(NamedPoint::name).toArray(String[]::new)));
    }
    for (int i = 0; i < 4; i++) {
      bones.add(new Bone(points.get(i).name(), points.get(i + 4).name()));
    }
    return joined(points, bones);
  }

  private static List<NamedPoint> square(String prefix, double height) {
    return List.of(
        new NamedPoint(prefix + "front_left", new Vec3(0.5, -0.5, height)),
        new NamedPoint(prefix + "front_right", new Vec3(-0.5, -0.5, height)),
        new NamedPoint(prefix + "rear_right", new Vec3(-0.5, 0.5, height)),
        new NamedPoint(prefix + "rear_left", new Vec3(0.5, 0.5, height)));
  }

  private static List<Bone> ring(String... names) {
    List<Bone> bones = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      bones.add(new Bone(names[i], names[(i + 1) % names.length]));
    }
    return bones;
  }

  private static AssetKeypoints joined(List<NamedPoint> points, List<Bone> bones) {
    return new AssetKeypoints(
        points, new Skeleton(points.stream().map(NamedPoint::name).toList(), bones));
  }
}
