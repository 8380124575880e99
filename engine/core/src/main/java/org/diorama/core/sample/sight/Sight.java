package org.diorama.core.sample.sight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.instance.Instance;

/**
 * What one camera sees of instances, by rays through the centers of the image's pixels: the same
 * rays that decide labels. One thread's own.
 */
public final class Sight {
  private final SampledCamera camera;
  private final AssetFacts facts;
  private final List<LevelChooser.Eye> eyes;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();

  /**
   * @param camera that looks
   * @param cameras all of the frame: they decide levels of detail
   */
  public Sight(SampledCamera camera, AssetFacts facts, List<SampledCamera> cameras) {
    this.camera = camera;
    this.facts = facts;
    this.eyes =
        cameras.stream()
            .map(
                each ->
                    LevelChooser.Eye.of(each.pinhole(), each.worldFromCamera().atLabelInstant()))
            .toList();
  }

  public PinholeCamera pinhole() {
    return camera.pinhole();
  }

  public Affine3 worldFromCamera() {
    return camera.worldFromCamera().atLabelInstant();
  }

  /**
   * Rays that meet an instance.
   *
   * @param most about how many rays; a larger silhouette is thinned out evenly
   */
  public Silhouette silhouette(Instance instance, int most) {
    PlacedSurface surface = surface(instance);
    PixelBox box =
        ProjectedBounds.of(camera.pinhole(), surface.surface().bounds(), surface.sceneFromObject())
            .box();
    double pixels = (double) box.width() * box.height();
    int stride = Math.max(1, (int) Math.floor(Math.sqrt(pixels / most)));
    SceneBvh alone = new SceneBvh(List.of(surface));
    List<Vec3> directions = new ArrayList<>();
    List<Double> depths = new ArrayList<>();
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int y = box.top() + stride / 2; y < box.bottom(); y += stride) {
      for (int x = box.left() + stride / 2; x < box.right(); x += stride) {
        Vec3 direction = camera.pinhole().direction(x + 0.5, y + 0.5);
        if (traversal.closest(
            alone, Vec3.ZERO, direction, ProjectedBounds.NEAR, Double.POSITIVE_INFINITY)) {
          directions.add(direction);
          depths.add(traversal.distance());
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Silhouette(
        directions.toArray(Vec3[]::new),
        depths.stream().mapToDouble(Double::doubleValue).toArray(),
        stride,
        directions.isEmpty() ? PixelBox.EMPTY : new PixelBox(left, top, right, bottom));
  }

  /** Numbers of the silhouette's rays that nothing of these instances stands in front of. */
  public BitSet unblocked(Silhouette silhouette, List<Instance> others) {
    SceneBvh scene = new SceneBvh(others.stream().map(this::surface).toList());
    BitSet seen = new BitSet(silhouette.rays());
    for (int ray = 0; ray < silhouette.rays(); ray++) {
      double before = Math.nextDown(silhouette.depths()[ray]);
      if (before <= ProjectedBounds.NEAR
          || !traversal.any(
              scene, Vec3.ZERO, silhouette.directions()[ray], ProjectedBounds.NEAR, before)) {
        seen.set(ray);
      }
    }
    return seen;
  }

  private PlacedSurface surface(Instance instance) {
    AssetFact asset = instance.asset().orElseThrow();
    int level =
        LevelChooser.choose(
            asset, instance.scale(), List.of(instance.worldFromAxes()), List.of(eyes));
    MeshSurface surface = facts.surface(asset.id(), level);
    return new PlacedSurface(worldFromCamera().inverseTimes(instance.worldFromObject()), surface);
  }
}
