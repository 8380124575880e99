package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.RenderedImages;
import org.junit.jupiter.api.Test;

/** Lamps by rays, against closed forms, on a floor that is seen from straight above. */
class LampShadingTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(33, 33, 33, 33, 16.5, 16.5);
  private static final SampledLighting NIGHT =
      new SampledLighting(
          Optional.empty(),
          new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK));

  private final InMemoryAssets assets = new InMemoryAssets();
  private final List<Draw> draws = new ArrayList<>();

  LampShadingTest() {
    Material pale = Material.plain("pale", LinearColor.WHITE.times(0.8), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(3), pale);
    assets.add("box", Shape.BOX.mesh(3), pale);
    add("floor", Affine3.scaling(new Vec3(50, 50, 1)));
  }

  private void add(String asset, Affine3 pose) {
    draws.add(assets.draw(draws.size() + 1, asset, pose));
  }

  private static SampledLamp above(LampShape shape, double height, boolean visible) {
    Affine3 down = Rotations.forwardLeftUp(Rotations.lookAt(new Vec3(0, 0, height), Vec3.ZERO));
    LinearColor intensity = LinearColor.WHITE.times(100);
    return new SampledLamp("lamp", 0, shape, MotionStates.still(down), intensity, visible);
  }

  /** Linear green of a pixel, in cd/m². */
  private double green(SampledLamp lamp, double ev, int x, int y) {
    Affine3 pose = Rotations.lookAt(new Vec3(0, 0, 6), Vec3.ZERO);
    View view = new View("", CAMERA, pose, Development.exposed(ev), EnumSet.allOf(Channel.class));
    double[] result = {0};
    Rendering.check(
        new RenderJob(draws, NIGHT.with(List.of(lamp)), List.of(view)),
        assets,
        rendered ->
            result[0] =
                SrgbTable.decode(
                    new Color(RenderedImages.color(rendered).getRGB(x, y)).getGreen()));
    return result[0] * 1.2 * Math.pow(2, ev);
  }

  /** Lambert's share; the gloss of a rough dielectric adds a hundredth. */
  private static double floor(double illuminance) {
    return illuminance * 0.8 / Math.PI;
  }

  @Test
  void aPointFollowsTheInverseSquare() {
    for (double height : new double[] {1, 2, 4}) {
      double expected = floor(100 / (height * height));
      double ev = Math.log(expected / 0.6 / 1.2) / Math.log(2);
      double seen = green(above(new LampShape.Point(0), height, false), ev, 16, 16);
      assertEquals(expected, seen, 0.03 * expected);
    }
  }

  /** π L sin² θ under the middle of a disk. */
  @Test
  void aDiskGivesItsClosedForm() {
    for (double height : new double[] {0.5, 1, 3}) {
      LampShape disk = new LampShape.Disk(1);
      double luminance = 100 / disk.area();
      double expected = floor(Math.PI * luminance * 0.25 / (0.25 + height * height));
      double ev = Math.log(expected / 0.6 / 1.2) / Math.log(2);
      double seen = green(above(disk, height, false), ev, 16, 16);
      assertEquals(expected, seen, 0.03 * expected, "at " + height);
    }
  }

  @Test
  void whatStandsInTheWayCastsAShadowAsSoftAsTheLampIsLarge() {
    add("box", Affine3.translation(new Vec3(1, 0, 1)).times(Affine3.scaling(new Vec3(2, 4, 0.01))));
    // The edge at x = 0 throws its shadow to x = 0; a large lamp sees around it.
    int left = 15;
    double hard = green(above(new LampShape.Point(0), 2, false), 4, left, 16);
    double soft = green(above(new LampShape.Disk(1), 2, false), 4, left, 16);
    assertTrue(hard > 0);
    assertTrue(soft > 0.5 * hard && soft < 0.95 * hard, soft + " of " + hard);
  }

  @Test
  void aVisibleLampShowsItsLuminance() {
    for (LampShape shape : List.of(new LampShape.Point(0.6), new LampShape.Tube(1, 0.6))) {
      double expected = 100 / shape.area();
      double ev = Math.log(expected / 0.6 / 1.2) / Math.log(2);
      assertEquals(expected, green(above(shape, 3, true), ev, 16, 16), 0.02 * expected);
    }
    // From behind a panel is not seen.
    LampShape panel = new LampShape.Rectangle(1, 1);
    double behind = green(above(panel, 3, true), 6, 16, 16);
    assertEquals(green(above(panel, 3, false), 6, 16, 16), behind);
  }
}
