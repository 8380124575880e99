package org.diorama.core.sample.surface;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;

/**
 * A place to try.
 *
 * @param frame the instance in whose frame it lies; nothing for the world
 * @param rest x and y of the body's origin and z of its lowest point, meters
 * @param turn radians about +Z that the place adds to the body's own rotation
 * @param surface what it must lie on, in the same frame; nothing where there are no bounds
 * @param along where on a path it is, in the same frame; nothing away from paths
 */
public record Spot(
    Optional<Instance> frame,
    Vec3 rest,
    double turn,
    Optional<StandingSurface> surface,
    Optional<PathCurve.Position> along) {
  public Spot(Optional<Instance> frame, Vec3 rest, double turn, Optional<StandingSurface> surface) {
    this(frame, rest, turn, surface, Optional.empty());
  }

  public Spot(Optional<Instance> frame, Vec3 rest) {
    this(frame, rest, 0, Optional.empty());
  }

  public Spot raised(double height) {
    return new Spot(frame, rest.plus(new Vec3(0, 0, height)), turn, surface, along);
  }

  /** Pose of the body's axes in the frame: rigid. */
  public Affine3 frameFromAxes(Body body) {
    Vec3 origin = rest.plus(new Vec3(0, 0, body.originAboveLowest()));
    Affine3 rotation = turn == 0 ? body.rotation() : Rotations.yaw(turn).times(body.rotation());
    return Affine3.translation(origin).times(rotation);
  }

  /**
   * Corners, in order, of the rectangle that follows the body's heading around what it covers, seen
   * from above, in the frame; z = 0.
   *
   * @param margin meters by which every side is moved outwards
   */
  List<Vec3> corners(Body body, double margin) {
    double heading = body.heading();
    Aabb box = body.box(-heading);
    Vec3 center = box.center();
    double halfX = Math.max(0, box.size().x() / 2 + margin);
    double halfY = Math.max(0, box.size().y() / 2 + margin);
    Affine3 frameFromTurned =
        Affine3.translation(new Vec3(rest.x(), rest.y(), 0)).times(Rotations.yaw(turn + heading));
    return IntStream.of(0, 1, 2, 3)
        .mapToObj(
            corner ->
                new Vec3(
                    center.x() + (corner == 1 || corner == 2 ? halfX : -halfX),
                    center.y() + (corner >= 2 ? halfY : -halfY),
                    0))
        .map(frameFromTurned::transformPoint)
        .toList();
  }
}
