package org.diorama.reference;

import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.celestial.SkyLightPixels;

/** Lights what the camera's rays hit: sun with a shadow ray, the sky, and lamps. */
final class ViewShader {
  private final Affine3 worldFromCamera;
  private final OutdoorLight outdoor;
  private final SkyLightPixels skyLights;
  private final Optional<Sun> sun;
  private final FinishShader finishes;
  private final SkyLight sky;
  private final Vec3 towardsSun;
  private final double whiteLuminance;
  private final GroundWeather ground;
  private final WetMirror mirror;
  private final Optional<OutdoorLight.Fog> fog;
  private final LampShader lamps;
  private final LightPaths paths;
  private final GlassShader glass;
  private final boolean sunShadows;
  private final FogShade fogShade;

  ViewShader(ViewGeometry geometry, OutdoorLight outdoor, FinishShader finishes, RenderJob job) {
    this.sunShadows = job.has(Effect.SUN_SHADOWS);
    this.worldFromCamera = geometry.view().worldFromCamera();
    this.outdoor = outdoor;
    this.sun = outdoor.sun();
    this.fog = outdoor.fog();
    this.finishes = finishes;
    this.sky = finishes.sky();
    this.towardsSun =
        outdoor
            .sun()
            .map(s -> worldFromCamera.inverse().transformDirection(s.towards()))
            .orElse(Vec3.ZERO);
    this.whiteLuminance =
        geometry
            .view()
            .development()
            .exposure()
            .map(ev -> 1 / Development.exposureFactor(ev))
            .orElse(1.0);
    this.skyLights =
        SkyLightPixels.of(
            geometry.view().camera(), worldFromCamera, outdoor.lights(job.lighting()));
    this.ground = new GroundWeather(geometry, outdoor.weather());
    this.mirror = new WetMirror(geometry, this, finishes);
    this.paths = new LightPaths(geometry);
    this.fogShade = new FogShade(worldFromCamera, outdoor, paths, towardsSun);
    this.lamps = new LampShader(geometry, fog.map(OutdoorLight.Fog::layer), job);
    this.glass = new GlassShader(geometry, this, finishes, lamps);
  }

  /** The sky where no surface is. */
  void background(ViewPlanes planes, int pixel, Vec3 direction) {
    LinearColor light = skyAlong(direction).plus(skyLights.at(pixel));
    Optional<LampShader.Glow> glow = lamps.glow(direction, Double.POSITIVE_INFINITY);
    planes.light(
        pixel,
        glow.map(this::throughFog)
            .orElseGet(() -> less(light, direction, Double.POSITIVE_INFINITY)),
        glow.map(LampShader.Glow::luminance).orElse(light));
  }

  /** The surface that the traversal's ray hit. */
  void surface(ViewPlanes planes, int pixel, Vec3 direction, SceneBvhTraversal hit) {
    GlassShader.Seen seen = glass.seen(hit, direction);
    planes.light(pixel, seen.light(), seen.bare());
  }

  /** Light of a point of a surface towards where a ray came from, but for the air. */
  LinearColor lit(SurfaceSample dry, Vec3 direction) {
    GroundWeather.Weathered weathered = ground.on(dry);
    SurfaceSample point = weathered.surface();
    Vec3 towardsEye = direction.normalize().negate();
    FinishShader.Lobes lobes = finishes.lobes(point, towardsEye);
    LinearColor light = lobes.underSky(worldFromCamera);
    LinearColor sunlight = sunlight(point);
    if (!sunlight.equals(LinearColor.BLACK)) {
      light = light.plus(lobes.direct(towardsSun, sunlight));
    }
    if (point.finish().translucency() > 0) {
      light = light.plus(lobes.fromBehind(towardsSun, sunlight(point.turned())));
    }
    light = light.plus(lamps.light(point, lobes)).plus(point.emission());
    return mirror.onto(light, weathered, towardsEye.negate());
  }

  /** What a ray sees that meets no surface. */
  LinearColor skyAlong(Vec3 direction) {
    return sky.radiance().luminance(worldFromCamera.transformDirection(direction).normalize());
  }

  /** What clouds leave of the sun at a point. */
  private LinearColor illuminance(SurfaceSample point) {
    Vec3 inWorld = worldFromCamera.transformPoint(point.position());
    return outdoor.sunAt(inWorld).orElseThrow().illuminance();
  }

  /** Lux across the sun's way that reach a point's side: less what clouds and glass take. */
  private LinearColor sunlight(SurfaceSample point) {
    if (sun.isEmpty()
        || point.facing().dot(towardsSun) <= 0
        || point.normal().dot(towardsSun) <= 0) {
      return LinearColor.BLACK;
    }
    if (!sunShadows) {
      return illuminance(point);
    }
    double offset = 1e-5 + 1e-6 * point.position().length();
    Vec3 origin = point.position().plus(point.facing().times(offset));
    LinearColor share = paths.transmitted(origin, towardsSun, Double.POSITIVE_INFINITY);
    return share.equals(LinearColor.BLACK) ? share : illuminance(point).times(share);
  }

  LinearColor throughFog(LampShader.Glow glow) {
    return throughFog(glow.luminance(), glow.at());
  }

  /** What is seen of a surface through the air. */
  LinearColor throughFog(LinearColor light, Vec3 inView) {
    if (fog.isEmpty()) {
      return light;
    }
    Vec3 way = worldFromCamera.transformDirection(inView);
    double eye = worldFromCamera.translation().z();
    double depth = fog.get().layer().opticalDepth(eye, eye + way.z(), way.length());
    double through = Math.exp(-depth);
    LinearColor deep = fog.get().light().deepFog(way.normalize());
    return less(light.times(through).plus(deep.times(1 - through)), inView, way.length());
  }

  /** Light through fog, but for what things on the sun's way keep from it. */
  private LinearColor less(LinearColor light, Vec3 inView, double distance) {
    if (!sunShadows) {
      return light;
    }
    LinearColor lost = fogShade.lost(inView, distance);
    return new LinearColor(
        Math.max(0, light.red() - lost.red()),
        Math.max(0, light.green() - lost.green()),
        Math.max(0, light.blue() - lost.blue()));
  }
}
