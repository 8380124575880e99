package org.diorama.core.sample.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.MotionDescription;
import org.junit.jupiter.api.Test;

class WindTest {
  /** Twice the gusts' share of the steady bend, 3° at 10 m/s. */
  @Test
  void gustsBendByTheSquareOfTheSpeed() {
    Motion.Sway sway = sway(12, 90, 3, 0.25);
    assertEquals(2 * 0.25 * 3 * 1.44, Math.toDegrees(sway.deviation()), 1e-12);
    assertEquals(4 * sway.deviation(), sway(24, 90, 3, 0.25).deviation(), 1e-12);
  }

  @Test
  void itLeansDownwind() {
    Motion.Sway sway = sway(10, 90, 4, 0.3);
    // A quarter of a swing later than the start of both.
    double seconds = 0.25 * sway.period();
    Vec3 up = sway.at(Affine3.IDENTITY, seconds).transformDirection(Vec3.UNIT_Z);
    assertEquals(0, up.x(), 1e-12);
    assertEquals(0.5 * StrictMath.PI, StrictMath.atan2(up.y(), up.x()), 1e-9);
  }

  @Test
  void aStormSwaysNothingUpsideDown() {
    assertEquals(15, Math.toDegrees(sway(60, 0, 45, 1).deviation()), 1e-12);
  }

  private static Motion.Sway sway(double speed, double towards, double bend, double gusts) {
    MotionDescription wind =
        new MotionDescription.Wind(
            Scenes.constant("speed", speed),
            Scenes.constant("towards", towards),
            Scenes.constant("bend", bend),
            Scenes.constant("gusts", gusts),
            Scenes.constant("period", 2),
            Scenes.constant("phase", 0));
    DrawLog draws = new DrawLog(1, FramePosition.of(0, 1, 1));
    return (Motion.Sway)
        new MotionSampler(draws)
            .sample(Optional.of(wind), Optional.empty(), DrawSite.of(0), "objects.tree");
  }
}
