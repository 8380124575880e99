package org.diorama.core.sample;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.celestial.SkyDisk;
import org.diorama.core.sky.celestial.SkyLights;
import org.diorama.core.sky.source.ImageRadiance;
import org.diorama.core.sky.source.SkySources;

/**
 * An image of the whole sphere.
 *
 * @param hdri the file as the scene names it
 * @param sha256 of the file, in lower-case hexadecimal
 * @param rotation radians counter-clockwise from +X to what the image's middle shows
 * @param unit cd/m² of one unit of the file
 * @param sunApart whether its sun is a light of its own instead
 */
public record ImageSky(String hdri, String sha256, double rotation, double unit, boolean sunApart)
    implements SampledSky {
  /** A sun that was taken out is seen all the same. */
  @Override
  public SkyLights lights(Optional<SampledLighting.Sun> sun) {
    return new SkyLights(
        sun.stream()
            .map(
                each ->
                    SkyDisk.sun(
                        new SkyBody(each.towards(), each.illuminance(), each.angularDiameter())))
            .toList(),
        List.of(),
        direction -> LinearColor.WHITE);
  }

  @Override
  public SkyRadiance radiance(SkySources sources) {
    return new ImageRadiance(
        new ImageRadiance.Part(hdri, sha256, sunApart), rotation, unit, sources);
  }
}
