package org.diorama.dataset.verify.frame;

import java.util.List;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;

/**
 * Cameras of a rig against each other: what one sees, another sees at the same place of the world,
 * or something nearer. Points are taken where both images show one instance all around, so that no
 * edge decides.
 */
final class RigCheck implements FrameCheck {
  /** Points of a pair of cameras at most. */
  private static final int POINTS = 4000;

  /** Share of points that may contradict: things thinner than a pixel of the other camera. */
  private static final double THIN = 0.05;

  @Override
  public String name() {
    return "ids and depths of several cameras";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    List<ViewEvidence> views = frame.views();
    if (views.size() < 2) {
      report.lacking("a second camera");
      return;
    }
    for (ViewEvidence one : views) {
      for (ViewEvidence other : views) {
        if (one != other) {
          pair(one, other, report);
        }
      }
    }
  }

  private void pair(ViewEvidence one, ViewEvidence other, CheckReport report) {
    Optional<SeenSurface> from = SeenSurface.of(one);
    Optional<SeenSurface> to = SeenSurface.of(other);
    if (from.isEmpty() || to.isEmpty()) {
      report.lacking("sound depth and instance images");
      return;
    }
    int pixels = from.get().pixels();
    int stride = Math.max(1, pixels / POINTS);
    int seen = 0;
    int contradictions = 0;
    for (int i = 0; i < pixels; i += stride) {
      SeenSurface.Verdict verdict =
          from.get().isPlain(i) ? from.get().against(to.get(), i) : SeenSurface.Verdict.UNTOLD;
      seen += verdict == SeenSurface.Verdict.UNTOLD ? 0 : 1;
      contradictions += verdict == SeenSurface.Verdict.CONTRADICTS ? 1 : 0;
    }
    report.examined(seen);
    if (contradictions > THIN * seen && contradictions > 2) {
      report.findImage(
          Fault.CAMERAS_DISAGREE,
          Plane.INSTANCE.path(one.fileName()),
          one.imageId(),
          "%d of %d points of '%s' are something else, or nothing, for '%s'"
              .formatted(contradictions, seen, one.camera().name(), other.camera().name()));
    }
  }
}
