package org.diorama.scenefile;

import org.diorama.core.asset.AssetFacts;
import org.diorama.core.collision.SurfaceDistance;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.NamedPoint;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;

/**
 * Whether named points lie on the surfaces of their assets: elsewhere they would never be seen, and
 * a wrong unit would not be noticed.
 */
final class KeypointChecks {
  private final AssetFacts facts;
  private final SurfaceChecks.Reporter reporter;

  KeypointChecks(AssetFacts facts, SurfaceChecks.Reporter reporter) {
    this.facts = facts;
    this.reporter = reporter;
  }

  /**
   * @param scene whose assets are sound
   */
  void check(SceneDescription scene) {
    scene.allObjects().filter(object -> object.asset().isPresent()).forEach(this::check);
  }

  private void check(ObjectDescription object) {
    for (NamedPoint point : object.keypoints()) {
      for (String id : facts.candidates(object.asset().get())) {
        if (!SurfaceDistance.isWithin(
            facts.surface(id, 0), Vec3.ONE, point.position(), NamedPoint.TOLERANCE)) {
          reporter.report(
              object.path() + ".keypoints." + point.name(),
              point.name()
                  + " lies more than "
                  + Math.round(NamedPoint.TOLERANCE * 1000)
                  + " mm from the surface of "
                  + id,
              "Write its place in the asset's own axes, in meters, before scale and size.");
        }
      }
    }
  }
}
