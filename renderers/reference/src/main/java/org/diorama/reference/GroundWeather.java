package org.diorama.reference;

import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;

/**
 * What rain and snow have done to surfaces. Wet ones after Lagarde, Water drop 3b, Physically based
 * wet surfaces (2013), and Jensen, Legakis and Dorsey, Rendering of Wet Materials (1999); albedo of
 * snow after Wiscombe and Warren, A Model for the Spectral Albedo of Snow (1980). One thread's own.
 */
final class GroundWeather {
  private static final LinearColor SNOW = new LinearColor(0.90, 0.92, 0.95);

  /** Level ground lies no higher than this above the weather's ground, in meters. */
  private static final double REACH = 0.3;

  /** Of level ground with a film of water between its grains. */
  private static final double FILM_ROUGHNESS = 0.22;

  /** Of a smooth surface with drops too small to be seen. */
  private static final double DROP_ROUGHNESS = 0.15;

  /** Of standing water. */
  private static final double WATER_ROUGHNESS = 0.03;

  /**
   * Meters that rain drifts in under an edge, and by which a roof lies higher than what it covers.
   */
  private static final double EDGE = 0.25;

  private static final double GAP = 0.12;
  private static final int RAYS = 8;

  /**
   * Gusts turn and hasten the wind: what falls comes from all slopes around the mean one, up to
   * this share of it to each side.
   */
  private static final double GUSTS = 0.5;

  private static final int RAYS_IN_WIND = 32;

  private final ViewGeometry geometry;
  private final Affine3 worldFromCamera;
  private final Affine3 cameraFromWorld;
  private final SurfaceWeather state;
  private final double ground;
  private final Vec3 origin;
  private final SceneBvhTraversal above = new SceneBvhTraversal();

  GroundWeather(ViewGeometry geometry, SampledWeather weather) {
    this.geometry = geometry;
    this.worldFromCamera = geometry.view().worldFromCamera();
    this.cameraFromWorld = worldFromCamera.inverse();
    this.state = weather.ground();
    this.origin = weather.fall().origin();
    this.ground = weather.haze().map(SampledWeather.Haze::baseHeight).orElse(0.0);
  }

  /**
   * A surface as the weather leaves it.
   *
   * @param mirrors share of it that is water and mirrors what stands around
   * @param roughness of that water
   */
  record Weathered(SurfaceSample surface, double mirrors, double roughness) {}

  /** The surface as the weather leaves it. */
  Weathered on(SurfaceSample dry) {
    if (state.isDry()) {
      return new Weathered(dry, 0, 1);
    }
    Vec3 face = worldFromCamera.transformDirection(dry.facing());
    Vec3 normal = worldFromCamera.transformDirection(dry.normal());
    Vec3 eye = worldFromCamera.translation();
    Vec3 fromCamera = worldFromCamera.transformDirection(dry.position());
    double open = openToSky(fromCamera, face);
    double x = GroundNoise.remainder(eye.x()) + fromCamera.x();
    double y = GroundNoise.remainder(eye.y()) + fromCamera.y();
    double up = mix(normal.z(), face.z(), 0.7);
    double wetness = state.wetness() * open;
    double above = eye.z() + fromCamera.z() - ground;
    boolean level = face.z() > 0.97 && above < REACH;
    SurfaceSample result =
        level || wetness == 0
            ? moist(dry, wetness * smoothstep(-0.4, 0.5, up))
            : wetThing(dry, face, wetness, up, above);
    double film = 0;
    double pool = 0;
    if (level) {
      film = smoothstep(SurfaceWeather.FILM_FROM, 1, wetness);
      double smooth = Math.min(result.roughness(), FILM_ROUGHNESS);
      result = smoother(result, mix(result.roughness(), smooth, film));
    }
    if (level && state.puddles() > 0) {
      double edge = mix(0.15, 0.85, state.puddles());
      double dryness = smoothstep(edge - 0.06, edge, GroundNoise.rough(0.5 * x, 0.5 * y));
      pool = (1 - dryness) * wetness;
      result = flooded(result, pool);
    }
    if (state.snowDepth() > 0) {
      result = snowy(result, open * lies(up, x, y));
    }
    return new Weathered(result, Math.max(pool, film), mix(FILM_ROUGHNESS, WATER_ROUGHNESS, pool));
  }

