package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledFinish;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.weather.SampledWeather;

/** Scenes of flat rectangles, all of one material, under a sky of even luminance. */
final class Panels {
  static final AssetStore ASSETS = assetId -> model();

  private final List<Draw> draws = new ArrayList<>();
  private final SampledMaterial material;

  /** Panels that reflect a share of the light and give some of their own, cd/m². */
  Panels(double albedo, double emission) {
    this.material = material(albedo, 1, emission, Optional.empty());
  }

  /** A metal throws back its color and nothing more. */
  private static SampledMaterial material(
      double albedo, double metallic, double emission, Optional<SampledFinish> finish) {
    return new SampledMaterial(
        Optional.of(LinearColor.WHITE.times(albedo)),
        Optional.of(metallic),
        Optional.of(1.0),
        finish,
        Optional.of(LinearColor.WHITE.times(emission)),
        Optional.empty(),
        List.of());
  }

  private static SampledFinish glass() {
    return new SampledFinish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(1.0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Model model() {
    float[] positions = {-0.5f, -0.5f, 0, 0.5f, -0.5f, 0, 0.5f, 0.5f, 0, -0.5f, 0.5f, 0};
    Mesh mesh =
        new Mesh(
            positions, new float[12], new float[16], new float[8], new int[] {0, 1, 2, 0, 2, 3});
    LevelOfDetail level = new LevelOfDetail(0, List.of(new Part(0, 0, 6)));
    return new Model(
        "digest",
        MeshBounds.of(mesh, level),
        mesh,
        List.of(Material.plain("all", LinearColor.WHITE, 0, 1)),
        List.of(),
        List.of(level),
        List.of(MeshBvhBuilder.build(mesh, level)));
  }

  /** A rectangle with these sides around a center. */
  Panels add(Vec3 center, Vec3 side, Vec3 otherSide) {
    return add(center, side, otherSide, material);
  }

  /** Likewise of another reflectance. */
  Panels paint(Vec3 center, Vec3 side, Vec3 otherSide, double albedo) {
    return add(center, side, otherSide, material(albedo, 1, 0, Optional.empty()));
  }

  /** Likewise of glass, which tints what passes it. */
  Panels glaze(Vec3 center, Vec3 side, Vec3 otherSide, double tint) {
    return add(center, side, otherSide, material(tint, 0, 0, Optional.of(glass())));
  }

  private Panels add(Vec3 center, Vec3 side, Vec3 otherSide, SampledMaterial of) {
    Affine3 pose = Affine3.ofColumns(side, otherSide, side.cross(otherSide).normalize(), center);
    draws.add(new Draw(draws.size() + 1, "panel", "digest", 0, pose, of));
    return this;
  }

  /** The six walls of a box. */
  Panels room(Vec3 min, Vec3 size) {
    Vec3 x = new Vec3(size.x(), 0, 0);
    Vec3 y = new Vec3(0, size.y(), 0);
    Vec3 z = new Vec3(0, 0, size.z());
    Vec3 center = min.plus(size.times(0.5));
    for (double sign : new double[] {-0.5, 0.5}) {
      add(center.plus(x.times(sign)), y, z);
      add(center.plus(y.times(sign)), x, z);
      add(center.plus(z.times(sign)), x, y);
    }
    return this;
  }

  /** The six sides of a box, seen from outside. */
  Panels solid(Aabb box) {
    Vec3 x = new Vec3(box.size().x(), 0, 0);
    Vec3 y = new Vec3(0, box.size().y(), 0);
    Vec3 z = new Vec3(0, 0, box.size().z());
    Vec3 center = box.center();
    add(center.plus(x.times(0.5)), y, z).add(center.minus(x.times(0.5)), z, y);
    add(center.plus(y.times(0.5)), z, x).add(center.minus(y.times(0.5)), x, z);
    return add(center.plus(z.times(0.5)), x, y).add(center.minus(z.times(0.5)), y, x);
  }

  List<Draw> draws() {
    return draws;
  }

  /** Seen by a camera that looks along +X. */
  RenderJob job(Vec3 eye, double skyLuminance, SampledLamp... lamps) {
    View view =
        new View(
            "",
            new PinholeCamera(64, 48, 30, 30, 32, 24),
            Rotations.lookAt(eye, eye.plus(Vec3.UNIT_X)),
            Development.exposed(8),
            EnumSet.allOf(Channel.class));
    SampledLighting light =
        new SampledLighting(Optional.empty(), sky(skyLuminance), List.of(lamps));
    return new RenderJob(draws, light, List.of(view));
  }

  static Optional<IrradianceVolume> volume(RenderJob job) {
    GradientSky sky = (GradientSky) job.lighting().sky();
    OutdoorLight outdoor = OutdoorLight.of(job.lighting(), sky, SampledWeather.CLEAR);
    return IndirectLighting.of(job, ASSETS, outdoor, SkyTables.of(sky));
  }

  /** A volume in a box, whether or not it is worth it. */
  IrradianceVolume volume(ProbeGrid grid, double skyLuminance, SampledLamp... lamps) {
    SceneSurfaces surfaces = surfaces();
    DirectLight lights = new DirectLight(surfaces, Vec3.ZERO, Optional.empty(), List.of(lamps));
    return new ProbeTracer(grid, 1, 0)
        .trace(surfaces, lights, SunPoints.NONE, SkyTables.of(sky(skyLuminance)), Vec3.ZERO);
  }

  /** A volume in a box where it is night but for the sun. */
  IrradianceVolume volume(ProbeGrid grid, Sun sun, SunPoints points) {
    SceneSurfaces surfaces = surfaces();
    DirectLight lights = new DirectLight(surfaces, Vec3.ZERO, Optional.of(sun), List.of());
    return new ProbeTracer(grid, 1, 0)
        .trace(surfaces, lights, points, SkyTables.of(sky(0)), Vec3.ZERO);
  }

  SunPoints sunPoints(Aabb box, Sun sun) {
    return SunPoints.in(box, surfaces(), Optional.of(sun));
  }

  SceneSurfaces surfaces() {
    SceneSurfaces surfaces = new SceneSurfaces(draws, Vec3.ZERO, ASSETS);
    surfaces.look(ASSETS);
    return surfaces;
  }

  private static GradientSky sky(double luminance) {
    LinearColor even = LinearColor.WHITE.times(luminance);
    return new GradientSky(even, even, even);
  }
}
