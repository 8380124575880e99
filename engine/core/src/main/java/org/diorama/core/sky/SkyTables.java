package org.diorama.core.sky;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * What image-based lighting reads of a sky.
 *
 * @param radiance cd/m² per channel by direction, as it is seen and mirrored
 * @param irradiance lux per channel by the normal of a surface that sees half of it
 * @param reflections mean cd/m² over the lobe around a mirrored direction, for each of {@link
 *     #roughness(int)}
 */
public record SkyTables(
    HorizonTable radiance, SphereTable irradiance, List<SphereTable> reflections) {
  private static final int FINEST_SIZE = 128;

  private static final int COARSEST_SIZE = 16;

  /** Makes all tables of a sky; some 30 ms of work, 0.5 s where it has much detail. */
  public static SkyTables of(SkyRadiance sky) {
    List<SphereTable> pyramid = new ArrayList<>();
    pyramid.add(SphereTable.of(sky.coarser(Math.PI / FINEST_SIZE / 4), FINEST_SIZE));
    while (pyramid.get(pyramid.size() - 1).size() > COARSEST_SIZE) {
      pyramid.add(pyramid.get(pyramid.size() - 1).halved());
    }
    SphereTable source =
        pyramid.stream()
            .filter(table -> table.size() == IrradianceTable.SOURCE_SIZE)
            .findFirst()
            .orElseThrow();
    return new SkyTables(
        new HorizonTable(sky), IrradianceTable.of(source), ReflectionTables.of(pyramid));
  }

  /** Texels on a side of {@link #irradiance} and of each of {@link #reflections}. */
  public static int lightSize() {
    return ReflectionTables.SIZE;
  }

  /** Perceptual roughness of a reflection table; they are evenly spaced and end with 1. */
  public static double roughness(int level) {
    return ReflectionTables.ROUGHNESS[level];
  }

  /** How many reflection tables there are. */
  public static int reflectionLevels() {
    return ReflectionTables.ROUGHNESS.length;
  }

  /**
   * Mean luminance over the lobe of a rough surface around a mirrored direction.
   *
   * @param mirrored unit vector in the world
   * @param roughness perceptual, in [0, 1]
   */
  public LinearColor reflection(Vec3 mirrored, double roughness) {
    double level = roughness * ReflectionTables.ROUGHNESS.length;
    int upper = Math.min(ReflectionTables.ROUGHNESS.length, (int) level + 1);
    double share = level - (upper - 1);
    LinearColor smoother =
        upper == 1 ? radiance.lookup(mirrored) : reflections.get(upper - 2).lookup(mirrored);
    return smoother.times(1 - share).plus(reflections.get(upper - 1).lookup(mirrored).times(share));
  }
}
