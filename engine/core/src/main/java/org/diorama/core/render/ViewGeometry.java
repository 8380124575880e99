package org.diorama.core.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * What a view's rays meet, in its camera's frame, and by which ray a pixel is decided.
 *
 * @param draws by rising instance id
 * @param models of the draws, one each
 * @param scene its surfaces in the order of the draws
 */
public record ViewGeometry(View view, List<Draw> draws, List<Model> models, SceneBvh scene) {
  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset is not the one the job was
   *     made with
   */
  public static ViewGeometry of(RenderJob job, View view, AssetStore assets) {
    List<Draw> draws =
        job.draws().stream().sorted(Comparator.comparingInt(Draw::instanceId)).toList();
    List<Model> models = new ArrayList<>();
    List<PlacedSurface> surfaces = new ArrayList<>();
    for (Draw draw : draws) {
      Model model = draw.model(assets);
      models.add(model);
      surfaces.add(
          new PlacedSurface(
              view.viewFromObject(draw.worldFromObject()), MeshSurface.of(model, draw.level())));
    }
    return new ViewGeometry(view, draws, List.copyOf(models), new SceneBvh(surfaces));
  }

  public PlacedSurface surface(int draw) {
    return scene.surfaces().get(draw);
  }

  /**
   * Finds what is seen at an image position, pixel edges counted from 0. The hit's distance is the
   * planar depth.
   */
  public boolean see(SceneBvhTraversal traversal, double u, double v) {
    return traversal.closest(
        scene,
        Vec3.ZERO,
        view.camera().direction(u, v),
        ProjectedBounds.NEAR,
        Double.POSITIVE_INFINITY);
  }

  /** Whether one draw, alone in the scene, covers an image position. */
  public boolean covers(SceneBvhTraversal traversal, int draw, double u, double v) {
    return traversal.meets(
        scene, draw, Vec3.ZERO, view.camera().direction(u, v), ProjectedBounds.NEAR);
  }

  /**
   * How one draw's bounds lie to the image.
   *
   * @return empty where the level has no triangle
   */
  public Optional<ProjectedBounds> projected(int draw) {
    Aabb bounds = surface(draw).surface().bounds();
    return bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(ProjectedBounds.of(view.camera(), bounds, surface(draw).sceneFromObject()));
  }

  /** Share of one draw's full silhouette, by solid angle, outside the image. */
  public double truncation(SceneBvhTraversal traversal, int draw) {
    Optional<ProjectedBounds> projected = projected(draw);
    if (projected.isEmpty()) {
      return 1;
    }
    return switch (projected.get().relation()) {
      case INSIDE -> 0;
      case OUTSIDE -> 1;
      case CROSSING -> crossingTruncation(traversal, draw);
    };
  }

  private double crossingTruncation(SceneBvhTraversal traversal, int draw) {
    List<TruncationTile> tiles =
        TruncationTiles.cover(surface(draw).surface().bounds(), surface(draw).sceneFromObject());
    return TruncationTiles.truncation(
        view.camera(),
        tiles,
        (index, x, y) -> {
          TruncationTile tile = tiles.get(index);
          Vec3 direction =
              tile.viewFromTile().transformDirection(tile.camera().direction(x + 0.5, y + 0.5));
          return traversal.meets(scene, draw, Vec3.ZERO, direction, ProjectedBounds.NEAR);
        });
  }
}
