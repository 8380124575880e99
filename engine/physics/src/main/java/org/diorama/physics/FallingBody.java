package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.SettledBody.Rest;

/** What is known of one moving body while it is simulated. Poses are worldFromCenter. */
final class FallingBody {
  private final Solid solid;
  private final Stillness stillness;
  private final List<Affine3> moments = new ArrayList<>();
  private Affine3 before;
  private Affine3 now;
  private Rest rest = Rest.MOVING;

  FallingBody(Solid solid, Affine3 start) {
    this.solid = solid;
    this.stillness = new Stillness(start, solid.radius());
    this.before = start;
    this.now = start;
  }

  void see(Affine3 pose, double seconds) {
    before = now;
    now = pose;
    stillness.see(pose, seconds);
    rest = stillness.still() ? Rest.RESTING : Rest.MOVING;
  }

  /** It takes no further part. */
  void fall() {
    rest = Rest.FELL;
    before = now;
  }

  /** Remembers the pose at a part, 0 to 1, of the step that was seen last. */
  void keepMoment(double part) {
    moments.add(worldFromBody(Poses.between(before, now, part)));
  }

  boolean fell() {
    return rest == Rest.FELL;
  }

  /** Whether there is a reason to go on. */
  boolean pending() {
    return rest == Rest.MOVING;
  }

  Vec3 center() {
    return now.translation();
  }

  double radius() {
    return solid.radius();
  }

  SettledBody settled() {
    return new SettledBody(worldFromBody(now), rest, moments);
  }

  private Affine3 worldFromBody(Affine3 worldFromCenter) {
    return worldFromCenter.times(Affine3.translation(solid.center().negate()));
  }
}
