package org.diorama.core.sky.source;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.atmosphere.AirTables;
import org.diorama.core.sky.atmosphere.SkyViewTable;
import org.diorama.core.sky.image.Panorama;
import org.diorama.core.sky.image.SkyImage;

/**
 * What skies are made from beside their records. A renderer's session has one; the tables that
 * several skies share are made once. Safe for several threads.
 */
public final class SkySources {
  private static final int MOST_AIRS = 8;
  private static final int MOST_VIEWS = 32;

  private final AssetStore assets;
  private final Memory<Air, AirTables> airs = new Memory<>(MOST_AIRS, AirTables::new);
  private final Memory<ViewKey, SkyViewTable> views =
      new Memory<>(
          MOST_VIEWS, key -> new SkyViewTable(air(key.air()), key.altitude(), key.height()));

  /**
   * @param assets that images of skies are found in
   */
  public SkySources(AssetStore assets) {
    this.assets = assets;
  }

  private record ViewKey(Air air, double altitude, double height) {}

  AirTables air(Air air) {
    return airs.get(air);
  }

  /**
   * @throws DioramaException BAD_INPUT where the file is missing, damaged or another one
   */
  Panorama panorama(ImageRadiance.Part part) {
    SkyImage image = assets.skyImage(part.file());
    if (!image.fact().digest().equals(part.sha256())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          part.file()
              + " changed since the frame was sampled: its SHA-256 is "
              + image.fact().digest()
              + ", not "
              + part.sha256());
    }
    return part.withoutSun() ? image.rest() : image.whole();
  }

  /**
   * @param altitude meters of the eye above sea level
   * @param height z of the unit vector towards the body that lights the air
   */
  SkyViewTable view(Air air, double altitude, double height) {
    return views.get(new ViewKey(air, altitude, height));
  }
}
