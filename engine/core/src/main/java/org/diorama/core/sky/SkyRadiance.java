package org.diorama.core.sky;

import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Luminance that arrives from each direction of a sky and of the ground below it, as far away as
 * one likes. The disks of sun and moon are left out: they are directional lights of their own.
 *
 * <p>Implementations are immutable, safe for several threads, and equal where they look the same:
 * what is made from them is kept by equality.
 */
public interface SkyRadiance {
  /**
   * @param direction unit vector in the world, +Z up, from the scene to the sky
   * @return linear Rec.709, cd/m² per channel, finite and at least 0
   */
  LinearColor luminance(Vec3 direction);

  /** Radians of its smallest features; none in a sky that changes slowly everywhere. */
  default OptionalDouble detail() {
    return OptionalDouble.empty();
  }

  /**
   * The same light without features much smaller than some radians, for tables that are too coarse
   * for them.
   */
  default SkyRadiance coarser(double radians) {
    return this;
  }
}
