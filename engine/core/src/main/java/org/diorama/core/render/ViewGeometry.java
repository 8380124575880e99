package org.diorama.core.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;

/**
 * What a view's rays meet, in its camera's frame, and by which ray a pixel is decided.
 *
 * @param draws by rising instance id
 * @param models of the draws, one each
 * @param scene its surfaces in the order of the draws
 * @param rows of the instance table
 */
public record ViewGeometry(
    View view, List<Draw> draws, List<Model> models, SceneBvh scene, List<InstanceRow> rows) {
  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset is not the one the job was
   *     made with
   */
  public static ViewGeometry of(RenderJob job, View view, AssetStore assets) {
    List<Draw> draws = job.drawsByInstance();
    List<Model> models = new ArrayList<>();
    List<PlacedSurface> surfaces = new ArrayList<>();
    for (Draw draw : draws) {
      Model model = draw.model(assets);
      models.add(model);
      surfaces.add(
          new PlacedSurface(
              view.viewFromObject(draw.worldFromObject()), MeshSurface.of(model, draw.level())));
    }
    return new ViewGeometry(
        view, draws, List.copyOf(models), new SceneBvh(surfaces), InstanceRow.of(draws));
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

  /** Whether the draws of one row, alone in the scene, cover an image position. */
  public boolean covers(SceneBvhTraversal traversal, InstanceRow row, double u, double v) {
    return meets(traversal, row, view.camera().direction(u, v));
  }

  /** Whether the draws of one row, alone in the scene, lie in a direction. */
  boolean meets(SceneBvhTraversal traversal, InstanceRow row, Vec3 direction) {
    for (int i = 0; i < row.drawCount(); i++) {
      if (traversal.meets(scene, row.firstDraw() + i, Vec3.ZERO, direction, ProjectedBounds.NEAR)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How the bounds of a row's draws together lie to the image.
   *
   * @return empty where their levels have no triangle
   */
  public Optional<ProjectedBounds> projected(InstanceRow row) {
    return bounds(row).stream()
        .map(box -> ProjectedBounds.of(view.camera(), box.bounds(), box.viewFromObject()))
        .reduce(ProjectedBounds::union);
  }

  private List<TruncationTiles.PlacedBounds> bounds(InstanceRow row) {
    return row.draws()
        .mapToObj(this::surface)
        .filter(placed -> !placed.surface().bounds().isEmpty())
        .map(
            placed ->
                new TruncationTiles.PlacedBounds(
                    placed.surface().bounds(), placed.sceneFromObject()))
        .toList();
  }

  /** Share of one row's full silhouette, by solid angle, outside the image. */
  public double truncation(SceneBvhTraversal traversal, InstanceRow row) {
    Optional<ProjectedBounds> projected = projected(row);
    if (projected.isEmpty()) {
      return 1;
    }
    return switch (projected.get().relation()) {
      case INSIDE -> 0;
      case OUTSIDE -> 1;
      case CROSSING -> crossingTruncation(traversal, row);
    };
  }

  /** Those that together see all of a row. */
  List<TruncationTile> tiles(InstanceRow row) {
    return TruncationTiles.cover(bounds(row));
  }

  private double crossingTruncation(SceneBvhTraversal traversal, InstanceRow row) {
    List<TruncationTile> tiles = tiles(row);
    return TruncationTiles.truncation(
        view.camera(),
        tiles,
        (index, x, y) -> {
          TruncationTile tile = tiles.get(index);
          Vec3 direction =
              tile.viewFromTile().transformDirection(tile.camera().direction(x + 0.5, y + 0.5));
          return meets(traversal, row, direction);
        });
  }
}
