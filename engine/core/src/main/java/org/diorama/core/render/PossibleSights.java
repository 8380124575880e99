package org.diorama.core.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;

/**
 * What renderers may show at the pixels of a view, by rays of double precision up to 0.01 pixels
 * off their centers: the surface that any of them meets first, those within a relative depth of
 * 1e-6 behind it, and behind a surface whose outline passes there what it leaves free. One thread's
 * own; it keeps what it found.
 */
public final class PossibleSights {
  /** Of a {@link Sight} of nothing. */
  public static final int NOTHING = -1;

  private static final double COINCIDENT = 1e-6;

  /** So many surfaces of one draw behind one another are looked at. */
  private static final int MOST_LAYERS = 16;

  private final ViewGeometry geometry;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final Map<InstanceRow, PixelBox> boxes = new LinkedHashMap<>();
  private final Map<Integer, List<Sight>> known = new HashMap<>();

  /**
   * A surface that may be shown.
   *
   * @param draw its place among the draws by rising instance id; {@link #NOTHING} for none
   * @param least planar depth at the pixel's center, meters; likewise {@code greatest}
   */
  public record Sight(int draw, double least, double greatest) {
    private Sight union(Sight other) {
      return new Sight(draw, Math.min(least, other.least), Math.max(greatest, other.greatest));
    }
  }

  private record Layer(double distance, Sight sight) {
    int draw() {
      return sight.draw();
    }
  }

  public PossibleSights(ViewGeometry geometry) {
    this.geometry = geometry;
    for (InstanceRow row : geometry.rows()) {
      geometry.projected(row).map(ProjectedBounds::box).ifPresent(box -> boxes.put(row, box));
    }
  }

  public ViewGeometry geometry() {
    return geometry;
  }

  /** One for each draw, and for nothing where a ray passes all. */
  public List<Sight> of(int x, int y) {
    return known.computeIfAbsent(y * geometry.view().camera().width() + x, at -> find(x, y));
  }

  private List<Sight> find(int x, int y) {
    int[] draws =
        boxes.entrySet().stream()
            .filter(row -> row.getValue().contains(x, y))
            .flatMapToInt(row -> row.getKey().draws())
            .toArray();
    List<List<Layer>> rays = new ArrayList<>();
    rays.add(layers(draws, x + 0.5, y + 0.5, 0, 0));
    OffsetRings.FINE.visit((du, dv) -> rays.add(layers(draws, x + 0.5, y + 0.5, du, dv)));
    BitSet outlined = outlined(rays);
    Map<Integer, Sight> found = new TreeMap<>();
    rays.forEach(ray -> pass(ray, outlined, found));
    return List.copyOf(found.values());
  }

  /** All that a ray meets, from the front, with the depths of its plane around the center. */
  private List<Layer> layers(int[] draws, double u, double v, double du, double dv) {
    Vec3 direction = geometry.view().camera().direction(u + du, v + dv);
    Vec3 center = geometry.view().camera().direction(u, v);
    Vec3 mirrored = geometry.view().camera().direction(u - du, v - dv);
    List<Layer> layers = new ArrayList<>();
    for (int draw : draws) {
      double near = ProjectedBounds.NEAR;
      for (int of = 0;
          of < MOST_LAYERS
              && traversal.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, near);
          of++) {
        double distance = traversal.distance();
        MetPlane plane = MetPlane.of(geometry, traversal);
        Sight sight = new Sight(draw, distance, distance);
        for (double depth : new double[] {plane.depth(center), plane.depth(mirrored)}) {
          if (depth > 0 && Double.isFinite(depth)) {
            sight = sight.union(new Sight(draw, depth, depth));
          }
        }
        layers.add(new Layer(distance, sight));
        near = distance * (1 + 1e-12);
      }
    }
    layers.sort(Comparator.comparingDouble(Layer::distance));
    return layers;
  }

  /** Draws that some rays meet more often than others. */
  private static BitSet outlined(List<List<Layer>> rays) {
    BitSet outlined = new BitSet();
    Map<Integer, Integer> first = counts(rays.get(0));
    for (List<Layer> ray : rays) {
      Map<Integer, Integer> counts = counts(ray);
      counts.forEach((draw, count) -> outline(outlined, draw, !count.equals(first.get(draw))));
      first.forEach((draw, count) -> outline(outlined, draw, !count.equals(counts.get(draw))));
    }
    return outlined;
  }

  private static void outline(BitSet outlined, int draw, boolean differs) {
    if (differs) {
      outlined.set(draw);
    }
  }

  private static Map<Integer, Integer> counts(List<Layer> ray) {
    Map<Integer, Integer> counts = new HashMap<>();
    ray.forEach(layer -> counts.merge(layer.draw(), 1, Integer::sum));
    return counts;
  }

  private static void pass(List<Layer> ray, BitSet outlined, Map<Integer, Sight> found) {
    double farthest = Double.POSITIVE_INFINITY;
    for (Layer layer : ray) {
      if (layer.distance() > farthest) {
        return;
      }
      add(found, layer.sight());
      if (!outlined.get(layer.draw())) {
        farthest = Math.min(farthest, layer.distance() * (1 + COINCIDENT));
      }
    }
    if (farthest == Double.POSITIVE_INFINITY) {
      add(found, new Sight(NOTHING, 0, 0));
    }
  }

  private static void add(Map<Integer, Sight> found, Sight sight) {
    found.merge(sight.draw(), sight, Sight::union);
  }
}
