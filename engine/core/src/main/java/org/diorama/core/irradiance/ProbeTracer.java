package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.glass.GlassCrossing;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyTables;

/**
 * Fills a volume. Rays are traced once; what they hit is then lit by the volume itself again and
 * again, so that each turn adds a bounce (Majercik et al., JCGT 8(2), 2019, who add one a frame;
 * here all are added for each frame, which knows no other). Glass on a ray's way takes its share,
 * and gives what it mirrors of the mean light around the probe.
 */
final class ProbeTracer {
  /** Turns after which in a white room less than a hundredth of the light is missing. */
  static final int TURNS = 8;

  /** Roughness whose lobe is about as wide as the part of the sphere that a ray stands for. */
  private static final double RAY_ROUGHNESS = 0.35;

  /**
   * Share of rays that meet surfaces from behind above which a probe lies in a solid, such as a
   * wall. All of them do there; a room of sheets, whichever way these face, has others.
   */
  private static final double WITHIN = 0.9;

  private final ProbeRays rays = new ProbeRays();
  private final ProbeGrid grid;
  private final IrradianceVolume volume;
  private final DistanceMaps distances;
  private final RayHits hits;

  /** Coefficients of each probe that no ray has to find. */
  private final double[][] known;

  /**
   * @param grid in the world
   * @param share weight against the plain light of the sky, in (0, 1]
   * @param outdoors share of what lies beyond the grid that is under the open sky
   */
  ProbeTracer(ProbeGrid grid, double share, double outdoors) {
    this.grid = grid;
    this.distances = new DistanceMaps(grid.count());
    this.volume = new IrradianceVolume(grid, distances, share, outdoors);
    this.hits = new RayHits(grid.count() * ProbeRays.COUNT);
    this.known = new double[grid.count()][IrradianceVolume.COEFFICIENTS];
  }

  /**
   * @param sunPoints patches of sun, or none to leave them to the rays
   * @param origin of the surfaces' space, in the world
   */
  IrradianceVolume trace(
      SceneSurfaces surfaces, DirectLight lights, SunPoints sunPoints, SkyTables sky, Vec3 origin) {
    float[][][] weights = new float[ProbeRays.SETS][][];
    for (int set = 0; set < ProbeRays.SETS; set++) {
      weights[set] = DistanceMaps.weights(rays.set(set));
    }
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    List<GlassCrossing> glass = new ArrayList<>();
    float[] lengths = new float[ProbeRays.COUNT];
    boolean[] within = new boolean[grid.count()];
    for (int probe = 0; probe < grid.count(); probe++) {
      Vec3 place = grid.place(probe).minus(origin);
      Vec3[] directions = rays.of(grid, probe);
      int behind = 0;
      for (int ray = 0; ray < ProbeRays.COUNT; ray++) {
        int at = probe * ProbeRays.COUNT + ray;
        Vec3 direction = directions[ray];
        boolean hit =
            surfaces.closest(traversal, place, direction, Double.POSITIVE_INFINITY, glass);
        LinearColor passes = glass.isEmpty() ? LinearColor.WHITE : GlassCrossing.transmitted(glass);
        hits.mirror(at, GlassCrossing.mirrored(glass));
        if (hit) {
          Vec3 position = place.plus(direction.times(traversal.distance()));
          behind += surfaces.isBehind(traversal, direction) ? 1 : 0;
          Vec3 facing = surfaces.facing(traversal, direction);
          SceneSurfaces.Look look = surfaces.look(traversal);
          LinearColor sun = lights.ofSun(position, facing);
          if (!sun.equals(LinearColor.BLACK)) {
            sun =
                sun.times(sunPoints.weightOfRay(position, facing, direction, traversal.distance()));
          }
          double inside = volume.inside(position.plus(origin));
          // No camera sees what is behind it, so that the grid may end before a room's walls.
          inside = inside < 1 && lights.isCovered(position, facing) ? 1 : inside;
          LinearColor lux =
              lights
                  .ofLamps(position, facing)
                  .plus(sun)
                  .plus(sky.irradiance().lookup(facing).times(1 - inside));
          LinearColor reflected = lux.times(look.albedo()).times(1 / Math.PI);
          hits.surface(
              at,
              look.albedo().times(passes),
              reflected.plus(look.emission()).times(passes),
              facing,
              inside);
          lengths[ray] = (float) Math.min(grid.farthest(), traversal.distance());
          hits.place(at, position.plus(origin));
        } else {
          hits.sky(at, sky.reflection(direction, RAY_ROUGHNESS), passes);
          lengths[ray] = (float) grid.farthest();
        }
      }
      distances.put(probe, weights[ProbeRays.set(grid, probe)], lengths);
      within[probe] = behind > WITHIN * ProbeRays.COUNT;
      if (!within[probe]) {
        sunPoints.light(surfaces, traversal, place, known[probe]);
      }
    }
    blind(within);
    hits.findProbes(volume);
    for (int turn = 0; turn < TURNS; turn++) {
      gather();
      if (turn < TURNS - 1) {
        hits.light(volume.coefficients());
      }
    }
    return volume;
  }

  /**
   * Probes in solids know nothing of the light outside. Where all of them are, the scene stands in
   * a hull whose surfaces face outwards, and they do.
   */
  private void blind(boolean[] within) {
    boolean anyOutside = IntStream.range(0, within.length).anyMatch(probe -> !within[probe]);
    IntStream.range(0, within.length)
        .filter(probe -> anyOutside && within[probe])
        .forEach(probe -> distances.blind(probe, (float) grid.farthest()));
  }

  /** Sums what the rays of each probe see. */
  private void gather() {
    double[] basis = new double[SphericalHarmonics.COUNT];
    SphericalHarmonics.evaluate(0, 0, 1, basis);
    double basisOfConstant = basis[0];
    double[] mean = new double[3];
    double solidAngle = 4 * Math.PI / ProbeRays.COUNT;
    for (int probe = 0; probe < grid.count(); probe++) {
      Vec3[] directions = rays.of(grid, probe);
      double[] sum = known[probe].clone();
      for (int channel = 0; channel < 3; channel++) {
        // Of the last turn: a constant's irradiance is π times its luminance.
        double constant = volume.coefficients()[probe * IrradianceVolume.COEFFICIENTS + channel];
        mean[channel] = constant * basisOfConstant / Math.PI;
      }
      for (int ray = 0; ray < ProbeRays.COUNT; ray++) {
        Vec3 direction = directions[ray];
        SphericalHarmonics.evaluate(direction.x(), direction.y(), direction.z(), basis);
        int at = probe * ProbeRays.COUNT + ray;
        for (int k = 0; k < SphericalHarmonics.COUNT; k++) {
          double light = solidAngle * SphericalHarmonics.cosineLobe(k) * basis[k];
          for (int channel = 0; channel < 3; channel++) {
            double mirrored = hits.mirrored(at) * mean[channel];
            sum[4 * k + channel] += light * (hits.luminance(at, channel) + mirrored);
          }
          sum[4 * k + 3] += hits.openness(at) * solidAngle * basis[k];
        }
      }
      int to = probe * IrradianceVolume.COEFFICIENTS;
      for (int k = 0; k < IrradianceVolume.COEFFICIENTS; k++) {
        volume.coefficients()[to + k] = (float) sum[k];
      }
    }
  }
}
