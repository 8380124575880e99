package org.diorama.core.sky.source;

import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.atmosphere.AirTables;
import org.diorama.core.sky.atmosphere.SkyViewTable;

/**
 * What skies are made from beside their records. A renderer's session has one; the tables that
 * several skies share are made once. Safe for several threads.
 */
public final class SkySources {
  private static final int MOST_AIRS = 8;
  private static final int MOST_VIEWS = 32;

  private final Memory<Air, AirTables> airs = new Memory<>(MOST_AIRS, AirTables::new);
  private final Memory<ViewKey, SkyViewTable> views =
      new Memory<>(
          MOST_VIEWS, key -> new SkyViewTable(air(key.air()), key.altitude(), key.height()));

  private record ViewKey(Air air, double altitude, double height) {}

  AirTables air(Air air) {
    return airs.get(air);
  }

  /**
   * @param altitude meters of the eye above sea level
   * @param height z of the unit vector towards the body that lights the air
   */
  SkyViewTable view(Air air, double altitude, double height) {
    return views.get(new ViewKey(air, altitude, height));
  }
}
