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
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.image.Panorama;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** An image as the sky: what it shows stands where it is painted, and its sun casts shadows. */
class ImageSkyTest {
  private static final int WIDTH = 1024;
  private static final double EV = 12;
  private static final double ELEVATION = Math.toRadians(38);
  private static final double TURN = Math.toRadians(75);

  private final InMemoryAssets assets = new InMemoryAssets();

  /** Gray, a red quarter beyond azimuth 90°, and a sun of 1° at azimuth 105°. */
  private static Panorama image() {
    float[][] rows = new float[WIDTH / 2][3 * WIDTH];
    Panorama grid = new Panorama(rows);
    Vec3 sun = Rotations.direction(Math.PI - TURN, ELEVATION);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < WIDTH; column++) {
        Vec3 direction = grid.direction(column, row);
        boolean bright = direction.dot(sun) > Math.cos(Math.toRadians(0.5));
        boolean red = direction.x() < 0 && direction.y() > 0;
        rows[row][3 * column] = bright ? 9e4f : 1;
        rows[row][3 * column + 1] = bright ? 9e4f : red ? 0.2f : 1;
        rows[row][3 * column + 2] = bright ? 9e4f : red ? 0.2f : 1;
      }
    }
    return new Panorama(rows);
  }

  private SampledLighting light() {
    assets.addSky("sky", image());
    SkyBody sun = assets.skyFact("sky").sun().orElseThrow();
    double unit = 900;
    return new SampledLighting(
        Optional.of(
            new Sun(
                Rotations.yaw(TURN).transformDirection(sun.towards()),
                sun.illuminance().times(unit),
                sun.angularDiameter())),
        new ImageSky("sky", assets.skyFact("sky").digest(), TURN, unit, true));
  }

  @Test
  void aPolesShadowEndsWhereTheRayFromTheImagesSunMeetsTheGround() {
    assets.add(
        "floor", Shape.PLANE.mesh(4), Material.plain("gray", LinearColor.WHITE.times(0.3), 0, 1));
    assets.add(
        "pole", Shape.BOX.mesh(4), Material.plain("dark", LinearColor.WHITE.times(0.1), 0, 1));
    double reach = 2 / StrictMath.tan(ELEVATION);
    PinholeCamera camera = new PinholeCamera(320, 120, 400, 400, 160, 60);
    Affine3 pose = Rotations.lookAt(new Vec3(reach, -0.01, 12), new Vec3(reach, 0, 0));
    List<Draw> draws =
        List.of(
            assets.draw(1, "floor", Affine3.scaling(new Vec3(60, 60, 1))),
            assets.draw(
                2,
                "pole",
                Affine3.translation(new Vec3(-0.1, 0, 0))
                    .times(Affine3.scaling(new Vec3(0.2, 0.2, 2)))));
    Renders.view(
        assets,
        new RenderJob(draws, light(), List.of(view(camera, pose))),
        view -> {
          Vec3 tip = pose.inverse().transformPoint(new Vec3(reach, 0, 0));
          int row = (int) camera.projectY(tip);
          double expected = camera.projectX(tip);
          int lit = LightTest.color(view, (int) expected + 30, row, 1);
          int shaded = LightTest.color(view, (int) expected - 8, row, 1);
          assertTrue(lit > 2 * shaded, "lit " + lit + ", shaded " + shaded);
          int column = (int) expected - 8;
          while (LightTest.color(view, column, row, 1) < (lit + shaded) / 2) {
            column++;
          }
          assertEquals(expected, column, 1.5);
        });
  }

  /** Azimuth 90° of the image stands at 165°; left of it, looking out, is the red quarter. */
  @Test
  void theImageTurns() {
    PinholeCamera camera = new PinholeCamera(64, 16, 100, 100, 32, 8);
    Vec3 edge = Rotations.direction(Math.PI / 2 + TURN, 0.1);
    Affine3 pose = Rotations.lookAt(Vec3.ZERO, edge);
    Renders.view(
        assets,
        new RenderJob(List.of(), light(), List.of(view(camera, pose))),
        view -> {
          int gray = LightTest.srgb(900 / (1.2 * StrictMath.pow(2, EV)));
          for (int x = 0; x < 64; x++) {
            int green = LightTest.color(view, x, 8, 1);
            assertEquals(gray, LightTest.color(view, x, 8, 0), 1);
            assertTrue(x > 30 || green < gray / 2 + 3, x + ": " + green);
            assertTrue(x < 34 || Math.abs(green - gray) <= 1, x + ": " + green);
          }
        });
  }

  private static View view(PinholeCamera camera, Affine3 pose) {
    return new View("", camera, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
  }
}
