package org.diorama.physics;

import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.physics.BodyWay;

/** A body that goes its way through a simulation. */
record DrivenBody(Solid solid, BodyWay way) {
  /** Where it is then; steadily from pose to pose. */
  Affine3 worldFromCenter(double seconds) {
    return worldFromBody(seconds).times(Affine3.translation(solid.center()));
  }

  private Affine3 worldFromBody(double seconds) {
    List<Affine3> poses = way.poses();
    double place = seconds / way.interval();
    int before = (int) Math.min(poses.size() - 1, Math.floor(place));
    return before == poses.size() - 1
        ? poses.get(before)
        : Poses.between(poses.get(before), poses.get(before + 1), place - before);
  }

  /** Height below which it never reaches, in the world. */
  double lowest() {
    return way.poses().stream()
            .mapToDouble(pose -> pose.transformPoint(solid.center()).z())
            .min()
            .orElseThrow()
        - solid.radius();
  }
}
