package org.diorama.opengl.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLamp;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.LampPass;
import org.diorama.opengl.pass.LampShadowPass;

/**
 * Which lamps light a view, in batches that share the shadow maps one after the other: however many
 * there are, each casts shadows. A lamp is left out where it would raise no white surface in view
 * by {@link #LEAST} of the exposed white, a third of the darkest step of an image.
 */
final class LampPlan {
  /** Exposed value that is too little to be seen. */
  static final double LEAST = 1e-4;

  /** Likewise as it is stored where the exposure is metered later: six stops of room. */
  private static final double LEAST_METERED = LEAST / 64;

  /** Share of its intensity in the directions that a lamp shines at: 60 degrees off a panel's. */
  private static final double AHEAD = 0.5;

  private LampPlan() {}

  /** A lamp, how far it reaches in meters, and its parts. */
  record Lit(SampledLamp lamp, double reach, List<LampCell> cells) {
    private int facesInView() {
      return cells.stream().mapToInt(cell -> cell.inView().size()).sum();
    }
  }

  /**
   * @param instances that the lamps may light
   * @param exposure factor from luminance in cd/m² to the radiance that is stored
   */
  static List<List<Lit>> batches(
      View view, List<Instance> instances, List<SampledLamp> lamps, double exposure) {
    List<List<Lit>> batches = new ArrayList<>();
    List<Lit> batch = new ArrayList<>();
    double least = least(view);
    int faces = 0;
    int cells = 0;
    for (SampledLamp lamp : lamps) {
      double reach = reach(lamp, exposure / least);
      if (!meetsView(view, lamp, reach)) {
        continue;
      }
      Lit lit = new Lit(lamp, reach, cells(view, instances, lamp, reach));
      faces += lit.facesInView();
      cells += lit.cells().size();
      if (faces > LampShadowPass.MOST_FACES
          || cells > GpuLayout.MOST_LAMP_CELLS
          || batch.size() == GpuLayout.MOST_LAMPS) {
        batches.add(batch);
        batch = new ArrayList<>();
        faces = lit.facesInView();
        cells = lit.cells().size();
      }
      batch.add(lit);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** As many that all of their maps fit into one batch. */
  private static List<LampCell> cells(
      View view, List<Instance> instances, SampledLamp lamp, double reach) {
    Affine3 worldFromLamp = lamp.worldFromLamp().atLabelInstant();
    LampShape shape = lamp.shape();
    List<LampCell> whole =
        LampCell.of(view, worldFromLamp, shape, Double.POSITIVE_INFINITY, reach, 1);
    if (whole.get(0).inView().isEmpty() || !LampCell.mayBeCut(shape)) {
      return whole;
    }
    int most = Math.min(LampCell.MOST, LampShadowPass.MOST_FACES / LampFace.of(shape).size());
    double distance = distance(instances, worldFromLamp, shape);
    return LampCell.of(view, worldFromLamp, shape, distance, reach, most);
  }

  /**
   * To the nearest thing that a lamp shines at, not counting what is closer than the lamp is wide
   * or beside it, such as its own housing and post: meters, infinite where there is none.
   */
  private static double distance(List<Instance> instances, Affine3 worldFromLamp, LampShape shape) {
    double least = Math.max(shape.width(), shape.length());
    double distance = Double.POSITIVE_INFINITY;
    for (Instance instance : instances) {
      Affine3 lampFromObject = worldFromLamp.inverseTimes(instance.draw().worldFromObject());
      Aabb bounds = instance.bounds().transform(lampFromObject);
      Vec3 nearest = bounds.min().max(Vec3.ZERO.min(bounds.max()));
      double apart = nearest.length();
      if (apart >= least && shape.share(nearest.times(1 / apart)) >= AHEAD) {
        distance = Math.min(distance, apart);
      }
    }
    return distance;
  }

  /**
   * Stored light of one lamp that is too little to be seen: where it stays below, it is left out.
   */
  static double least(View view) {
    return view.development().exposure().isPresent() ? LEAST : LEAST_METERED;
  }

  /** As many as a batch holds, those nearest to the camera. */
  static List<Lit> nearest(View view, List<List<Lit>> batches) {
    Vec3 eye = view.worldFromCamera().translation();
    return batches.stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparingDouble(
                lit ->
                    lit.lamp().worldFromLamp().atLabelInstant().translation().minus(eye).length()))
        .limit(GpuLayout.MOST_LAMPS)
        .toList();
  }

  /**
   * Where its luminance on white, illuminance over π, falls below what is seen.
   *
   * @param seen 1 over the luminance in cd/m² that is just seen
   */
  static double reach(SampledLamp lamp, double seen) {
    double most = lamp.intensity().largest() * seen;
    return lamp.shape().radius() + Math.sqrt(most / Math.PI);
  }

  /** Whether the ball that a lamp reaches meets what the camera sees. */
  private static boolean meetsView(View view, SampledLamp lamp, double reach) {
    Vec3 p =
        view.worldFromCamera().inverseTimes(lamp.worldFromLamp().atLabelInstant()).translation();
    PinholeCamera camera = view.camera();
    double left = -camera.centerX() / camera.focalX();
    double right = (camera.width() - camera.centerX()) / camera.focalX();
    double top = -camera.centerY() / camera.focalY();
    double bottom = (camera.height() - camera.centerY()) / camera.focalY();
    return p.z() >= -reach
        && beyond(p.x() - right * p.z(), right) <= reach
        && beyond(left * p.z() - p.x(), left) <= reach
        && beyond(p.y() - bottom * p.z(), bottom) <= reach
        && beyond(top * p.z() - p.y(), top) <= reach;
  }

  /** Distance from a side of the view, by what the plane's equation gives. */
  private static double beyond(double value, double slope) {
    return value / Math.sqrt(1 + slope * slope);
  }

  /** Where the lamps of a batch that are seen themselves may show. */
  static List<LampPass.Glow> glows(View view, List<Lit> batch) {
    List<LampPass.Glow> glows = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      SampledLamp lamp = batch.get(i).lamp();
      if (lamp.visible()) {
        glow(view, lamp, i).ifPresent(glows::add);
      }
    }
    return glows;
  }

