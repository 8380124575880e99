package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.SpecularAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;

/**
 * Cards that face their cameras under a sky of one luminance above a black ground, by closed forms:
 * all that they show is how much of it lies above the horizon.
 */
public final class SkyContract {
  private static final double LUMINANCE = 1000;
  private static final int SIZE = 9;
  private static final double APART = 4;

  /**
   * Views of each card, a fraction of a code apart in exposure: their mean is finer than a code.
   */
  private static final int EXPOSURES = 6;

  private static final double STEP = 0.021;

  /** Parts of each integral over a lobe. */
  private static final int PARTS = 300;

  private final FinishContract.Drawing renderer;

  public SkyContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /**
   * A matte card whose normal is raised by an angle e sees (1 + sin e) / 2 of the half sphere above
   * the horizon, weighed by the cosine, whichever way it faces.
   *
   * @param elevation degrees
   */
  public void lightsMatteCardsAlike(double elevation) {
    List<Vec3> normals = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 90) {
      normals.add(Rotations.direction(Math.toRadians(azimuth), Math.toRadians(elevation)));
    }
    List<Double> seen = seen(Material.plain("card", LinearColor.WHITE, 0, 1), normals);
    double expected = 0.5 + 0.5 * StrictMath.sin(Math.toRadians(elevation));
    double mean = seen.stream().mapToDouble(each -> each).average().orElseThrow();
    assertEquals(expected, mean, 0.01, "mean of all sides");
    for (int i = 0; i < normals.size(); i++) {
      assertEquals(mean, seen.get(i), 0.006 * mean, "facing " + normals.get(i));
    }
  }

  /**
   * A perfect mirror of some roughness shows the share of its lobe that reaches above the horizon,
   * by its first bounce, and of all directions by the others, as {@link LobeContract} has them.
   *
   * @param elevation of its normal, degrees
   */
  public void isMirroredByRoughMetal(double elevation, double roughness) {
    double raised = Math.toRadians(elevation);
    Vec3 normal = Rotations.direction(0.6, raised);
    double once = albedoAlongTheNormal(roughness);
    double expected =
        once * above(raised, roughness) + (1 - once) * (0.5 + 0.5 * StrictMath.sin(raised));
    Material metal = Material.plain("card", LinearColor.WHITE, 1, roughness);
    // Tables have texels of 3 to 6 degrees, and 96 directions of each lobe.
    assertEquals(expected, seen(metal, List.of(normal)).get(0), 0.02);
  }

  /** Of uniform light; between the entries of the table. */
  private static double albedoAlongTheNormal(double roughness) {
    SpecularAlbedo table = new SpecularAlbedo();
    double row = roughness * SpecularAlbedo.SIZE - 0.5;
    int last = SpecularAlbedo.SIZE - 1;
    int first = (int) Math.min(last - 1, row);
    double lower = table.scale(last, first) + table.bias(last, first);
    double upper = table.scale(last, first + 1) + table.bias(last, first + 1);
    return lower + (row - first) * (upper - lower);
  }

  /**
   * Share of a lobe around a raised direction that lies above the horizon. Half vectors have the
   * density D cos θ of GGX, light the weight of its cosine: Karis, Real Shading in Unreal Engine 4
   * (2013).
   */
  private static double above(double raised, double roughness) {
    double alpha = roughness * roughness;
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < PARTS; i++) {
      double u = (i + 0.5) / PARTS;
      double cos2 = (1 - u) / (1 + (alpha * alpha - 1) * u);
      double along = 2 * cos2 - 1;
      double across = 2 * Math.sqrt(cos2 * (1 - cos2));
      for (int j = 0; j < PARTS && along > 0; j++) {
        double upwards = across * StrictMath.cos(2 * Math.PI * (j + 0.5) / PARTS);
        double height = along * StrictMath.sin(raised) + upwards * StrictMath.cos(raised);
        sum += height > 0 ? along : 0;
        weights += along;
      }
    }
    return sum / weights;
  }

  /** Luminance of cards with these normals in parts of the sky's. */
  private List<Double> seen(Material material, List<Vec3> normals) {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("card", Shape.BOX.mesh(4), material);
    LinearColor even = LinearColor.WHITE.times(LUMINANCE);
    SampledLighting light =
        new SampledLighting(Optional.empty(), new GradientSky(even, even, LinearColor.BLACK));
    // The whole sky would be shown as a code of 200.
    double ev = StrictMath.log(LUMINANCE / 1.2 / FurnaceContract.linear(200)) / StrictMath.log(2);
    List<Draw> draws = new ArrayList<>();
    List<View> views = new ArrayList<>();
    for (int i = 0; i < normals.size(); i++) {
      Vec3 center = new Vec3(APART * i, 0, 0);
      Affine3 pose = Rotations.lookAt(center.plus(normals.get(i)), center);
      Affine3 behind = pose.times(Affine3.translation(new Vec3(0, 0, 1)));
      draws.add(assets.draw(i + 1, "card", behind.times(Affine3.scaling(Vec3.ONE.times(0.2)))));
      for (int k = 0; k < EXPOSURES; k++) {
        views.add(
            new View(
                i + "_" + k,
                new PinholeCamera(SIZE, SIZE, 200, 200, SIZE / 2.0, SIZE / 2.0),
                pose,
                Development.exposed(ev + STEP * k),
                Channel.USUAL));
      }
    }
    RenderJob job =
        new RenderJob(draws, light, views).without(Effect.BOUNCE).without(Effect.OCCLUSION);
    double[] sums = new double[normals.size()];
    renderer.frame(
        assets,
        job,
        frame -> {
          for (int n = 0; n < views.size(); n++) {
            double exposed = Development.exposureFactor(ev + STEP * (n % EXPOSURES)) * LUMINANCE;
            sums[n / EXPOSURES] +=
                RenderedImages.middle(frame.views().get(n))[1] / exposed / EXPOSURES;
          }
        });
    return Arrays.stream(sums).boxed().toList();
  }
}
