package org.diorama.core.sample.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.instance.Carriers;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.ScenePath;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/** Finds places for one frame's instances, in the order they are asked for. */
public final class PlacementSampler {
  private final Map<String, ScenePath> paths;
  private final Map<String, SampledCamera> cameras;
  private final int again;
  private final Carriers carriers = new Carriers();
  private final Occupancy occupancy;
  private final Map<GroupKey, GroupPlaces> groups = new LinkedHashMap<>();

  private final Map<Instance, Placed> placed = new LinkedHashMap<>();

  private record GroupKey(String path, long parent) {
    static GroupKey of(PlaceRequest request) {
      return new GroupKey(request.object().path(), request.site().parent().identity());
    }
  }

  /**
   * @param paths of the scene by name
   * @param cameras that stand already, by name
   * @param again how often places in their views were drawn before
   * @param occupancy of the frame
   */
  public PlacementSampler(
      Map<String, ScenePath> paths,
      Map<String, SampledCamera> cameras,
      int again,
      Occupancy occupancy) {
    this.paths = paths;
    this.cameras = cameras;
    this.again = again;
    this.occupancy = occupancy;
  }

  /** The room that is taken. */
  public Occupancy occupancy() {
    return occupancy;
  }

  public Carriers carriers() {
    return carriers;
  }

  /** What came of looking for a place: a spot, or the reason why there is none. */
  public record Outcome(Optional<Spot> spot, Optional<NoPlace> reason) {
    private static Outcome found(Spot spot) {
      return new Outcome(Optional.of(spot), Optional.empty());
    }

    private static Outcome none(NoPlace reason) {
      return new Outcome(Optional.empty(), Optional.of(reason));
    }
  }

  public Outcome place(PlaceRequest request) {
    GroupKey key = GroupKey.of(request);
    GroupPlaces group = groups.get(key);
    if (group == null) {
      group = places(request);
      groups.put(key, group);
    }
    Spots spots = group.spots(request);
    Optional<NoPlace> nearest = Optional.empty();
    for (Optional<Spot> spot = spots.next(); spot.isPresent(); spot = spots.next()) {
      Optional<NoPlace> problem = problem(spot.get(), request);
      if (problem.isEmpty()) {
        spots.taken();
        request.log(spot.get());
        return Outcome.found(spot.get());
      }
      spots.refused(problem.get());
      if (nearest.isEmpty() || problem.get().compareTo(nearest.get()) > 0) {
        nearest = problem;
      }
    }
    return Outcome.none(nearest.orElseGet(spots::reason));
  }

  /** From now on the instance's room is taken, and others may stand in or on it. */
  public void settle(Instance instance, PlaceRequest request, Spot spot) {
    request
        .claim(spot, separation(instance.object()))
        .ifPresent(claim -> occupancy.take(claim, instance));
    placed.put(instance, new Placed(request, instance, spot));
    carriers.add(instance);
  }

  /** Whether an instance may be moved within what its placement may be drawn from. */
  public Mobility mobility(Instance instance) {
    Placed found = placed.get(instance);
    if (found == null) {
      return Mobility.bound(Mobility.FIXED);
    }
    if (instance.object().settling().isPresent()) {
      return Mobility.bound("it lies where it fell");
    }
    return occupancy.bears(instance)
        ? Mobility.bound("something rests on it")
        : groups.get(GroupKey.of(found.request())).mobility(found);
  }

  /** What fell takes the room where it rests. */
  public void rest(Instance instance) {
    occupancy.take(
        new Occupancy.Claim(
            instance.asset().orElseThrow(), instance.worldFromObject(), 0, instance.parent()),
        instance);
  }

  /** What fell is not there after all. */
  public void remove(Instance instance) {
    carriers.remove(instance);
  }

  private Optional<NoPlace> problem(Spot spot, PlaceRequest request) {
    Optional<NoPlace> refused =
        spot.surface().flatMap(surface -> surface.refuses(spot, request.body()));
    return refused.isPresent()
        ? refused
        : request
            .claim(spot, separation(request.object()))
            .filter(claim -> !occupancy.isFree(claim))
            .map(claim -> NoPlace.OCCUPIED);
  }

  private static Placement.Separation separation(ObjectDescription object) {
    // What falls starts above what lies in its way, and takes its room when it rests.
    if (object.settling().isPresent()) {
      return Placement.Separation.NONE;
    }
    Placement placement = object.placement();
    if (placement instanceof Placement.Area area) {
      return area.separation();
    }
    if (placement instanceof Placement.Arranged arranged) {
      return arranged.separation();
    }
    if (placement instanceof Placement.Along along) {
      return along.separation();
    }
    if (placement instanceof Placement.Inside inside) {
      return inside.separation();
    }
    return placement instanceof Placement.InView view
        ? view.separation()
        : Placement.Separation.NONE;
  }

