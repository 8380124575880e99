package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;

/**
 * White cards in a wide black room whose whole ceiling glows: one whose normal is raised by an
 * angle e above the horizon shows (1 + sin e) / 2 of its luminance. The cards' light has no other
 * way than between surfaces.
 */
public final class RoomLightContract {
  private static final double EV = 10;
  private static final double GLOW = FurnaceContract.linear(220);
  private static final int SIZE = 9;

  /** Degrees by which the cards' normals are raised. */
  private static final double[] RAISED = {90, 45, 0, -45, -90};

  /** Meters: nearly all of the half sphere above the cards is the ceiling. */
  private static final double WIDE = 1000;

  private static final double HIGH = 3;

  /** A code is 1 % wide at the brightest; the light's bands end with the second. */
  private static final double TOLERANCE = 0.015;

  private RoomLightContract() {}

  /** Holds for all cards. */
  public static void hold(FinishContract.Drawing renderer) {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("room", Shape.BOX.mesh(4), Material.plain("room", LinearColor.BLACK, 1, 1));
    assets.add("card", Shape.BOX.mesh(4), Material.plain("card", LinearColor.WHITE, 0, 1));
    SampledMaterial glowing =
        new SampledMaterial(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LinearColor.WHITE.times(GLOW / Development.exposureFactor(EV))),
            Optional.empty(),
            List.of());
    Affine3 room = Affine3.scaling(new Vec3(WIDE, WIDE, HIGH));
    List<Draw> draws = new ArrayList<>();
    draws.add(assets.draw(1, "room", room));
    Affine3 ceiling = Affine3.translation(new Vec3(0, 0, HIGH - 0.01)).times(room);
    draws.add(assets.draw(2, "room", ceiling, glowing));
    List<View> views = new ArrayList<>();
    for (int i = 0; i < RAISED.length; i++) {
      Vec3 center = new Vec3(1.5 * i - 3, 0.4, 1.6);
      Vec3 normal = Rotations.direction(0.5, Math.toRadians(RAISED[i]));
      Affine3 pose = Rotations.lookAt(center.plus(normal), center);
      Affine3 behind = pose.times(Affine3.translation(new Vec3(0, 0, 1)));
      draws.add(assets.draw(3 + i, "card", behind.times(Affine3.scaling(Vec3.ONE.times(0.1)))));
      views.add(
          new View(
              "raised by " + RAISED[i],
              new PinholeCamera(SIZE, SIZE, 200, 200, SIZE / 2.0, SIZE / 2.0),
              pose,
              Development.exposed(EV),
              Channel.USUAL));
    }
    GradientSky night = new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
    RenderJob job = new RenderJob(draws, new SampledLighting(Optional.empty(), night), views);
    renderer.frame(
        assets,
        job.without(Effect.OCCLUSION),
        frame -> {
          for (int i = 0; i < RAISED.length; i++) {
            double expected = 0.5 + 0.5 * StrictMath.sin(Math.toRadians(RAISED[i]));
            double seen = RenderedImages.middle(frame.views().get(i))[1] / GLOW;
            assertEquals(expected, seen, TOLERANCE, views.get(i).name() + " degrees");
          }
        });
  }
}