  private static Optional<LampPass.Glow> glow(View view, SampledLamp lamp, int index) {
    PinholeCamera camera = view.camera();
    Vec3 p = view.viewFromObject(lamp.worldFromLamp().atLabelInstant()).translation();
    double radius = lamp.shape().radius();
    double near = Math.max(1e-3, p.z() - radius);
    if (p.z() + radius < near) {
      return Optional.empty();
    }
    double far = p.z() + radius;
    double left = p.x() - radius;
    double right = p.x() + radius;
    double top = p.y() - radius;
    double bottom = p.y() + radius;
    // A pixel more on each side, for lamps that are smaller than one.
    int x0 = column(camera, Math.min(left / near, left / far), -1);
    int x1 = column(camera, Math.max(right / near, right / far), 2);
    int y0 = row(camera, Math.min(top / near, top / far), -1);
    int y1 = row(camera, Math.max(bottom / near, bottom / far), 2);
    return x0 < x1 && y0 < y1
        ? Optional.of(new LampPass.Glow(index, x0, y0, x1 - x0, y1 - y0))
        : Optional.empty();
  }

  private static int column(PinholeCamera camera, double slope, int margin) {
    double x = Math.floor(camera.centerX() + camera.focalX() * slope) + margin;
    return (int) Math.max(0, Math.min(camera.width(), x));
  }

  private static int row(PinholeCamera camera, double slope, int margin) {
    double y = Math.floor(camera.centerY() + camera.focalY() * slope) + margin;
    return (int) Math.max(0, Math.min(camera.height(), y));
  }
}
