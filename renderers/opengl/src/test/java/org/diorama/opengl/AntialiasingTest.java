package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Finish;
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
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/**
 * Brightness of edge pixels against the true share of their area; ids stay those of the centers.
 */
class AntialiasingTest {
  private static final int SIZE = 160;
  private static final PinholeCamera CAMERA = new PinholeCamera(SIZE, SIZE, 200, 200, 80.3, 79.6);

  /** Samples on a pixel's side for the true share; the error is half of one's width. */
  private static final int GRID = 24;

  private static final double GLOW = 0.7;
  private static final int MIDDLE = SIZE / 2 * SIZE + SIZE / 2;
  private static final LinearColor DARK = LinearColor.WHITE.times(0.3);

  /** Bends and mirrors next to nothing. */
  private static final Finish CLEAR =
      new Finish(
          Finish.Coat.NONE,
          Finish.Sheen.NONE,
          new Finish.Transmission(1, 1.0001, false, LinearColor.WHITE, Double.POSITIVE_INFINITY),
          0);

  private final InMemoryAssets assets = new InMemoryAssets();

  AntialiasingTest() {
    Material glowing =
        new Material(
            "glowing",
            LinearColor.BLACK,
            1,
            1,
            LinearColor.WHITE.times(GLOW * 1.2 * (1 << 12) / Material.GLOW),
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            AlphaMode.OPAQUE,
            0.5);
    assets.add("quad", Shape.QUAD.mesh(4), glowing);
    assets.add("sphere", Shape.SPHERE.mesh(512), glowing);
  }

  @Test
  void straightEdges() {
    for (double degrees : new double[] {2, 7, 20, 45, 71}) {
      Affine3 roll = Rotations.aboutAxis(Vec3.UNIT_Y, Math.toRadians(degrees));
      double[] errors =
          errors(
              "quad",
              roll.times(AnalyticScenes.centered(Vec3.ZERO, 1)),
              (x, z) -> {
                Vec3 p = roll.inverse().transformPoint(new Vec3(x, 0, z));
                return Math.abs(p.x()) < 0.5 && Math.abs(p.z()) < 0.5 ? 1 : 0;
              });
      String what = String.format(Locale.ROOT, "%s degrees: mean %.3f", degrees, errors[0]);
      assertTrue(errors[0] < 0.025, what + " of blended, " + errors[1] + " of plain pixels");
    }
  }

