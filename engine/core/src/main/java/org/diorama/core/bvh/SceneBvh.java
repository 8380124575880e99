package org.diorama.core.bvh;

import java.util.List;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * A hierarchy over placed surfaces, each with its own below. Immutable. Build it in a space whose
 * origin lies near what is looked at, such as the camera's: boxes of the upper level are floats
 * (rounded outwards), everything else is double.
 */
public final class SceneBvh {
  /** Outward growth of the boxes, relative to the largest coordinate: above all rounding errors. */
  private static final double MARGIN = 0x1.0p-22;

  private final List<PlacedSurface> surfaces;
  private final Affine3[] objectFromScene;
  private final MeshBvh hierarchy;

  /**
   * @throws ArithmeticException where a surface's transform is singular
   */
  public SceneBvh(List<PlacedSurface> surfaces) {
    this.surfaces = List.copyOf(surfaces);
    this.objectFromScene =
        this.surfaces.stream()
            .map(surface -> surface.sceneFromObject().inverse())
            .toArray(Affine3[]::new);
    float[] boxes = new float[6 * surfaces.size()];
    for (int i = 0; i < surfaces.size(); i++) {
      enclose(this.surfaces.get(i), boxes, 6 * i);
    }
    this.hierarchy = BinnedSahBuilder.build(boxes);
  }

  private static void enclose(PlacedSurface placed, float[] boxes, int at) {
    Aabb local = placed.surface().bounds();
    if (local.isEmpty()) {
      return;
    }
    Aabb box = local.transform(placed.sceneFromObject());
    Vec3 reach = box.max().max(box.min().negate());
    double margin = Math.max(reach.x(), Math.max(reach.y(), reach.z())) * MARGIN;
    for (int axis = 0; axis < 3; axis++) {
      boxes[at + axis] = (float) (box.min().component(axis) - margin);
      boxes[at + axis + 3] = (float) (box.max().component(axis) + margin);
    }
  }

  public List<PlacedSurface> surfaces() {
    return surfaces;
  }

  Affine3 objectFromScene(int surface) {
    return objectFromScene[surface];
  }

  MeshBvh hierarchy() {
    return hierarchy;
  }
}
