package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Image textures on a metal wall under an even sky. */
class TextureTest {
  private static final int SIZE = 64;
  private static final double EV = 10;
  private static final LinearColor GRAY = LinearColor.WHITE.times(800);
  private static final SampledLighting EVEN_LIGHT =
      new SampledLighting(Optional.empty(), new GradientSky(GRAY, GRAY, GRAY));

  /** Each mip level has a red of its own, so a pixel tells which one it was taken from. */
  private static Texture levelsByRed() {
    List<byte[]> levels = new ArrayList<>();
    for (int level = 0; SIZE >> level > 0; level++) {
      byte[] texels = new byte[4 * (SIZE >> level) * (SIZE >> level)];
      for (int i = 0; i < texels.length; i += 4) {
        texels[i] = (byte) (240 - 30 * level);
        texels[i + 1] = 100;
        texels[i + 3] = (byte) 255;
      }
      levels.add(texels);
    }
    return new Texture(SIZE, SIZE, true, levels);
  }

  /**
   * A wall of one meter bears 64 texels; at distance d and focal length f a pixel covers 64 d / f
   * of them, which the level undoes.
   */
  @Test
  void mipLevelFollowsTheFootprint() {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("wall", Shape.QUAD.mesh(4), textured(), levelsByRed());
    Draw draw = assets.draw(1, "wall", AnalyticScenes.centered(Vec3.ZERO, 1));
    for (int level = 0; level <= 4; level++) {
      double distance = 100.0 / SIZE * (1 << level);
      View view =
          new View(
              "",
              new PinholeCamera(8, 8, 100, 100, 4, 4),
              Rotations.lookAt(new Vec3(0, -distance, 0), Vec3.ZERO),
              Development.exposed(EV),
              EnumSet.allOf(Channel.class));
      double expected = linear(240 - 30 * level) / linear(100);
      String what = "level " + level;
      Renders.view(
          assets,
          new RenderJob(List.of(draw), EVEN_LIGHT, List.of(view)),
          rendered -> {
            double red = linear(LightTest.color(rendered, 4, 4, 0));
            double green = linear(LightTest.color(rendered, 4, 4, 1));
            assertEquals(expected, red / green, 0.08 * expected, what);
          });
    }
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }

  private static Material textured() {
    return new Material(
        "wall",
        LinearColor.WHITE,
        // A polished metal, whose reflection bears the texture's color alone and once.
        1,
        0.1,
        LinearColor.BLACK,
        0,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        AlphaMode.OPAQUE,
        0.5);
  }
}
