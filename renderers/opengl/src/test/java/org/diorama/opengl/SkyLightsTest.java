package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.sky.celestial.SkyLightPixels;
import org.diorama.core.weather.SampledWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Stars where the sky is seen, as bright as they are, and nowhere else. */
class SkyLightsTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(160, 120, 150, 150, 80, 60);
  private static final double EV = -7;

  @Test
  void starsStandInTheSkyAndBehindThings() {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("wall", Shape.BOX.mesh(4), Material.plain("black", LinearColor.BLACK, 0, 1));
    SampledLighting lighting =
        new SampledLighting(
            Optional.empty(),
            new AtmosphereSky(
                new Atmosphere(
                    new Air(60_000, 300, LinearColor.BLACK),
                    0,
                    new SkyBody(new Vec3(0, 0, -1), Sunlight.above(128_000), 0.0093),
                    Optional.empty(),
                    Optional.empty())));
    Affine3 pose = Rotations.lookAt(Vec3.ZERO, Rotations.direction(1, 0.7));
    // It hides the left half of the image.
    Vec3 aside = pose.transformDirection(new Vec3(-5, 0, 8));
    Affine3 place =
        Affine3.ofColumns(
            pose.transformDirection(new Vec3(10, 0, 0)),
            pose.transformDirection(new Vec3(0, 20, 0)),
            pose.transformDirection(new Vec3(0, 0, 0.1)),
            aside);
    Draw wall = assets.draw(1, "wall", place);
    View view = new View("", CAMERA, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
    SkyLightPixels lights =
        SkyLightPixels.of(
            CAMERA,
            pose,
            OutdoorLight.of(lighting, direction -> LinearColor.BLACK, SampledWeather.CLEAR)
                .lights(lighting));
    Renders.view(
        assets,
        new RenderJob(List.of(wall), lighting, List.of(view)),
        rendered -> {
          int seen = 0;
          int hidden = 0;
          for (int pixel = 0; pixel < 160 * 120; pixel++) {
            int x = pixel % 160;
            int y = pixel / 160;
            double star = lights.at(pixel).green() / (1.2 * StrictMath.pow(2, EV));
            int value = LightTest.color(rendered, x, y, 1);
            if (x < 78) {
              assertTrue(value < 3, "before the wall: " + value);
              hidden += star > 0.05 ? 1 : 0;
            } else if (x > 82 && star > 0.1 && star < 0.6) {
              int dark = LightTest.srgb(1.74e-4 / (1.2 * StrictMath.pow(2, EV)));
              assertTrue(value > dark, value + " above " + dark);
              double light = LampLab.decode(value) - LampLab.decode(dark);
              assertEquals(star, light, 0.005 + 0.015 * star, x + ", " + y);
              seen++;
            }
          }
          assertTrue(seen > 10 && hidden > 10, seen + " seen, " + hidden + " hidden");
        });
  }
}
