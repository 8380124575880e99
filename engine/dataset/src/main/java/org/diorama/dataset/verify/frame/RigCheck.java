package org.diorama.dataset.verify.frame;

import java.util.List;
import org.diorama.dataset.verify.files.ManifestFacts;
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

  private final ManifestFacts manifest;

  RigCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

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
    for (ViewEvidence view : List.of(one, other)) {
      if (!view.has(Plane.DEPTH) || !view.has(Plane.INSTANCE)) {
        report.lacking("sound depth and instance images");
        return;
      }
    }
    Surface from = new Surface(one, manifest.depthScale());
    Surface to = new Surface(other, manifest.depthScale());
    int stride = Math.max(1, from.pixels() / POINTS);
    int seen = 0;
    int contradictions = 0;
    for (int i = 0; i < from.pixels(); i += stride) {
      int verdict = from.isPlain(i) ? from.against(to, i) : 0;
      seen += verdict == 0 ? 0 : 1;
      contradictions += verdict < 0 ? 1 : 0;
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

  /** The surfaces that one camera sees. */
  private static final class Surface {
    private final CameraPose camera;
    private final int[] ids;
    private final int[] steps;
    private final double scale;

    Surface(ViewEvidence view, double depthScale) {
      camera = view.camera();
      ids = view.values(Plane.INSTANCE);
      steps = view.values(Plane.DEPTH);
      scale = depthScale / 1000;
    }

    int pixels() {
      return ids.length;
    }

    /** Whether a pixel and all around it show one instance that has a depth. */
    boolean isPlain(int pixel) {
      int x = pixel % camera.width();
      int y = pixel / camera.width();
      if (x < 1 || y < 1 || x > camera.width() - 2 || y > camera.height() - 2) {
        return false;
      }
      for (int row = -1; row <= 1; row++) {
        for (int column = -1; column <= 1; column++) {
          int i = pixel + row * camera.width() + column;
          if (ids[i] != ids[pixel] || steps[i] == 0) {
            return false;
          }
        }
      }
      return ids[pixel] != 0;
    }

    /** The range of depths at a pixel and around it, in meters. */
    private double[] range(int pixel) {
      double least = Double.MAX_VALUE;
      double largest = 0;
      for (int row = -1; row <= 1; row++) {
        for (int column = -1; column <= 1; column++) {
          double depth = steps[pixel + row * camera.width() + column] * scale;
          least = Math.min(least, depth);
          largest = Math.max(largest, depth);
        }
      }
      return new double[] {least, largest};
    }

    /** 0 where the other camera cannot tell, 1 where it agrees, -1 where it contradicts. */
    int against(Surface other, int pixel) {
      double u = pixel % camera.width() + 0.5;
      double v = pixel / camera.width() + 0.5;
      double[] there = other.camera.toImage(camera.toWorld(u, v, steps[pixel] * scale));
      boolean inside =
          there[2] > 0
              && there[0] >= 0
              && there[1] >= 0
              && there[0] < other.camera.width()
              && there[1] < other.camera.height();
      if (!inside) {
        return 0;
      }
      int target = (int) there[1] * other.camera.width() + (int) there[0];
      if (!other.isPlain(target)) {
        return 0;
      }
      double[] around = other.range(target);
      double[] own = range(pixel);
      double slack = own[1] - own[0] + around[1] - around[0] + 2 * scale + 2e-3 * there[2];
      if (there[2] > around[1] + slack) {
        return 0;
      }
      boolean sameDepth = there[2] >= around[0] - slack;
      return sameDepth && ids[pixel] == other.ids[target] ? 1 : -1;
    }
  }
}
