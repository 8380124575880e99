package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/** A flooded black floor at night and a glowing card that stands on it. */
public final class MirrorContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(160, 120, 130, 130, 80, 60);
  private static final Vec3 EYE = new Vec3(0, -4, 1.2);
  private static final Affine3 POSE = Rotations.lookAt(EYE, new Vec3(0, 0, 0.4));
  private static final double CARD_AT = 3;
  private static final double CARD_HEIGHT = 1.5;

  /** Of the card, in shares of white. */
  private static final double GLOW = 0.7;

  /** Roughness of wet ground. */
  private static final double FILM = 0.22;

  private final InMemoryAssets assets = new InMemoryAssets();

  private final FinishContract.Drawing renderer;

  public MirrorContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
    Material black = Material.plain("black", LinearColor.BLACK, 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), black);
    assets.add("card", Shape.BOX.mesh(4), black);
  }

  /** Water mirrors by Fresnel's law, as Schlick has it, and nothing but what stands there. */
  public void waterShowsTheCardWhereItsImageLies() {
    double[] flooded = image(1, 1);
    double[] damp = image(0.5, 0);
    for (double height : new double[] {0.3, 0.7, 1.2}) {
      int pixel = floorThatMirrors(height);
      double cosine = EYE.z() / Math.sqrt(EYE.z() * EYE.z() + square(place(height) - EYE.y()));
      double reflected = 0.04 + 0.96 * Math.pow(1 - cosine, 5);
      assertEquals(reflected * GLOW, flooded[pixel], 0.08 * reflected * GLOW + 0.005, "" + height);
      assertTrue(damp[pixel] < 0.2 * flooded[pixel], "no mirror where no water stands");
    }
    assertEquals(0, flooded[floorThatMirrors(CARD_HEIGHT + 0.4)], 0.005, "above it is the sky");
  }

  /**
   * A film of water mirrors as much as its rough lobe does, and spreads it: the card's upper edge
   * is soft, by as much as normals lean.
   */
  public void wetGroundShowsTheCardBlurred() {
    double[] wet = image(1, 0);
    double[] flooded = image(1, 1);
    for (double height : new double[] {0.5, 0.7}) {
      double away = Math.hypot(EYE.z(), place(height) - EYE.y());
      double expected = film(EYE.z() / away) * GLOW;
      assertEquals(expected, wet[floorThatMirrors(height)], 0.1 * expected + 0.005, "" + height);
    }
    int edge = floorThatMirrors(CARD_HEIGHT);
    double soft = 0;
    double sharp = 0;
    for (int row = -12; row <= 12; row++) {
      int at = edge + 160 * row;
      soft = Math.max(soft, Math.abs(wet[at + 160] - wet[at]));
      sharp = Math.max(sharp, Math.abs(flooded[at + 160] - flooded[at]));
    }
    assertTrue(soft < 0.6 * sharp, soft + " a row at most, as against " + sharp);
    double share = wet[edge - 160 * 2] / wet[edge - 160 * 14];
    double whole = flooded[edge - 160 * 2] / flooded[edge - 160 * 14];
    assertTrue(share > 0.4 * whole && share < 0.9 * whole, share + " of " + whole);
  }

  /** Share of uniform light that the film mirrors, between the table's columns. */
  private static double film(double cosine) {
    SpecularAlbedo table = new SpecularAlbedo();
    int row = (int) (FILM * SpecularAlbedo.SIZE);
    double place = cosine * SpecularAlbedo.SIZE - 0.5;
    int column = (int) place;
    double first = 0.04 * table.scale(column, row) + table.bias(column, row);
    double next = 0.04 * table.scale(column + 1, row) + table.bias(column + 1, row);
    return first + (place - column) * (next - first);
  }

  /** Where on the floor a height of the card is seen mirrored, in meters ahead. */
  private static double place(double height) {
    return (EYE.z() * CARD_AT + height * EYE.y()) / (EYE.z() + height);
  }

  private static int floorThatMirrors(double height) {
    Vec3 inView = POSE.inverse().transformPoint(new Vec3(0, place(height), 0));
    return (int) CAMERA.projectY(inView) * 160 + (int) CAMERA.projectX(inView);
  }

  private static double square(double x) {
    return x * x;
  }

  private double[] image(double wetness, double puddles) {
    double ev = 8;
    LinearColor glow = LinearColor.WHITE.times(GLOW * 1.2 * StrictMath.pow(2, ev));
    SampledMaterial glowing =
        new SampledMaterial(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(glow),
            Optional.empty(),
            List.of());
    Affine3 card =
        Affine3.translation(new Vec3(0, CARD_AT + 0.05, 0))
            .times(Affine3.scaling(new Vec3(3, 0.1, CARD_HEIGHT)));
    List<Draw> draws =
        List.of(
            assets.draw(1, "floor", Affine3.scaling(new Vec3(60, 60, 1)), SampledMaterial.NONE),
            assets.draw(2, "card", card, glowing));
    LinearColor black = LinearColor.BLACK;
    SampledWeather weather =
        new SampledWeather(
            Optional.empty(), new SurfaceWeather(wetness, puddles, 0), Precipitation.NONE);
    View view =
        new View("", CAMERA, POSE, Development.exposed(ev), EnumSet.copyOf(Set.of(Channel.COLOR)));
    double[] image = new double[160 * 120];
    renderer.frame(
        assets,
        new RenderJob(
            draws,
            new SampledLighting(Optional.empty(), new GradientSky(black, black, black)),
            weather,
            List.of(view)),
        frame -> {
          ByteBuffer color = frame.views().get(0).plane(Channel.COLOR);
          for (int i = 0; i < image.length; i++) {
            image[i] = FurnaceContract.linear(color.get(4 * i + 1) & 0xff);
          }
        });
    return image;
  }
}