  /** What a pane lets through has the edges that it has without it. */
  @Test
  void edgesBehindAPane() {
    assets.add(
        "pane", Shape.QUAD.mesh(4), Material.plain("pane", LinearColor.WHITE, 0, 0.2).with(CLEAR));
    Affine3 roll = Rotations.aboutAxis(Vec3.UNIT_Y, Math.toRadians(20));
    Affine3 pose = roll.times(AnalyticScenes.centered(Vec3.ZERO, 1));
    byte[] open = image(List.of(assets.draw(1, "quad", pose)));
    Affine3 nearer = AnalyticScenes.centered(new Vec3(0, -0.5, 0), 1.9);
    byte[] through = image(List.of(assets.draw(1, "quad", pose), assets.draw(2, "pane", nearer)));
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      int expected = open[4 * pixel + 1] & 0xff;
      assertEquals(expected, through[4 * pixel + 1] & 0xff, 3, "pixel " + pixel);
    }
  }

  /** Through a clear pane the border of a dark one behind it is as smooth as without. */
  @Test
  void bordersOfPanesBehindAPane() {
    Affine3 roll = Rotations.aboutAxis(Vec3.UNIT_Y, Math.toRadians(20));
    Draw light = assets.draw(1, "quad", AnalyticScenes.centered(new Vec3(0, 1, 0), 9));
    assets.add("dark", Shape.QUAD.mesh(4), Material.plain("dark", DARK, 0, 0.2).with(CLEAR));
    assets.add(
        "pane", Shape.QUAD.mesh(4), Material.plain("pane", LinearColor.WHITE, 0, 0.2).with(CLEAR));
    Draw dark = assets.draw(2, "dark", roll.times(AnalyticScenes.centered(Vec3.ZERO, 1)));
    List<Draw> draws = new ArrayList<>(List.of(light, dark));
    byte[] open = image(draws);
    for (int pane = 0; pane < 2; pane++) {
      Vec3 nearer = new Vec3(0, -0.5 - 0.2 * pane, 0);
      draws.add(assets.draw(3 + pane, "pane", AnalyticScenes.centered(nearer, 6)));
      byte[] through = image(draws);
      int between = 0;
      for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
        int expected = open[4 * pixel + 1] & 0xff;
        assertEquals(expected, through[4 * pixel + 1] & 0xff, 3, "pixel " + pixel);
        between +=
            expected != (open[1] & 0xff) && expected != (open[4 * MIDDLE + 1] & 0xff) ? 1 : 0;
      }
      assertTrue(between > 50, "smooth pixels: " + between);
    }
  }

  private byte[] image(List<Draw> draws) {
    byte[] bytes = new byte[4 * SIZE * SIZE];
    Renders.view(assets, job(draws), view -> view.plane(Channel.COLOR).get(0, bytes));
    return bytes;
  }

  /** Facets of half a pixel. */
  @Test
  void silhouetteOfAFineMesh() {
    double[] errors =
        errors(
            "sphere",
            AnalyticScenes.centered(Vec3.ZERO, 1),
            (x, z) -> {
              // The tangent cone of the unit sphere, 2.5 away, cuts the plane through its center.
              double radius = 0.5 / Math.sqrt(1 - 0.25 / (2.5 * 2.5));
              return Math.hypot(x, z) < radius ? 1 : 0;
            });
    assertTrue(
        errors[0] < 0.6 * errors[1],
        "mean " + errors[0] + " of blended pixels, " + errors[1] + " of plain ones");
  }

  /** Mean errors of share over the pixels that an edge cuts: blended, and by the centers alone. */
  private double[] errors(String asset, Affine3 pose, DoubleBinaryOperator inside) {
    double[] result = new double[2];
    Renders.view(
        assets,
        job(List.of(assets.draw(1, asset, pose))),
        rendered -> {
          double[] sums = new double[3];
          for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            int x = pixel % SIZE;
            int y = pixel / SIZE;
            double share = share(x, y, inside);
            if (share > 0 && share < 1) {
              sums[0] += Math.abs(brightness(rendered, x, y) - share);
              sums[1] += Math.abs(rendered.plane(Channel.INSTANCE).getShort(2 * pixel) - share);
              sums[2]++;
            }
          }
          assertTrue(sums[2] > 100, "edge pixels: " + sums[2]);
          result[0] = sums[0] / sums[2];
          result[1] = sums[1] / sums[2];
        });
    return result;
  }

  private static RenderJob job(List<Draw> draws) {
    LinearColor dim = LinearColor.WHITE.times(10);
    View view =
        new View(
            "",
            CAMERA,
            Rotations.lookAt(new Vec3(0, -2.5, 0), Vec3.ZERO),
            Development.exposed(12),
            EnumSet.allOf(Channel.class));
    return new RenderJob(
        draws,
        new SampledLighting(Optional.empty(), new GradientSky(dim, dim, dim)),
        List.of(view));
  }

  private static double share(int x, int y, DoubleBinaryOperator inside) {
    double sum = 0;
    for (int i = 0; i < GRID * GRID; i++) {
      Vec3 d = CAMERA.direction(x + (i % GRID + 0.5) / GRID, y + (i / GRID + 0.5) / GRID);
      sum += inside.applyAsDouble(2.5 * d.x(), -2.5 * d.y());
    }
    return sum / (GRID * GRID);
  }

  private static double brightness(RenderedView view, int x, int y) {
    double value = LightTest.color(view, x, y, 1) / 255.0;
    double linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    return linear / GLOW;
  }
}
