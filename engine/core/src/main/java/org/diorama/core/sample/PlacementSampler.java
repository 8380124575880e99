package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;

/** Finds places for one frame's instances, in the order of the scene. */
final class PlacementSampler {
  /** Positions tried for a separate instance before it is left out. */
  static final int ATTEMPTS = 100;

  private final DrawLog draws;
  private final List<Footprint> taken = new ArrayList<>();

  PlacementSampler(DrawLog draws) {
    this.draws = draws;
  }

  /**
   * What is to be placed.
   *
   * @param bounds of the asset; nothing for a mere frame, which takes no room
   * @param rotation parent's (or world's) frame from the object's axes
   * @param yaw of the rotation, radians
   * @param parent in whose frame it is placed
   */
  record Body(
      Optional<Aabb> bounds, Affine3 rotation, Vec3 scale, double yaw, Optional<Instance> parent) {
    /** Height of the origin above the lowest point, in the parent's frame. */
    double originAboveLowest() {
      return bounds.map(box -> -box.transform(rotationAndScale()).min().z()).orElse(0.0);
    }

    Affine3 rotationAndScale() {
      return rotation.times(Affine3.scaling(scale));
    }
  }

  /**
   * Translation, in the parent's frame, of an instance whose lowest point rests on its surface;
   * empty where every attempt met another instance.
   *
   * @param site the instance
   */
  Optional<Vec3> place(Placement placement, DrawSite site, Body body) {
    if (placement instanceof Placement.At at) {
      Vec3 position = draws.vector(at.position(), site);
      return Optional.of(
          new Vec3(position.x(), position.y(), position.z() + body.originAboveLowest()));
    }
    Placement.Area area = (Placement.Area) placement;
    double z = draws.number(area.z(), site) + body.originAboveLowest();
    Attempts drawing = new Attempts(draws, Scope.INSTANCE);
    int attempts = drawing.varies(area.x()) || drawing.varies(area.y()) ? ATTEMPTS : 1;
    for (int attempt = 0; attempt < attempts; attempt++) {
      drawing.again();
      Vec3 position = new Vec3(drawing.number(area.x(), site), drawing.number(area.y(), site), z);
      if (!area.separate() || claim(area, body, position)) {
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }

  private boolean claim(Placement.Area area, Body body, Vec3 position) {
    if (body.bounds().isEmpty()) {
      return true;
    }
    Affine3 worldFromParent = body.parent().map(Instance::worldFromAxes).orElse(Affine3.IDENTITY);
    Affine3 parentFromObject = Affine3.translation(position).times(body.rotationAndScale());
    Footprint footprint =
        Footprint.of(
            body.bounds().get(),
            worldFromParent.times(parentFromObject),
            Rotations.heading(worldFromParent) + body.yaw(),
            area.clearance());
    if (taken.stream().anyMatch(footprint::conflictsWith)) {
      return false;
    }
    taken.add(footprint);
    return true;
  }
}
