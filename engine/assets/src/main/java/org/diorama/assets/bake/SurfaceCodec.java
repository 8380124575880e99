package org.diorama.assets.bake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Aabb;

/**
 * Named surfaces: name, height, raster, then its cells as runs of equal free height. The open sky
 * is written as {@link #OPEN}, for every number of a bake is finite.
 */
final class SurfaceCodec {
  private static final double OPEN = -1;

  private static final Pattern NAME = Pattern.compile("top|board_[1-9][0-9]?");

  /** Surfaces may lie outside the bounds by rounding alone. Meters. */
  private static final double TOUCH = 1e-6;

  private SurfaceCodec() {}

  static void encode(ByteSink sink, List<NamedSurface> surfaces) {
    sink.int32(surfaces.size());
    for (NamedSurface surface : surfaces) {
      SupportRegion region = surface.region();
      sink.text(surface.name()).float64(surface.height());
      sink.float64(region.minX()).float64(region.minY());
      sink.float64(region.cellX()).float64(region.cellY());
      sink.int32(region.columns()).int32(region.rows());
      List<Double> heights = new ArrayList<>();
      List<Integer> lengths = new ArrayList<>();
      for (int cell = 0; cell < region.columns() * region.rows(); cell++) {
        double free = region.freeHeight(cell % region.columns(), cell / region.columns());
        int last = heights.size() - 1;
        if (last >= 0 && heights.get(last) == free) {
          lengths.set(last, lengths.get(last) + 1);
        } else {
          heights.add(free);
          lengths.add(1);
        }
      }
      sink.int32(heights.size());
      for (int run = 0; run < heights.size(); run++) {
        double free = heights.get(run);
        sink.int32(lengths.get(run)).float64(free == Double.POSITIVE_INFINITY ? OPEN : free);
      }
    }
  }

  /**
   * @param bounds of the model
   * @throws CorruptBakeException where anything is out of range
   */
  static List<NamedSurface> decode(ByteSource source, Aabb bounds) throws CorruptBakeException {
    int count = source.count(56);
    require(count <= NamedSurface.MAX_COUNT, "too many surfaces");
    List<NamedSurface> surfaces = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int left = count; left > 0; left--) {
      String name = source.text();
      require(NAME.matcher(name).matches() && names.add(name), "a surface's name");
      double height = source.finite();
      require(
          height >= bounds.min().z() - TOUCH && height <= bounds.max().z() + TOUCH,
          "a surface's height lies outside the bounds");
      surfaces.add(new NamedSurface(name, height, region(source, bounds)));
    }
    return surfaces;
  }

  private static SupportRegion region(ByteSource source, Aabb bounds) throws CorruptBakeException {
    double minX = source.finite();
    double minY = source.finite();
    double cellX = source.finite();
    double cellY = source.finite();
    int columns = source.int32();
    int rows = source.int32();
    require(
        columns >= 1
            && rows >= 1
            && columns <= SupportRegion.MAX_SIDE
            && rows <= SupportRegion.MAX_SIDE,
        "a surface's raster");
    double[] freeHeights = new double[columns * rows];
    int filled = 0;
    for (int left = source.count(12); left > 0; left--) {
      int length = source.int32();
      double free = source.finite();
      require(length > 0 && length <= freeHeights.length - filled, "a surface's run of cells");
      for (int end = filled + length; filled < end; filled++) {
        freeHeights[filled] = free == OPEN ? Double.POSITIVE_INFINITY : free;
      }
    }
    require(filled == freeHeights.length, "a surface misses cells");
    try {
      SupportRegion region = new SupportRegion(minX, minY, cellX, cellY, columns, freeHeights);
      require(
          minX >= bounds.min().x() - TOUCH
              && minY >= bounds.min().y() - TOUCH
              && minX + region.sizeX() <= bounds.max().x() + TOUCH
              && minY + region.sizeY() <= bounds.max().y() + TOUCH,
          "a surface lies outside the bounds");
      return region;
    } catch (IllegalArgumentException e) {
      throw new CorruptBakeException("a surface: " + e.getMessage());
    }
  }

  private static void require(boolean condition, String message) throws CorruptBakeException {
    if (!condition) {
      throw new CorruptBakeException(message);
    }
  }
}
