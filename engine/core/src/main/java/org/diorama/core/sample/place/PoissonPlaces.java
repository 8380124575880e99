package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.surface.PolygonExtent;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.sample.surface.StandingSurface;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Scope;

/**
 * Points of a Poisson disk pattern: instance i takes point i; where it doesn't fit there, the next
 * one that no instance asks for.
 */
final class PoissonPlaces implements GroupPlaces {
  private final Arrangement.PoissonDisk disk;
  private final List<Spot> points = new ArrayList<>();
  private final Map<DrawSite, Spot> taken = new LinkedHashMap<>();
  private int spare;

  /**
   * @param request of any instance: the points are drawn once for all
   */
  PoissonPlaces(Arrangement.PoissonDisk disk, List<Anchor> anchors, PlaceRequest request) {
    this.disk = disk;
    StreamPath path = StreamPath.of(request.object().path() + ".place.poisson");
    RandomStream stream = request.draws().stream(path, Scope.PARENT, request.site());
    double distance = request.number(disk.distance());
    for (Anchor anchor : anchors) {
      fill(anchor, distance, stream, path);
    }
    if (anchors.size() > 1) {
      PoissonDisk.shuffle(points, stream);
    }
    spare = request.wanted();
  }

  private void fill(Anchor anchor, double distance, RandomStream stream, StreamPath path) {
    StandingSurface.Extent extent =
        anchor
            .surface()
            .map(StandingSurface::extent)
            .orElseGet(() -> new PolygonExtent(disk.outline()));
    Aabb box = extent.bounds();
    if (PoissonDisk.isTooFine(box, distance)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          path
              + ": points "
              + DecimalText.of(distance)
              + " m apart are more than a frame's "
              + SampledNode.MAX_INSTANCE_ID
              + " instances. Raise the distance.");
    }
    // Outlines are given from the origin; surfaces lie where they are.
    Vec3 origin =
        anchor.surface().isEmpty() ? anchor.origin() : new Vec3(0, 0, anchor.origin().z());
    for (Vec3 point : PoissonDisk.fill(box, distance, stream)) {
      if (extent.covers(List.of(point))) {
        points.add(anchor.spot(origin.plus(point)));
      }
    }
  }

  @Override
  public Mobility mobility(Placed placed) {
    return Mobility.of(new PatternFreedom(placed, points, taken));
  }

  @Override
  public Spots spots(PlaceRequest request) {
    return new Spots() {
      private int point = request.index();
      private Optional<Spot> last = Optional.empty();

      @Override
      public Optional<Spot> next() {
        last = point < points.size() ? Optional.of(points.get(point)) : Optional.empty();
        point = spare < points.size() ? spare++ : points.size();
        return last;
      }

      @Override
      public void taken() {
        PoissonPlaces.this.taken.put(request.site(), last.orElseThrow());
      }
    };
  }
}
