package org.diorama.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.weather.FogLayer;

/**
 * Light of lamps by rays to points spread evenly over each, and the lamps themselves: the sum over
 * a light's area of Shirley, Wang and Zimmerman, Monte Carlo Techniques for Direct Lighting
 * Calculations (ACM Transactions on Graphics 15, 1996), at the middles of its strata. One thread's
 * own.
 */
final class LampShader {
  /** Rays to a lamp of some size: this many in each direction. */
  private static final int SIDE = 8;

  /** Light from a direction, a unit vector, as illuminance across it; what goes to the eye. */
  private interface Response {
    LinearColor of(Vec3 towardsLight, LinearColor illuminance);
  }

  private final ViewGeometry geometry;
  private final Optional<FogLayer> fog;
  private final boolean shadows;
  private final List<Placed> lamps = new ArrayList<>();
  private final LightPaths paths;

  /**
   * A lamp that is seen.
   *
   * @param at in the camera's frame
   */
  record Glow(LinearColor luminance, Vec3 at) {}

  private record Placed(SampledLamp lamp, Affine3 viewFromLamp, Affine3 lampFromView) {}

  LampShader(ViewGeometry geometry, Optional<FogLayer> fog, RenderJob job) {
    this.geometry = geometry;
    this.fog = fog;
    this.shadows = job.has(Effect.LAMP_SHADOWS);
    this.paths = new LightPaths(geometry);
    for (SampledLamp lamp : job.lighting().lamps()) {
      Affine3 pose = geometry.view().viewFromObject(lamp.worldFromLamp().atLabelInstant());
      lamps.add(new Placed(lamp, pose, pose.inverse()));
    }
  }

  /** Luminance of a point towards the eye of its lobes. */
  LinearColor light(SurfaceSample point, FinishShader.Lobes lobes) {
    LinearColor front = light(point, lobes::direct);
    return point.finish().translucency() == 0
        ? front
        : front.plus(light(point.turned(), lobes::fromBehind));
  }

  private LinearColor light(SurfaceSample point, Response response) {
    double offset = 1e-5 + 1e-6 * point.position().length();
    Vec3 origin = point.position().plus(point.facing().times(offset));
    LinearColor sum = LinearColor.BLACK;
    for (Placed placed : lamps) {
      LinearColor light = light(placed, point, response, origin);
      sum = sum.plus(light.times(throughAir(placed, point)));
    }
    return sum;
  }

  /** Share of a lamp's light that fog lets through to a point. */
  private double throughAir(Placed placed, SurfaceSample point) {
    if (fog.isEmpty()) {
      return 1;
    }
    Affine3 worldFromCamera = geometry.view().worldFromCamera();
    Vec3 from = placed.viewFromLamp().translation();
    double depth =
        fog.get()
            .opticalDepth(
                worldFromCamera.transformPoint(from).z(),
                worldFromCamera.transformPoint(point.position()).z(),
                point.position().minus(from).length());
    return Math.exp(-depth);
  }

  /** Of one lamp, as if all of its light came from points spread over it. */
  private LinearColor light(Placed placed, SurfaceSample point, Response response, Vec3 origin) {
    LampShape shape = placed.lamp().shape();
    int side = shape.radius() > 0 ? SIDE : 1;
    Vec3 seenFrom = placed.lampFromView().transformPoint(point.position());
    Vec3 towardsPoint = seenFrom.normalize();
    Vec3[] ways = new Vec3[side * side];
    double[] shares = new double[side * side];
    Aabb target = Aabb.EMPTY;
    for (int i = 0; i < ways.length; i++) {
      Vec3 source = shape.surface((i % side + 0.5) / side, (i / side + 0.5) / side, towardsPoint);
      Vec3 way = placed.viewFromLamp().transformPoint(source).minus(point.position());
      double share = shape.share(seenFrom.minus(source).normalize());
      if (share > 0 && point.facing().dot(way) > 0 && point.normal().dot(way) > 0) {
        ways[i] = way;
        shares[i] = share;
        target = target.include(origin.plus(way));
      }
    }
    if (target.isEmpty()) {
      return LinearColor.BLACK;
    }
    if (shadows) {
      paths.aim(origin, target);
    }
    LinearColor sum = LinearColor.BLACK;
    for (int i = 0; i < ways.length; i++) {
      if (ways[i] != null) {
        double distance = ways[i].length();
        Vec3 towards = ways[i].normalize();
        LinearColor left = shadows ? paths.transmitted(towards, distance) : LinearColor.WHITE;
        if (!left.equals(LinearColor.BLACK)) {
          LinearColor illuminance =
              placed.lamp().intensity().times(shares[i] / (distance * distance)).times(left);
          sum = sum.plus(response.of(towards, illuminance));
        }
      }
    }
    return sum.times(1.0 / ways.length);
  }

  /**
   * The nearest lamp that a camera ray meets.
   *
   * @param before multiple of the direction at which the ray meets a surface
   */
  Optional<Glow> glow(Vec3 direction, double before) {
    double nearest = before;
    Optional<Glow> seen = Optional.empty();
    for (Placed placed : lamps) {
      if (placed.lamp().visible()) {
        Vec3 eye = placed.lampFromView().translation();
        Vec3 ray = placed.lampFromView().transformDirection(direction);
        double t = placed.lamp().shape().meet(eye, ray);
        if (t < nearest) {
          nearest = t;
          double share = placed.lamp().shape().glow(eye.normalize());
          seen =
              Optional.of(
                  new Glow(placed.lamp().luminance().times(share), direction.times(nearest)));
        }
      }
    }
    return seen;
  }
}
