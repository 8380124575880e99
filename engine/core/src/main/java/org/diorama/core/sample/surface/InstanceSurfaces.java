package org.diorama.core.sample.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.math.Aabb;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.Ground;

/** What others can stand on or lie in, in the frame of an instance. */
public final class InstanceSurfaces {
  /** Least share of a container's height that its rim is above its floor. */
  private static final double LEAST_DEPTH = 0.1;

  private InstanceSurfaces() {}

  /** Those of its author, then those of its asset whose names are not taken. */
  public static List<StandingSurface> of(Instance instance, Ground.Surfaces ground) {
    List<StandingSurface> surfaces = new ArrayList<>();
    List<Furnishing.Surface> declared = instance.object().furnishing().surfaces();
    for (Furnishing.Surface surface : declared) {
      if (ground.means(surface.name())) {
        surfaces.add(declared(surface, ground.inset()));
      }
    }
    List<NamedSurface> found = instance.asset().map(AssetFact::surfaces).orElse(List.of());
    for (NamedSurface surface : found) {
      boolean taken = declared.stream().anyMatch(other -> other.name().equals(surface.name()));
      if (ground.means(surface.name()) && !taken) {
        surfaces.add(found(surface, instance, Double.POSITIVE_INFINITY, ground.inset()));
      }
    }
    return surfaces;
  }

  /**
   * The room inside, as a surface with a ceiling; nothing where it has none. Without words of the
   * author, the lowest open surface of the asset that lies well below its highest point is a floor.
   *
   * @param headroom how far things may rise above the rim, meters
   */
  public static Optional<StandingSurface> interior(Instance instance, double headroom) {
    Optional<Aabb> declared = instance.object().furnishing().interior();
    if (declared.isPresent()) {
      Aabb box = declared.get();
      return Optional.of(
          new StandingSurface(
              "interior",
              box.min().z(),
              box.size().z() + headroom,
              0,
              PolygonExtent.rectangle(box.min().x(), box.min().y(), box.max().x(), box.max().y())));
    }
    return instance.asset().flatMap(asset -> floor(instance, asset, headroom));
  }

  private static Optional<StandingSurface> floor(
      Instance instance, AssetFact asset, double headroom) {
    double rim = asset.bounds().max().z();
    double highestFloor = rim - LEAST_DEPTH * asset.bounds().size().z();
    return asset.surfaces().stream()
        .filter(surface -> isOpen(surface.region()))
        .filter(surface -> surface.height() <= highestFloor)
        .min(Comparator.comparingDouble(NamedSurface::height))
        .map(
            surface ->
                found(
                    surface,
                    instance,
                    (rim - surface.height()) * instance.scale().z() + headroom,
                    0));
  }

  /** Whether most of it lies under the open sky. */
  private static boolean isOpen(SupportRegion region) {
    int open = 0;
    int free = 0;
    for (int row = 0; row < region.rows(); row++) {
      for (int column = 0; column < region.columns(); column++) {
        double height = region.freeHeight(column, row);
        free += height > 0 ? 1 : 0;
        open += Double.isInfinite(height) ? 1 : 0;
      }
    }
    return 2 * open > free;
  }

  private static StandingSurface declared(Furnishing.Surface surface, double inset) {
    return new StandingSurface(
        surface.name(),
        surface.height(),
        Double.POSITIVE_INFINITY,
        inset,
        new PolygonExtent(surface.outline()));
  }

  private static StandingSurface found(
      NamedSurface surface, Instance instance, double ceiling, double inset) {
    return new StandingSurface(
        surface.name(),
        surface.height() * instance.scale().z(),
        ceiling,
        inset,
        new RasterExtent(surface.region(), instance.scale()));
  }
}
