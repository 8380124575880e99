package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting.Sun;

/** Light that arrives at a surface straight from the sun and the lamps. One thread's own. */
final class DirectLight {
  /** Meters off a surface from which its shadow rays start. */
  private static final double LIFT = 1e-4;

  private final SceneSurfaces surfaces;
  private final Optional<Sun> sun;
  private final List<Placed> lamps = new ArrayList<>();
  private final SceneBvhTraversal shadow = new SceneBvhTraversal();

  /**
   * @param size square meters over π: how near a lamp light no longer grows
   */
  private record Placed(SampledLamp lamp, Vec3 center, Affine3 lampFromScene, double size) {}

  /**
   * @param origin of the scene's space, whose axes are the world's
   */
  DirectLight(SceneSurfaces surfaces, Vec3 origin, Optional<Sun> sun, List<SampledLamp> lit) {
    this.surfaces = surfaces;
    this.sun = sun;
    Affine3 here = Affine3.translation(origin.negate());
    for (SampledLamp lamp : lit) {
      Affine3 pose = here.times(lamp.worldFromLamp().atLabelInstant());
      lamps.add(
          new Placed(lamp, pose.translation(), pose.inverse(), lamp.shape().area() / Math.PI));
    }
  }

  /**
   * Lux of the sun, per channel.
   *
   * @param normal unit vector
   */
  LinearColor ofSun(Vec3 position, Vec3 normal) {
    if (sun.isEmpty()) {
      return LinearColor.BLACK;
    }
    Vec3 start = position.plus(normal.times(LIFT));
    Vec3 towards = sun.get().towards();
    double cosine = normal.dot(towards);
    return cosine > 0
        ? sun.get()
            .illuminance()
            .times(surfaces.transmitted(shadow, start, towards, Double.POSITIVE_INFINITY))
            .times(cosine)
        : LinearColor.BLACK;
  }

  /** Whether anything stands above a surface. */
  boolean isCovered(Vec3 position, Vec3 normal) {
    Vec3 start = position.plus(normal.times(LIFT));
    return surfaces.isBlocked(shadow, start, Vec3.UNIT_Z, Double.POSITIVE_INFINITY);
  }

  /** Lux of all lamps, per channel; otherwise as of the sun. */
  LinearColor ofLamps(Vec3 position, Vec3 normal) {
    Vec3 start = position.plus(normal.times(LIFT));
    LinearColor sum = LinearColor.BLACK;
    for (Placed lamp : lamps) {
      sum = sum.plus(of(lamp, start, normal));
    }
    return sum;
  }

  /**
   * All of a lamp's light from its center. With its area in the denominator this is exact on the
   * axis of a disk that shines evenly, {@code π L r² / (d² + r²)} (Howell, A Catalog of Radiation
   * Configuration Factors, 1982), and finite everywhere.
   */
  private LinearColor of(Placed placed, Vec3 start, Vec3 normal) {
    Vec3 way = placed.center().minus(start);
    double distance = way.length();
    double cosine = normal.dot(way) / Math.max(1e-9, distance);
    if (cosine <= 0) {
      return LinearColor.BLACK;
    }
    Vec3 back = placed.lampFromScene().transformDirection(way.negate()).normalize();
    double share = placed.lamp().shape().share(back);
    if (share <= 0) {
      return LinearColor.BLACK;
    }
    return placed
        .lamp()
        .intensity()
        .times(surfaces.transmitted(shadow, start, way.times(1 / distance), distance))
        .times(share * cosine / (distance * distance + placed.size()));
  }
}
