package org.diorama.core.sample.sight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.instance.Instance;

/**
 * What one camera sees of instances, by rays through the centers of the image's pixels: the same
 * rays that decide labels. It remembers how an instance looks until that is moved. One thread's
 * own.
 */
public final class Sight {
  private final SampledCamera camera;
  private final AssetFacts facts;
  private final List<LevelChooser.Eye> eyes;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final Map<Instance, Look> looks = new LinkedHashMap<>();

  /** How an instance looks where it stands: two looks are the same only if it did not move. */
  public static final class Look {
    private final Affine3 worldFromObject;
    private final PlacedSurface surface;
    private final PixelBox box;
    private final Aabb bounds;
    private final Map<Integer, Silhouette> silhouettes = new LinkedHashMap<>();

    private Look(Affine3 worldFromObject, PlacedSurface surface, PinholeCamera pinhole) {
      this.worldFromObject = worldFromObject;
      this.surface = surface;
      this.box =
          ProjectedBounds.of(pinhole, surface.surface().bounds(), surface.sceneFromObject()).box();
      this.bounds = surface.surface().bounds().transform(worldFromObject);
    }

    /**
     * Whether something of it may lie on the way from the camera to points.
     *
     * @param pixels that show the points
     * @param way a box of the world around camera and points
     */
    private boolean mayCover(PixelBox pixels, Aabb way) {
      for (int axis = 0; axis < 3; axis++) {
        if (!(bounds.min().component(axis) < way.max().component(axis)
            && way.min().component(axis) < bounds.max().component(axis))) {
          return false;
        }
      }
      return box.left() < pixels.right()
          && pixels.left() < box.right()
          && box.top() < pixels.bottom()
          && pixels.top() < box.bottom();
    }
  }

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

  /** How an instance looks now. */
  private Look look(Instance instance) {
    Affine3 pose = instance.worldFromObject();
    Look known = looks.get(instance);
    if (known != null && known.worldFromObject.equals(pose)) {
      return known;
    }
    AssetFact asset = instance.asset().orElseThrow();
    int level =
        LevelChooser.choose(
            asset, instance.scale(), List.of(instance.worldFromAxes()), List.of(eyes));
    MeshSurface surface = facts.surface(asset.id(), level);
    Look look =
        new Look(pose, new PlacedSurface(worldFromCamera().inverseTimes(pose), surface), pinhole());
    looks.put(instance, look);
    return look;
  }

  /**
   * Rays that meet an instance.
   *
   * @param most about how many rays; a larger silhouette is thinned out evenly
   */
  public Silhouette silhouette(Instance instance, int most) {
    Look look = look(instance);
    Silhouette known = look.silhouettes.get(most);
    if (known == null) {
      known = silhouette(look, most);
      look.silhouettes.put(most, known);
    }
    return known;
  }

  private Silhouette silhouette(Look look, int most) {
    PixelBox box = look.box;
    double pixels = (double) box.width() * box.height();
    int stride = Math.max(1, (int) Math.floor(Math.sqrt(pixels / most)));
    SceneBvh alone = new SceneBvh(List.of(look.surface));
    List<Vec3> directions = new ArrayList<>();
    List<Double> depths = new ArrayList<>();
    Vec3 eye = worldFromCamera().translation();
    Aabb way = new Aabb(eye, eye);
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
          way =
              way.include(worldFromCamera().transformPoint(direction.times(traversal.distance())));
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
        way,
        stride,
        directions.isEmpty() ? PixelBox.EMPTY : new PixelBox(left, top, right, bottom));
  }

  /** Whether nothing can hide any of an instance. It may be outside the image. */
  public boolean isClear(Instance instance, List<Instance> others) {
    Look look = look(instance);
    Aabb way = look.bounds.include(worldFromCamera().translation());
    return others.stream().noneMatch(other -> look(other).mayCover(look.box, way));
  }

  /** About how large an instance is in the image, from above. */
  public int mostPixels(Instance instance) {
    PixelBox box = look(instance).box;
    return box.width() * box.height();
  }

  /** How those look now that may stand in front of a silhouette. */
  public List<Look> before(Silhouette silhouette, List<Instance> others) {
    List<Look> before = new ArrayList<>();
    for (Instance other : others) {
      Look look = look(other);
      if (look.mayCover(silhouette.box(), silhouette.way())) {
        before.add(look);
      }
    }
    return before;
  }

  /**
   * Numbers of the silhouette's rays that nothing of these looks stands in front of.
   *
   * @param among the rays that are asked for
   */
  public BitSet unblocked(Silhouette silhouette, BitSet among, List<Look> before) {
    BitSet seen = (BitSet) among.clone();
    if (before.isEmpty()) {
      return seen;
    }
    SceneBvh scene = new SceneBvh(before.stream().map(look -> look.surface).toList());
    for (int ray = among.nextSetBit(0); ray >= 0; ray = among.nextSetBit(ray + 1)) {
      double limit = Math.nextDown(silhouette.depths()[ray]);
      if (limit > ProjectedBounds.NEAR
          && traversal.any(
              scene, Vec3.ZERO, silhouette.directions()[ray], ProjectedBounds.NEAR, limit)) {
        seen.clear(ray);
      }
    }
    return seen;
  }

  /** Numbers of all rays of a silhouette. */
  public static BitSet all(Silhouette silhouette) {
    BitSet all = new BitSet(silhouette.rays());
    all.set(0, silhouette.rays());
    return all;
  }
}
