package org.diorama.core.sample.light;

import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.Rotations;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.image.SkyImageFact;

/** Decides the light of an image of a sky. */
final class ImageLight {
  /** Lux on level ground as the sun rises in clear air. */
  private static final double SUNRISE = 400;

  private final SkyDescription.Image image;
  private final DrawLog draws;
  private final SkyImageFact fact;

  /**
   * @throws DioramaException BAD_INPUT where the file cannot be read
   */
  ImageLight(SkyDescription.Image image, DrawLog draws, AssetFacts facts) {
    this.image = image;
    this.draws = draws;
    this.fact = facts.skyFact(image.file());
  }

  SampledLighting sample() {
    double turn = Rotations.radians(draws.number(image.rotation(), DrawSite.WHOLE));
    double unit = unit();
    Optional<SampledLighting.Sun> sun =
        sun()
            .map(
                body ->
                    new SampledLighting.Sun(
                        Rotations.yaw(turn).transformDirection(body.towards()),
                        body.illuminance().times(unit),
                        body.angularDiameter()))
            .filter(each -> each.illuminance().luminance() > 0);
    return new SampledLighting(
        sun, new ImageSky(image.file(), fact.digest(), turn, unit, image.sunApart()));
  }

  double sunElevation() {
    return fact.sun()
        .map(body -> Rotations.elevation(body.towards()))
        .orElse(unit() * fact.illuminance().luminance() >= SUNRISE ? 90.0 : -90.0);
  }

  private Optional<SkyBody> sun() {
    return fact.sun().filter(body -> image.sunApart());
  }

  /** Cd/m² of one unit of the file. */
  private double unit() {
    if (image.illuminance().isEmpty()) {
      return fact.unit()
          .orElseThrow(
              () ->
                  new DioramaException(
                      ExitStatus.BAD_INPUT,
                      image.file() + " does not say how bright it is: add illuminance"));
    }
    return draws.number(image.illuminance().get(), DrawSite.WHOLE) / fact.illuminance().luminance();
  }
}
