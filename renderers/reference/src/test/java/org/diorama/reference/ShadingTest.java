package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
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
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.RenderedImages;
import org.junit.jupiter.api.Test;

/** Light with closed forms, read back from the color plane. */
class ShadingTest {
  /** A camera 4 m above a floor, looking straight down. */
  private static final Affine3 ABOVE = Rotations.lookAt(new Vec3(0, 0, 4), Vec3.ZERO);

  private static final PinholeCamera CAMERA = new PinholeCamera(32, 32, 32, 32, 16, 16);
  private static final GradientSky NO_SKY =
      new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);

  private final InMemoryAssets assets = AnalyticScenes.shapes();

  /** Linear green of a pixel, relative to white. */
  private double green(List<Draw> draws, SampledLighting light, double exposure, int x, int y) {
    View view =
        new View("", CAMERA, ABOVE, Development.exposed(exposure), EnumSet.allOf(Channel.class));
    double[] result = {0};
    Rendering.check(
        new RenderJob(draws, light, List.of(view)),
        assets,
        rendered ->
            result[0] =
                SrgbTable.decode(
                    new Color(RenderedImages.color(rendered).getRGB(x, y)).getGreen()));
    return result[0];
  }

  private static SampledLighting sun(double elevationDegrees) {
    Vec3 towards = Rotations.direction(0, Math.toRadians(elevationDegrees));
    return new SampledLighting(
        Optional.of(new SampledLighting.Sun(towards, LinearColor.WHITE.times(50_000), 0.009)),
        NO_SKY);
  }

  private void addFloor(double albedo) {
    assets.add(
        "floor",
        Shape.PLANE.mesh(3),
        Material.plain("matt", LinearColor.WHITE.times(albedo), 0, 1));
  }

  @Test
  void aMattFloorFollowsLambertAndTheExposure() {
    addFloor(0.5);
    List<Draw> draws = List.of(assets.draw(1, "floor", Affine3.scaling(new Vec3(50, 50, 1))));
    double white = 1.2 * Math.pow(2, 14);
    double expected = 0.5 / Math.PI * 50_000 * Math.sin(Math.toRadians(60)) / white;
    double seen = green(draws, sun(60), 14, 10, 10);
    // A rough dielectric adds a few percent of gloss to Lambert's term.
    assertEquals(expected, seen, 0.06 * expected);
    assertEquals(seen / 2, green(draws, sun(60), 15, 10, 10), 0.02 * seen);
    double low = green(draws, sun(20), 14, 10, 10);
    assertEquals(Math.sin(Math.toRadians(20)) / Math.sin(Math.toRadians(60)), low / seen, 0.08);
  }

  @Test
  void whatStandsBetweenFloorAndSunCastsAShadow() {
    addFloor(0.5);
    // The sun stands in the east, so the box's shadow falls to the west, left in the image.
    List<Draw> draws =
        List.of(
            assets.draw(1, "floor", Affine3.scaling(new Vec3(50, 50, 1))),
            assets.draw(2, "box", Affine3.IDENTITY));
    assertEquals(0, green(draws, sun(45), 14, 8, 16));
    assertTrue(green(draws, sun(45), 14, 24, 16) > 0.1);
  }

  @Test
  void aUniformSkyLightsAWhiteFloorToItsOwnLuminance() {
    addFloor(1);
    SampledLighting overcast =
        new SampledLighting(
            Optional.empty(),
            new GradientSky(
                LinearColor.WHITE.times(5000), LinearColor.WHITE.times(5000), LinearColor.BLACK));
    List<Draw> draws = List.of(assets.draw(1, "floor", Affine3.scaling(new Vec3(50, 50, 1))));
    double white = 1.2 * Math.pow(2, 13);
    assertEquals(5000 / white, green(draws, overcast, 13, 4, 4), 0.06 * 5000 / white);
  }

  @Test
  void theBackgroundIsTheSkyInTheRaysDirection() {
    SampledLighting light =
        new SampledLighting(
            Optional.empty(),
            new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE.times(2000)));
    double white = 1.2 * Math.pow(2, 12);
    assertEquals(2000 / white, green(List.of(), light, 12, 0, 0), 0.01);
  }

  @Test
  void texturesAreDecodedAndADrawnColorReplacesThem() {
    byte[] gray = {-68, -68, -68, -1};
    assets.add(
        "floor",
        Shape.PLANE.mesh(3),
        new Material(
            "textured",
            LinearColor.WHITE,
            0,
            1,
            LinearColor.BLACK,
            0,
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            AlphaMode.OPAQUE,
            0.5),
        new Texture(1, 1, true, List.of(gray)));
    Draw textured = assets.draw(1, "floor", Affine3.scaling(new Vec3(50, 50, 1)));
    Draw painted =
        new Draw(
            1,
            "floor",
            textured.assetDigest(),
            0,
            textured.worldFromObject(),
            new SampledMaterial(
                Optional.of(LinearColor.WHITE.times(0.25)), Optional.empty(), Optional.empty()));
    double one = green(List.of(textured), sun(60), 14, 10, 10);
    double other = green(List.of(painted), sun(60), 14, 10, 10);
    // 188 is sRGB for 0.503.
    assertEquals(0.503 / 0.25, one / other, 0.1);
  }
}
