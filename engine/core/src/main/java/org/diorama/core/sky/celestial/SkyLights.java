package org.diorama.core.sky.celestial;

import java.util.List;
import java.util.function.Function;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.air.Star;

/**
 * What stands in the sky and is too small for tables of it.
 *
 * @param stars in the world
 * @param through share of their light that arrives from a direction, per channel
 */
public record SkyLights(
    List<SkyDisk> disks, List<Star> stars, Function<Vec3, LinearColor> through) {
  public static final SkyLights NONE =
      new SkyLights(List.of(), List.of(), direction -> LinearColor.WHITE);

  public SkyLights {
    disks = List.copyOf(disks);
    stars = List.copyOf(stars);
  }
}
