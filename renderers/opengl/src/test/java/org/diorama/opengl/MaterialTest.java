package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

class MaterialTest {
  private static final double EV = 12;
  private static final double WHITE = 1.2 * StrictMath.pow(2, EV);
  private static final PinholeCamera CAMERA = new PinholeCamera(40, 40, 40, 40, 20, 20);
  private static final LinearColor DIM = LinearColor.WHITE.times(300);

  private final InMemoryAssets assets = new InMemoryAssets();

  /** A smooth metal shows the sky of the reflected direction, tinted by its color. */
  @Test
  void smoothMetalMirrorsTheSky() {
    LinearColor color = new LinearColor(0.9, 0.5, 0.2);
    assets.add("mirror", Shape.PLANE.mesh(4), Material.plain("mirror", color, 1, 0));
    LinearColor zenith = LinearColor.WHITE.times(2500);
    LinearColor horizon = LinearColor.WHITE.times(500);
    Draw floor = draw("mirror", Affine3.scaling(new Vec3(100, 100, 1)), SampledMaterial.NONE);
    Vec3 eye = new Vec3(0, -2, 2);
    Affine3 pose = Rotations.lookAt(eye, Vec3.ZERO);
    Renders.view(
        assets,
        job(floor, pose, new GradientSky(zenith, horizon, LinearColor.BLACK)),
        view -> {
          double up = -pose.transformDirection(CAMERA.direction(20.5, 20.5)).normalize().z();
          double sky = (500 + 2000 * up) / WHITE;
          double[] expected = {0.9 * sky, 0.5 * sky, 0.2 * sky};
          for (int channel = 0; channel < 3; channel++) {
            // The analytic fit of the lobe's integral is good to a few hundredths.
            int low = LightTest.srgb(0.93 * expected[channel]);
            int high = LightTest.srgb(1.07 * expected[channel] + 0.01 * sky);
            int value = LightTest.color(view, 20, 20, channel);
            assertTrue(value >= low && value <= high, value + " in " + low + ".." + high);
          }
        });
  }

  /** An emission of 1 is a bright screen; one that is drawn is a luminance. */
  @Test
  void emissionIsALuminance() {
    LinearColor glow = new LinearColor(0.5, 0.25, 0);
    assets.add(
        "imported",
        Shape.QUAD.mesh(4),
        material(LinearColor.BLACK, glow.times(WHITE / Material.GLOW), AlphaMode.OPAQUE, -1));
    assets.add("dark", Shape.QUAD.mesh(4), material(LinearColor.BLACK, glow, AlphaMode.OPAQUE, -1));
    SampledMaterial drawn =
        new SampledMaterial(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(glow.times(WHITE)),
            Optional.empty(),
            List.of());
    for (Draw draw : List.of(wall("imported", SampledMaterial.NONE), wall("dark", drawn))) {
      Renders.view(
          assets,
          job(draw, front(), DIM),
          view -> {
            double reflected = 0.05 * 300 / WHITE;
            assertEquals(LightTest.srgb(0.5), LightTest.color(view, 20, 20, 0), 2);
            assertEquals(LightTest.srgb(0.25), LightTest.color(view, 20, 20, 1), 2);
            assertTrue(LightTest.color(view, 20, 20, 2) <= LightTest.srgb(reflected) + 1);
          });
    }
  }

  @Test
  void aDrawnBaseColorReplacesTheTexture() {
    assets.add(
        "wall",
        Shape.QUAD.mesh(4),
        material(LinearColor.WHITE, LinearColor.BLACK, AlphaMode.OPAQUE, 0),
        texel(255, 0, 0, 255));
    SampledMaterial green =
        new SampledMaterial(
            Optional.of(new LinearColor(0, 1, 0)), Optional.empty(), Optional.empty());
    Renders.view(
        assets,
        job(wall("wall", green), front(), DIM),
        view ->
            assertTrue(LightTest.color(view, 20, 20, 1) > 2 * LightTest.color(view, 20, 20, 0)));
    Renders.view(
        assets,
        job(wall("wall", SampledMaterial.NONE), front(), DIM),
        view ->
            assertTrue(LightTest.color(view, 20, 20, 0) > 2 * LightTest.color(view, 20, 20, 1)));
  }

  @Test
  void aHoleShowsWhatIsBehindInEveryPlane() {
    assets.add(
        "hole",
        Shape.QUAD.mesh(4),
        material(LinearColor.WHITE, LinearColor.BLACK, AlphaMode.MASK, 0),
        texel(255, 255, 255, 127));
    assets.add(
        "solid",
        Shape.QUAD.mesh(4),
        material(LinearColor.WHITE, LinearColor.BLACK, AlphaMode.MASK, 0),
        texel(255, 255, 255, 128));
    for (String asset : List.of("hole", "solid")) {
      int expected = asset.equals("solid") ? 1 : 0;
      Renders.view(
          assets,
          job(wall(asset, SampledMaterial.NONE), front(), DIM),
          view -> {
            int middle = 20 * 40 + 20;
            assertEquals(expected, view.plane(Channel.INSTANCE).getShort(2 * middle));
            assertEquals(expected == 1, view.plane(Channel.DEPTH).getFloat(4 * middle) > 0);
            assertEquals(expected * 1600, view.instances().rows().get(0).silhouettePixels());
          });
    }
  }

  /** Rows come by instance id, whatever the order of the draws. */
  @Test
  void theOrderOfDrawsDoesNotMatter() {
    TestScene scene = RandomScenes.scene(6, Vec3.ZERO);
    RenderJob job = scene.job();
    List<Draw> shuffled = new ArrayList<>(job.draws());
    Collections.shuffle(shuffled, new Random(2));
    assertNotEquals(job.draws(), shuffled);
    Renders.session(
        scene.assets(),
        1,
        session -> {
          List<Integer> hashes = new ArrayList<>();
          for (List<Draw> draws : List.of(job.draws(), shuffled)) {
            try (var frame =
                session
                    .submit(List.of(new RenderJob(draws, job.lighting(), job.views())))
                    .get(0)
                    .join()) {
              var view = frame.views().get(0);
              hashes.add(
                  view.instances().hashCode()
                      + 31 * view.plane(Channel.COLOR).duplicate().hashCode()
                      + 37 * view.plane(Channel.DEPTH).duplicate().hashCode());
            }
          }
          assertEquals(hashes.get(0), hashes.get(1));
        });
  }

  private static Material material(
      LinearColor color, LinearColor emission, AlphaMode mode, int texture) {
    return new Material(
        "test",
        color,
        0,
        1,
        emission,
        texture,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        mode,
        0.5);
  }

  private static Texture texel(int red, int green, int blue, int alpha) {
    return new Texture(
        1, 1, true, List.of(new byte[] {(byte) red, (byte) green, (byte) blue, (byte) alpha}));
  }

  private Draw wall(String asset, SampledMaterial material) {
    return draw(asset, AnalyticScenes.centered(new Vec3(0, 3, 0), 9), material);
  }

  private Draw draw(String asset, Affine3 pose, SampledMaterial material) {
    return assets.draw(1, asset, pose, material);
  }

  private static Affine3 front() {
    return Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);
  }

  private static RenderJob job(Draw draw, Affine3 pose, LinearColor everywhere) {
    return job(draw, pose, new GradientSky(everywhere, everywhere, everywhere));
  }

  private static RenderJob job(Draw draw, Affine3 pose, GradientSky sky) {
    return new RenderJob(
        List.of(draw),
        new SampledLighting(Optional.empty(), sky),
        List.of(new View("", CAMERA, pose, Development.exposed(EV), EnumSet.allOf(Channel.class))));
  }
}