  private GroupPlaces places(PlaceRequest first) {
    Placement placement = first.object().placement();
    if (placement instanceof Placement.At at) {
      return GroupPlaces.free(
          request -> Spots.only(new Spot(request.parent(), request.vector(at.position()))),
          placed -> point(at.position(), placed));
    }
    if (placement instanceof Placement.Area area) {
      return GroupPlaces.free(
          request -> area(area, request),
          placed -> Mobility.of(new PlaneFreedom(placed, area.x(), area.y())));
    }
    if (placement instanceof Placement.Arranged arranged) {
      return arranged(arranged, first);
    }
    if (placement instanceof Placement.Along along) {
      List<Lane> lanes =
          along.paths().stream()
              .map(paths::get)
              .map(path -> curve(path, along.reverse()))
              .map(Lane::new)
              .toList();
      return new AlongPlaces(along, lanes);
    }
    if (placement instanceof Placement.Inside inside) {
      return inside(inside, first);
    }
    return inView((Placement.InView) placement, first);
  }

  private static Mobility point(VectorParameter position, Placed placed) {
    if (position instanceof VectorParameter.Axes axes) {
      return Mobility.of(new PlaneFreedom(placed, axes.x(), axes.y()));
    }
    return Mobility.of(new PointFreedom(placed, ((VectorParameter.Joint) position).point()));
  }

  private static Spots area(Placement.Area area, PlaceRequest request) {
    double z = request.number(area.z());
    Attempts drawing = new Attempts(request.draws(), Scope.INSTANCE);
    boolean varies = drawing.varies(area.x()) || drawing.varies(area.y());
    return Spots.upTo(
        varies ? GroupPlaces.ATTEMPTS : 1,
        () -> {
          drawing.again();
          double x = drawing.number(area.x(), request.site());
          double y = drawing.number(area.y(), request.site());
          return Optional.of(new Spot(request.parent(), new Vec3(x, y, z)));
        });
  }

  private GroupPlaces arranged(Placement.Arranged arranged, PlaceRequest first) {
    List<Anchor> anchors = Anchor.of(arranged.ground(), first, carriers);
    if (anchors.isEmpty()) {
      NoPlace reason = Anchor.reason(arranged.ground(), first, carriers);
      return GroupPlaces.fixed(request -> Spots.none(reason));
    }
    Arrangement pattern = arranged.arrangement();
    if (pattern instanceof Arrangement.Grid grid) {
      return new GridPlaces(grid, anchors, first);
    }
    if (pattern instanceof Arrangement.PoissonDisk disk) {
      return new PoissonPlaces(disk, anchors, first);
    }
    if (pattern instanceof Arrangement.Row row) {
      return new RowPlaces(row, anchors);
    }
    GroupPlaces anywhere =
        arranged.ground() instanceof Ground.Surfaces surfaces
            ? new ScatteredPlaces(surfaces, anchors)
            : GroupPlaces.fixed(
                request -> Spots.only(anchors.get(0).spot(anchors.get(0).origin())));
    return pattern instanceof Arrangement.Stack stack ? new StackPlaces(stack, anywhere) : anywhere;
  }

  private static PathCurve curve(ScenePath path, boolean reverse) {
    return PathCurve.of(path.points(), path.closed(), path.radius(), reverse);
  }

  private GroupPlaces inside(Placement.Inside inside, PlaceRequest first) {
    List<Instance> containers = carriers.of(inside.container(), first.parent());
    List<Anchor> interiors = Anchor.interiors(containers, inside.headroom());
    return interiors.isEmpty()
        ? GroupPlaces.fixed(
            request -> Spots.none(containers.isEmpty() ? NoPlace.NO_CARRIER : NoPlace.NO_SURFACE))
        : new InsidePlaces(inside, interiors, occupancy);
  }

  private GroupPlaces inView(Placement.InView view, PlaceRequest first) {
    SampledCamera camera =
        view.camera().isEmpty() && !cameras.isEmpty()
            ? cameras.values().iterator().next()
            : cameras.get(view.camera());
    if (camera == null) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          first.object().path()
              + ".place.in_view.camera: "
              + view.camera()
              + " is placed after the objects. Name a camera that is not attached to one.");
    }
    return new InViewPlaces(view, camera, again);
  }
}