  /**
   * What doesn't lie level on the ground. Drops reach walls less, in tracks; what faces down stays
   * dry.
   *
   * @param face unit normal in the world
   */
  private SurfaceSample wetThing(
      SurfaceSample dry, Vec3 face, double wetness, double up, double above) {
    double distance = dry.position().length();
    double cosine = Math.max(0.2, -dry.facing().dot(dry.position()) / distance);
    double pixel = distance / geometry.view().camera().focalX() / cosine;
    double steep = Wetted.steepness(face);
    double wall = dry.wetted().wallShare(face, above, pixel);
    SurfaceSample moist = moist(dry, wetness * mix(smoothstep(-0.4, 0.5, up), wall, steep));
    double beaded = (1 - porosity(dry)) * wetness * smoothstep(-0.4, 0, up);
    double roughest = Math.min(dry.roughness(), DROP_ROUGHNESS);
    Vec3 tilt = cameraFromWorld.transformDirection(dry.wetted().tilt(face, pixel));
    return with(
        moist,
        moist.normal().plus(tilt.times(beaded)),
        moist.baseColor(),
        moist.metallic(),
        Math.max(moist.roughness(), roughest * beaded),
        1);
  }

  private static double porosity(SurfaceSample dry) {
    return clamp((dry.roughness() - 0.5) / 0.4) * (1 - dry.metallic());
  }

  private static SurfaceSample moist(SurfaceSample dry, double wetness) {
    double porosity = porosity(dry);
    double gloss = Math.min((1 - dry.roughness()) * mix(1, 2.5, wetness) + 0.25 * wetness, 0.95);
    double smooth = Math.min(dry.roughness(), 1 - gloss);
    return with(
        dry,
        dry.normal(),
        dry.baseColor().times(mix(1, mix(1, 0.35, porosity), wetness)),
        dry.metallic(),
        mix(dry.roughness(), smooth, wetness),
        1);
  }

  private static SurfaceSample smoother(SurfaceSample point, double roughness) {
    return with(point, point.normal(), point.baseColor(), point.metallic(), roughness, 1);
  }

  private SurfaceSample flooded(SurfaceSample wet, double share) {
    Vec3 up = cameraFromWorld.transformDirection(Vec3.UNIT_Z);
    return with(
        wet,
        mix(wet.normal(), up, share),
        wet.baseColor(),
        wet.metallic() * (1 - share),
        mix(wet.roughness(), WATER_ROUGHNESS, share),
        1);
  }

  private static SurfaceSample snowy(SurfaceSample under, double share) {
    return with(
        under,
        mix(under.normal(), under.facing(), 0.5 * share),
        under.baseColor().times(1 - share).plus(SNOW.times(share)),
        under.metallic() * (1 - share),
        mix(under.roughness(), 0.9, share),
        1 - share);
  }

  private double lies(double up, double x, double y) {
    double deep = clamp(state.snowDepth() / 0.06);
    double uneven = GroundNoise.rough(2 * x, 2 * y) - 0.5;
    double steepest = mix(0.9, 0.6, deep);
    double covered = clamp(state.snowDepth() / 0.01);
    return smoothstep(steepest, steepest + 0.2, up + 0.25 * uneven)
        * smoothstep(0, 0.35, covered * 1.35 - 0.5 - uneven + 0.5 * covered);
  }

  /**
   * Share of what falls that reaches a surface, by rays to where it comes from, on a spiral (Vogel,
   * 1979).
   */
  private double openToSky(Vec3 fromCamera, Vec3 face) {
    Vec3 center = fromCamera.plus(face.times(EDGE)).plus(Vec3.UNIT_Z.times(GAP));
    Vec3 mean = origin.times(1 / origin.z());
    double gusts = GUSTS * Math.hypot(mean.x(), mean.y());
    int rays = gusts > 0 ? RAYS_IN_WIND : RAYS;
    int open = 0;
    for (int i = 0; i < rays; i++) {
      double radius = Math.sqrt((i + 0.5) / rays);
      double angle = 2.39996323 * i;
      Vec3 aside = new Vec3(radius * Math.cos(angle), radius * Math.sin(angle), 0);
      Vec3 from = cameraFromWorld.transformDirection(center.plus(aside.times(EDGE)));
      Vec3 up = cameraFromWorld.transformDirection(mean.plus(aside.times(gusts)));
      open += above.any(geometry.scene(), from, up, 0, Double.POSITIVE_INFINITY) ? 0 : 1;
    }
    return (double) open / rays;
  }

  private static SurfaceSample with(
      SurfaceSample point,
      Vec3 normal,
      LinearColor color,
      double metallic,
      double roughness,
      double glow) {
    return new SurfaceSample(
        point.position(),
        point.facing(),
        normal.normalize(),
        color,
        metallic,
        roughness,
        point.emission().times(glow),
        point.finish(),
        point.wetted());
  }

  private static Vec3 mix(Vec3 from, Vec3 to, double share) {
    return from.times(1 - share).plus(to.times(share));
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private static double smoothstep(double low, double high, double value) {
    double t = clamp((value - low) / (high - low));
    return t * t * (3 - 2 * t);
  }
}
