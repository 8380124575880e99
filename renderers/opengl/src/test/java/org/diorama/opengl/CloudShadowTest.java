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
import org.diorama.core.outdoor.CloudShade;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Clouds shade each place by what stands between it and the sun. */
class CloudShadowTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 32, 32, 32, 24);
  private static final Vec3 TOWARDS = Rotations.direction(2, Rotations.radians(48));

  private final InMemoryAssets assets = new InMemoryAssets();

  /**
   * Ground seen from 900 m and from near, 30 km from the origin: what a pixel has more than the
   * darkest, of what the brightest has, is the shade that the layer has there.
   */
  @Test
  void theGroundIsShadedByPlace() {
    assets.add(
        "floor", Shape.PLANE.mesh(4), Material.plain("gray", LinearColor.WHITE.times(0.2), 0, 1));
    SampledLighting lighting = light();
    CloudShade shade = CloudShade.of(lighting).orElseThrow();
    Vec3 eye = new Vec3(21_000, -21_500, 900);
    Affine3 pose = Rotations.lookAt(eye, new Vec3(21_000, -21_500, 0));
    Draw floor =
        assets.draw(
            1,
            "floor",
            Affine3.translation(new Vec3(21_000, -21_500, 0))
                .times(Affine3.scaling(new Vec3(40_000, 40_000, 1))));
    View view = new View("", CAMERA, pose, Development.exposed(15.5), EnumSet.allOf(Channel.class));
    Renders.view(
        assets,
        new RenderJob(List.of(floor), lighting, List.of(view)),
        rendered -> {
          double[] light = new double[64 * 48];
          double[] through = new double[64 * 48];
          double darkest = Double.POSITIVE_INFINITY;
          double brightest = 0;
          double least = 1;
          double most = 0;
          for (int k = 0; k < light.length; k++) {
            int x = k % 64;
            int y = k / 64;
            light[k] = LampLab.decode(LightTest.color(rendered, x, y, 1));
            Vec3 way = pose.transformDirection(CAMERA.direction(x + 0.5, y + 0.5));
            through[k] = shade.at(eye.plus(way.times(-eye.z() / way.z())));
            darkest = Math.min(darkest, light[k]);
            brightest = Math.max(brightest, light[k]);
            least = Math.min(least, through[k]);
            most = Math.max(most, through[k]);
          }
          assertTrue(least < 0.05 && most > 0.95, least + " to " + most);
          assertTrue(brightest > 2 * darkest && brightest < 0.75, darkest + ", " + brightest);
          double off = 0;
          for (int k = 0; k < light.length; k++) {
            double share = (light[k] - darkest) / (brightest - darkest);
            assertEquals((through[k] - least) / (most - least), share, 0.12, "pixel " + k);
            off += Math.abs((through[k] - least) / (most - least) - share) / light.length;
          }
          // Reflectance itself changes by some percent with the angle of view.
          assertTrue(off < 0.03, "off by " + off);
        });
  }

  private static SampledLighting light() {
    Atmosphere atmosphere =
        new Atmosphere(
            new Air(40_000, 300, LinearColor.WHITE.times(0.2)),
            0,
            new SkyBody(TOWARDS, Sunlight.above(128_000), 0.0093),
            Optional.empty(),
            Optional.of(new CloudLayer(0.5, 1_200, 1_000, 11)));
    SkyBody sun = atmosphere.sunFromGround().orElseThrow();
    return new SampledLighting(
        Optional.of(new Sun(sun.towards(), sun.illuminance(), sun.angularDiameter())),
        new AtmosphereSky(atmosphere));
  }
}
