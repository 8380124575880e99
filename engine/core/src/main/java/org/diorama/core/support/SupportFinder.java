package org.diorama.core.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Aabb;

/**
 * Finds the surfaces of an asset on which things can stand: level (up to 5 degrees), wide enough,
 * with room above, and not shut in. A function of the triangles alone.
 *
 * <p>The highest of the large ones is {@code top}; all others are {@code board_1} and so on, by
 * rising height.
 */
public final class SupportFinder {
  /** Heights of one surface differ by no more than this; meters. */
  private static final double BAND = 2e-3;

  /** Square meters: a place for a cup. */
  private static final double LEAST_AREA = 16e-4;

  /** Share of the asset's own extent on the ground. */
  private static final double LEAST_AREA_SHARE = 0.02;

  /** Meters, or the given share of a small asset's shorter side: rims and ledges are narrower. */
  private static final double LEAST_SIDE = 0.04;

  private static final double LEAST_SIDE_SHARE = 0.25;

  /** Meters of room above. */
  private static final double LEAST_FREE_HEIGHT = 0.05;

  /** Meters; wider assets have coarser cells, small ones finer ones. */
  private static final double CELL = 0.01;

  private static final int LEAST_CELLS = 32;

  /** A surface is large from this share of the largest one's area. */
  private static final double LARGE = 0.5;

  /** Smaller surfaces, by the same measure, are left out: the tops of things on a shelf. */
  private static final double SMALL = 0.1;

  private SupportFinder() {}

  /** Named surfaces of a level, by rising height; at most {@link NamedSurface#MAX_COUNT}. */
  public static List<NamedSurface> find(MeshSurface surface) {
    Aabb bounds = surface.bounds();
    Faces faces = Faces.of(surface.triangles());
    double groundArea = bounds.size().x() * bounds.size().y();
    if (bounds.isEmpty() || groundArea == 0) {
      return List.of();
    }
    double shorter = Math.min(bounds.size().x(), bounds.size().y());
    double longer = Math.max(bounds.size().x(), bounds.size().y());
    double leastArea =
        Math.max(Math.min(LEAST_AREA, groundArea / 4), LEAST_AREA_SHARE * groundArea);
    double leastSide = Math.min(LEAST_SIDE, LEAST_SIDE_SHARE * shorter);
    double side = Math.max(Math.min(CELL, longer / LEAST_CELLS), longer / SupportRegion.MAX_SIDE);
    List<NamedSurface> found = new ArrayList<>();
    for (int[] cluster : HeightClusters.of(faces, Math.min(BAND, shorter / 50), leastArea)) {
      double height = faces.highest(cluster[cluster.length - 1]);
      Raster raster = raster(faces, cluster, side);
      double[] free = FreeHeights.of(faces, cluster, height, raster, LEAST_FREE_HEIGHT);
      Patches.of(raster, free, leastArea, leastSide)
          .filter(region -> Reach.isOpen(surface, region, height))
          .ifPresent(region -> found.add(new NamedSurface("", height, region)));
    }
    return named(found);
  }

  private static Raster raster(Faces faces, int[] cluster, double side) {
    Aabb bounds = Aabb.EMPTY;
    for (int face : cluster) {
      for (int corner = 0; corner < 3; corner++) {
        bounds = bounds.include(faces.corner(face, corner));
      }
    }
    return Raster.over(
        bounds.min().x(), bounds.min().y(), bounds.max().x(), bounds.max().y(), side);
  }

  private static List<NamedSurface> named(List<NamedSurface> found) {
    Comparator<NamedSurface> bySize =
        Comparator.comparingDouble(surface -> -surface.region().area());
    Comparator<NamedSurface> byHeight = Comparator.comparingDouble(NamedSurface::height);
    List<NamedSurface> kept =
        found.stream()
            .sorted(bySize.thenComparing(byHeight))
            .limit(NamedSurface.MAX_COUNT)
            .toList();
    double largest = kept.isEmpty() ? 0 : kept.get(0).region().area();
    List<NamedSurface> rising =
        kept.stream()
            .filter(surface -> surface.region().area() >= SMALL * largest)
            .sorted(byHeight)
            .toList();
    int top = -1;
    for (int i = 0; i < rising.size(); i++) {
      top = rising.get(i).region().area() >= LARGE * largest ? i : top;
    }
    List<NamedSurface> named = new ArrayList<>();
    for (int i = 0; i < rising.size(); i++) {
      String name = i == top ? "top" : "board_" + (i < top ? i + 1 : i);
      named.add(new NamedSurface(name, rising.get(i).height(), rising.get(i).region()));
    }
    return named;
  }
}
