package org.diorama.core.irradiance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.diorama.core.glass.DielectricBorder;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting.Sun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Light that comes straight from sun and lamps, on a floor with nothing above it. */
class DirectLightTest {
  private static final SceneSurfaces FLOOR =
      new Panels(0.5, 0).add(Vec3.ZERO, new Vec3(9, 0, 0), new Vec3(0, 9, 0)).surfaces();

  /** {@code π L r² / (d² + r²)} on the axis of a disk. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 1, 4})
  void aDiskGivesItsClosedForm(double height) {
    LampShape disk = new LampShape.Disk(1);
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            disk,
            MotionStates.still(
                Rotations.forwardLeftUp(
                    Rotations.lookAt(new Vec3(0, 0, height), new Vec3(0, 0, -1)))),
            LinearColor.WHITE.times(100),
            false);
    DirectLight light = new DirectLight(FLOOR, Vec3.ZERO, Optional.empty(), List.of(lamp));
    double expected = Math.PI * 100 / disk.area() * 0.25 / (0.25 + height * height);
    assertEquals(
        expected, light.ofLamps(Vec3.ZERO, Vec3.UNIT_Z).green(), 1e-3 * expected, "at " + height);
  }

  /** A pane takes of a lamp behind it what Fresnel's equations say; one beyond the lamp nothing. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 45, 70})
  void panesTakeTheirShareOfALamp(double degrees) {
    double angle = Math.toRadians(degrees);
    SampledLamp lamp =
        new SampledLamp(
            "lamp",
            0,
            new LampShape.Point(0),
            MotionStates.still(
                Affine3.translation(new Vec3(4 * Math.sin(angle), 0, 4 * Math.cos(angle)))),
            LinearColor.WHITE.times(100),
            false);
    double free = ofLamp(lamp, FLOOR);
    double passes =
        DielectricBorder.paneTransmits(new DielectricBorder(1.5).mirrored(Math.cos(angle)), 0.6);
    assertEquals(100 * Math.cos(angle) / 16, free, 1e-3 * free);
    assertEquals(passes * free, ofLamp(lamp, glazed(0.5)), 1e-3 * free);
    assertEquals(free, ofLamp(lamp, glazed(4.5)), 1e-3 * free);
  }

  private static double ofLamp(SampledLamp lamp, SceneSurfaces surfaces) {
    return new DirectLight(surfaces, Vec3.ZERO, Optional.empty(), List.of(lamp))
        .ofLamps(Vec3.ZERO, Vec3.UNIT_Z)
        .green();
  }

  private static SceneSurfaces glazed(double height) {
    return new Panels(0.5, 0)
        .add(Vec3.ZERO, new Vec3(9, 0, 0), new Vec3(0, 9, 0))
        .glaze(new Vec3(0, 0, height), new Vec3(30, 0, 0), new Vec3(0, 30, 0), 0.6)
        .surfaces();
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 30, 80})
  void theSunFollowsTheSine(double elevation) {
    Sun sun =
        new Sun(
            Rotations.direction(0.4, Math.toRadians(elevation)),
            new LinearColor(50_000, 40_000, 30_000),
            0.009);
    DirectLight light = new DirectLight(FLOOR, Vec3.ZERO, Optional.of(sun), List.of());
    double sine = Math.sin(Math.toRadians(elevation));
    LinearColor lux = light.ofSun(Vec3.ZERO, Vec3.UNIT_Z);
    assertEquals(50_000 * sine, lux.red(), 1e-6 * 50_000);
    assertEquals(30_000 * sine, lux.blue(), 1e-6 * 30_000);
    assertEquals(LinearColor.BLACK, light.ofSun(Vec3.ZERO, Vec3.UNIT_Z.negate()), "from below");
  }
}
