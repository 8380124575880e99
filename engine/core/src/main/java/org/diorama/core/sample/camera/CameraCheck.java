package org.diorama.core.sample.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.collision.PointInside;
import org.diorama.core.collision.Shells;
import org.diorama.core.collision.SurfaceDistance;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.CategoryResolver;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.sight.VisibleInstances;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.SceneDescription;

/** Whether cameras keep their constraints among the surfaces that are drawn. */
public final class CameraCheck {
  private final SceneDescription scene;
  private final AssetFacts facts;
  private final CategoryResolver categories;
  private final PointInside inside;

  /**
   * @param shells remembers surfaces from frame to frame
   */
  public CameraCheck(
      SceneDescription scene, AssetFacts facts, CategoryResolver categories, Shells shells) {
    this.scene = scene;
    this.facts = facts;
    this.categories = categories;
    this.inside = new PointInside(shells);
  }

  /**
   * All that is drawn at one moment.
   *
   * @param levels of detail, one each
   */
  public record Surroundings(List<Instance> drawn, int[] levels, double seconds) {}

  /** What a camera does not keep, if anything. */
  public Optional<String> violation(
      CameraDescription camera,
      DrawnMount.DrawnCamera lens,
      Affine3 worldFromCamera,
      Surroundings around) {
    CameraConstraints constraints = camera.constraints();
    String path = camera.path() + ".constraints.";
    Vec3 eye = worldFromCamera.translation();
    for (int i = 0; i < around.drawn().size(); i++) {
      Instance instance = around.drawn().get(i);
      MeshSurface surface = surface(around, i);
      if (constraints.outside() && encloses(instance, surface, eye, around.seconds())) {
        return Optional.of(path + "outside: it stands inside " + instance.object().name());
      }
      if (isNear(instance, surface, eye, constraints.clearance(), around.seconds())) {
        return Optional.of(
            path
                + "clearance: it is nearer to "
                + instance.object().name()
                + " than "
                + DecimalText.of(constraints.clearance())
                + " m");
      }
    }
    return constraints.minVisible().isEmpty()
        ? Optional.empty()
        : unseen(constraints.minVisible(), lens, worldFromCamera, around)
            .map(problem -> path + "min_visible." + problem);
  }

  private MeshSurface surface(Surroundings around, int i) {
    AssetFact asset = around.drawn().get(i).asset().orElseThrow();
    return facts.surface(asset.id(), around.levels()[i]);
  }

  private boolean encloses(Instance instance, MeshSurface surface, Vec3 eye, double seconds) {
    Vec3 point = instance.worldFromObject(seconds).inverse().transformPoint(eye);
    return within(surface, point) && inside.contains(surface, point);
  }

  private static boolean within(MeshSurface surface, Vec3 point) {
    return surface.bounds().include(point).equals(surface.bounds());
  }

  private static boolean isNear(
      Instance instance, MeshSurface surface, Vec3 eye, double clearance, double seconds) {
    if (clearance == 0) {
      return false;
    }
    Vec3 point = instance.worldFromAxes(seconds).inverse().transformPoint(eye);
    return SurfaceDistance.isWithin(surface, instance.scale(), point, clearance);
  }

  private Optional<String> unseen(
      Map<String, Integer> wanted,
      DrawnMount.DrawnCamera lens,
      Affine3 worldFromCamera,
      Surroundings around) {
    List<PlacedSurface> surfaces = new ArrayList<>();
    for (int i = 0; i < around.drawn().size(); i++) {
      Affine3 pose = around.drawn().get(i).worldFromObject(around.seconds());
      surfaces.add(new PlacedSurface(pose, surface(around, i)));
    }
    VisibleInstances visible = new VisibleInstances(lens.pinhole(), worldFromCamera, surfaces);
    for (Category category : scene.categories()) {
      int least = wanted.getOrDefault(category.name(), 0);
      int seen = 0;
      for (int i = 0; i < surfaces.size() && seen < least; i++) {
        Instance instance = around.drawn().get(i);
        int id = categories.categoryId(instance.object(), instance.asset().orElseThrow());
        seen += id == category.id() && visible.labels(i, scene.labels()) ? 1 : 0;
      }
      if (seen < least) {
        return Optional.of(category.name() + ": it sees " + seen + " of " + least);
      }
    }
    return Optional.empty();
  }
}
