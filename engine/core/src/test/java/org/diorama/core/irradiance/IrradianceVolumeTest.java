package org.diorama.core.irradiance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.core.glass.DielectricBorder;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed forms of light between surfaces. */
class IrradianceVolumeTest {
  private static final Vec3 CORNER = new Vec3(-2, -1.5, 0);
  private static final Vec3 SIZE = new Vec3(5, 4, 2.8);
  private static final Vec3 EYE = new Vec3(-1, 0.2, 1.5);

  /** A point of each wall, and what faces the room there. */
  private static final List<Vec3[]> WALLS =
      List.of(
          new Vec3[] {new Vec3(-2, 0.3, 1), Vec3.UNIT_X},
          new Vec3[] {new Vec3(3, -1, 0.3), Vec3.UNIT_X.negate()},
          new Vec3[] {new Vec3(0.4, -1.5, 2.5), Vec3.UNIT_Y},
          new Vec3[] {new Vec3(2.9, 2.5, 2), Vec3.UNIT_Y.negate()},
          new Vec3[] {new Vec3(1, 1, 0), Vec3.UNIT_Z},
          new Vec3[] {new Vec3(-1.9, -1.4, 2.8), Vec3.UNIT_Z.negate()});

  /**
   * Where all walls give and reflect the same there is one luminance, that of a geometric series:
   * Le (1 + ρ + ρ² + ...), one term a turn.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8})
  void aClosedRoomThatGlowsIsAGeometricSeries(double albedo) {
    double emission = 100;
    double series = 0;
    for (int turn = 0; turn < ProbeTracer.TURNS; turn++) {
      series = emission + albedo * series;
    }
    IrradianceVolume volume = room(albedo, emission, 0);
    for (Vec3[] wall : WALLS) {
      IrradianceVolume.Local local = volume.at(wall[0], wall[1]);
      double expected = Math.PI * series;
      assertEquals(expected, local.irradiance(wall[1]).green(), 0.02 * expected);
      assertEquals(0, local.openness(wall[1]), 1e-9);
    }
    assertTrue(series > 0.83 * emission / (1 - albedo), "nearly all of the light of endless turns");
  }

  @Test
  void noSkyGetsIntoAClosedRoom() {
    IrradianceVolume volume = room(0.7, 0, 50_000);
    for (Vec3[] wall : WALLS) {
      assertEquals(LinearColor.BLACK, volume.at(wall[0], wall[1]).irradiance(wall[1]));
    }
  }

  private static IrradianceVolume room(double albedo, double emission, double sky) {
    return Panels.volume(new Panels(albedo, emission).room(CORNER, SIZE).job(EYE, sky))
        .orElseThrow();
  }

  @Test
  void underNothingButSkyIrradianceIsTheSkys() {
    ProbeGrid grid = ProbeGrid.in(new Aabb(new Vec3(-2, -2, 0), new Vec3(2, 2, 2)));
    IrradianceVolume volume = new Panels(0.5, 0).volume(grid, 700);
    for (Vec3[] wall : WALLS) {
      IrradianceVolume.Local local = volume.at(wall[0], wall[1]);
      assertEquals(Math.PI * 700, local.irradiance(wall[1]).red(), 0.02 * Math.PI * 700);
      assertEquals(1, local.openness(wall[1]), 0.02);
    }
  }

  /** Light that rises evenly from probe to probe does so on a wall, however close these stand. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.06, 0.15, 0.3})
  void lightIsEvenBetweenProbesAlongAWall(double apart) {
    ProbeGrid grid = ProbeGrid.in(new Aabb(new Vec3(-2, -2, 0), new Vec3(2, 2, 2)));
    IrradianceVolume volume = new Panels(0.5, 0).volume(grid, 700);
    Arrays.fill(volume.coefficients(), 0);
    for (int probe = 0; probe < volume.probes(); probe++) {
      int column = probe % volume.count(0);
      volume.coefficients()[IrradianceVolume.COEFFICIENTS * probe] = 10 + column;
    }
    double last = grid.first().y() + (grid.rows() - 1) * grid.spacing().y();
    for (double u = 0.1; u < 3; u += 0.1) {
      Vec3 place = grid.first().plus(new Vec3(u * grid.spacing().x(), 0, 0.3));
      Vec3 onWall = new Vec3(place.x(), last + apart, place.z());
      double[] local = volume.at(onWall, Vec3.UNIT_Y.negate()).coefficients();
      assertEquals(10 + u, local[0], 0.01, "column " + u);
    }
  }

  /**
   * Between a black ground and a wide pane comes from above, at each angle, what the pane lets pass
   * of the sky and mirrors of the mean light m, {@code m = ½ ∫ (T + R m) dμ}. How open it is
   * straight up is Legendre's series to the second band.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5})
  void panesTakeTheirShareOfTheSky(double tint) {
    Panels pane = new Panels(0, 0);
    Vec3 along = new Vec3(1e5, 0, 0);
    Vec3 across = new Vec3(0, 1e5, 0);
    pane.glaze(new Vec3(0, 0, 9), along, across, tint).add(new Vec3(0, 0, -1), along, across);
    ProbeGrid grid = ProbeGrid.in(new Aabb(CORNER, CORNER.plus(SIZE)));
    IrradianceVolume.Local local = pane.volume(grid, 700).at(Vec3.ZERO, Vec3.UNIT_Z);
    DielectricBorder border = new DielectricBorder(1.5);
    double passed = 0;
    double passedAcross = 0;
    double mirrored = 0;
    double mirroredAcross = 0;
    double open = 0;
    for (int i = 0; i < 1000; i++) {
      double cosine = (i + 0.5) / 1000;
      double once = border.mirrored(cosine);
      double passes = DielectricBorder.paneTransmits(once, tint) / 1000;
      double mirrors = DielectricBorder.paneMirrors(once, tint) / 1000;
      passed += passes;
      passedAcross += 2 * cosine * passes;
      mirrored += mirrors;
      mirroredAcross += 2 * cosine * mirrors;
      open += passes * (0.5 + 1.5 * cosine + 1.25 * (3 * cosine * cosine - 1));
    }
    double mean = 0.5 * passed / (1 - 0.5 * mirrored);
    double expected = passedAcross + mirroredAcross * mean;
    assertEquals(expected, local.irradiance(Vec3.UNIT_Z).red() / (Math.PI * 700), 0.02);
    assertEquals(Math.min(1, open), local.openness(Vec3.UNIT_Z), 0.02);
  }

  /** A wall is missing, and there is ground to see outside. */
  private static Panels openRoom(double albedo) {
    Vec3 floor = CORNER.plus(new Vec3(SIZE.x() / 2, SIZE.y() / 2, 0));
    Vec3 up = new Vec3(0, 0, SIZE.z());
    Vec3 along = new Vec3(SIZE.x(), 0, 0);
    Vec3 across = new Vec3(0, SIZE.y(), 0);
    return new Panels(albedo, 0)
        .add(floor.plus(up), along, across)
        .add(floor.plus(up.times(0.5)).minus(along.times(0.5)), across, up)
        .add(floor.plus(up.times(0.5)).minus(across.times(0.5)), along, up)
        .add(floor.plus(up.times(0.5)).plus(across.times(0.5)), along, up);
  }

  @Test
  void theGridKeepsToTheRoomThatHasAWindow() {
    Panels open = openRoom(0.5).add(new Vec3(0.5, 0.5, 0), new Vec3(60, 0, 0), new Vec3(0, 60, 0));
    IrradianceVolume volume = Panels.volume(open.job(EYE, 700)).orElseThrow();
    double end = volume.first().x() + (volume.count(0) - 1) * volume.spacing().x();
    assertTrue(end < CORNER.x() + SIZE.x(), "the last probe stands at x = " + end);
    assertEquals(1, volume.outdoors());
    assertEquals(volume.share(), volume.share(new Vec3(2, 0.5, 0)));
    assertEquals(0, volume.share(new Vec3(8, 0.5, 0)), "the ground outside has the sky's light");
  }

  /** What is seen far away under the same roof has the light of the grid's border. */
  @Test
  void aHallGoesOnBeyondTheGrid() {
    Panels hall = new Panels(0.5, 100).room(new Vec3(-2, -8, 0), new Vec3(60, 16, 5));
    IrradianceVolume volume = Panels.volume(hall.job(EYE, 700)).orElseThrow();
    assertEquals(0, volume.outdoors());
    assertEquals(volume.share(), volume.share(new Vec3(50, 0.5, 0)));
  }

  /**
   * Ground outside throws the sky's light into a black room: its luminance times the form factor of
   * the part of the hole through which a wall sees it, for one corner of it straight ahead (Howell,
   * A Catalog of Radiation Heat Transfer Configuration Factors, B-3).
   */
  @Test
  void groundOutsideThrowsTheSkysLightIn() {
    Vec3 place = new Vec3(-0.5, 0.5, 1); // the grid begins at the camera
    double lit = groundLit(0.5, place);
    double dark = groundLit(0, place);
    double x = 1 / 3.5;
    double y = 2 / 3.5;
    double corner =
        x / Math.sqrt(1 + x * x) * Math.atan(y / Math.sqrt(1 + x * x))
            + y / Math.sqrt(1 + y * y) * Math.atan(x / Math.sqrt(1 + y * y));
    double factor = 2 * corner / (2 * Math.PI);
    double expected = 0.5 * Math.PI * 700 * factor;
    System.out.println("GROUND " + expected + " " + (lit - dark));
    assertEquals(expected, lit - dark, 0.3 * expected);
  }

  private static double groundLit(double albedo, Vec3 place) {
    Panels open =
        openRoom(0)
            .add(new Vec3(0.5, 0.5, 0.01), new Vec3(5, 0, 0), new Vec3(0, 4, 0))
            .paint(Vec3.ZERO, new Vec3(4000, 0, 0), new Vec3(0, 4000, 0), albedo);
    return Panels.volume(open.job(EYE, 700))
        .orElseThrow()
        .at(place, Vec3.UNIT_X)
        .irradiance(Vec3.UNIT_X)
        .green();
  }

  /**
   * A wall of height h hides {@code (1 - d / √(d² + h²)) / 2} of the sky's light on the floor at a
   * distance d before its middle.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1.5, 3, 5})
  void aBlackWallHidesItsViewFactor(double distance) {
    double height = 3;
    Panels panels =
        new Panels(0, 0)
            .add(Vec3.ZERO, new Vec3(400, 0, 0), new Vec3(0, 400, 0))
            .add(new Vec3(0, 0, height / 2), new Vec3(0, 400, 0), new Vec3(0, 0, height));
    ProbeGrid grid = ProbeGrid.in(new Aabb(new Vec3(0, -1, 0), new Vec3(6, 1, 2)));
    Vec3 place = new Vec3(distance, 0, 0);
    double lux = panels.volume(grid, 1000).at(place, Vec3.UNIT_Z).irradiance(Vec3.UNIT_Z).green();
    double hidden = 0.5 * (1 - distance / Math.hypot(distance, height));
    assertEquals(1 - hidden, lux / (1000 * Math.PI), 0.05);
  }

  /** All that a lamp gives is spread in the room until it is absorbed: Φ ρ / (1 - ρ) comes back. */
  @Test
  void aLampsLightComesBackFromTheWalls() {
    double albedo = 0.5;
    double candela = 200;
    SampledLamp lamp = lamp(new Vec3(0.5, 0.5, 1.4), candela);
    IrradianceVolume volume =
        Panels.volume(new Panels(albedo, 0).room(CORNER, SIZE).job(EYE, 0, lamp)).orElseThrow();
    double area = 2 * (5 * 4 + 5 * 2.8 + 4 * 2.8);
    double mean = 4 * Math.PI * candela * albedo / (1 - albedo) / area;
    double sum = 0;
    int count = 0;
    for (Vec3[] wall : WALLS) {
      sum += volume.at(wall[0], wall[1]).irradiance(wall[1]).green();
      count++;
    }
    assertEquals(mean, sum / count, 0.15 * mean);
  }

  /**
   * Ulbricht's sphere: a lamp in its middle lights it evenly by I / r², and ρ / (1 - ρ) of that
   * comes back everywhere.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6})
  void aSphereAroundALampIsLitEvenly(double albedo) {
    double radius = 2;
    Panels sphere = new Panels(albedo, 0);
    Vec3[] directions = ProbeRays.spread(500, 0);
    double side = 1.5 * radius * Math.sqrt(4 * Math.PI / directions.length);
    for (Vec3 direction : directions) {
      Vec3 other = Math.abs(direction.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
      Vec3 across = direction.cross(other).normalize();
      Vec3 along = direction.cross(across);
      sphere.add(direction.times(radius), across.times(side), along.times(side));
    }
    ProbeGrid grid = ProbeGrid.in(new Aabb(new Vec3(-1, -1, -1), new Vec3(1, 1, 1)));
    IrradianceVolume volume = sphere.volume(grid, 0, lamp(Vec3.ZERO, 200));
    double due = 200 / (radius * radius) * albedo / (1 - albedo);
    for (int k = 0; k < directions.length; k += 25) {
      Vec3 inwards = directions[k].negate();
      double lux = volume.at(directions[k].times(radius), inwards).irradiance(inwards).green();
      assertEquals(due, lux, 0.03 * due, "direction " + k);
    }
  }

  /** Light on one side of a thin wall stays there, wherever the wall stands. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.72, 0.94, 1.1})
  void noLightLeaksThroughAWall(double x) {
    Panels panels =
        new Panels(0.3, 0)
            .room(CORNER, SIZE)
            .add(new Vec3(x, 0.5, 1.4), new Vec3(0, 4, 0), new Vec3(0, 0, 2.8));
    SampledLamp lamp = lamp(new Vec3(2, 0.5, 1.4), 200);
    IrradianceVolume volume =
        panels.volume(ProbeGrid.in(new Aabb(CORNER, CORNER.plus(SIZE))), 0, lamp);
    double lit = volume.at(new Vec3(x, 1, 1), Vec3.UNIT_X).irradiance(Vec3.UNIT_X).green();
    Vec3 back = Vec3.UNIT_X.negate();
    double behind = volume.at(new Vec3(x, 1, 1), back).irradiance(back).green();
    assertTrue(behind < 0.02 * lit, behind + " lux behind the wall, " + lit + " before it");
  }

  /** Probes within a thick wall don't darken what lies before it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.4})
  void wallsAreAsBrightBesideProbesThatStandInThem(double thick) {
    SampledLamp lamp = lamp(new Vec3(0.5, 0.5, 1.4), 200);
    Aabb inside = new Aabb(CORNER, CORNER.plus(SIZE));
    IrradianceVolume thin =
        new Panels(0.5, 0).room(CORNER, SIZE).volume(ProbeGrid.in(inside), 0, lamp);
    Aabb slab =
        new Aabb(
            new Vec3(inside.min().x(), inside.max().y(), inside.min().z()),
            inside.max().plus(new Vec3(0, thick, 0)));
    IrradianceVolume within =
        new Panels(0.5, 0)
            .room(CORNER, SIZE)
            .solid(slab)
            .volume(ProbeGrid.in(inside.union(slab)), 0, lamp);
    for (double x : new double[] {-1.9, -0.7, 0.3, 1.6, 2.95}) {
      assertAlike(thin, within, new Vec3(x, 2.5, 1.1), Vec3.UNIT_Y.negate());
      assertAlike(thin, within, new Vec3(x, 2.4, 0), Vec3.UNIT_Z);
    }
    assertAlike(thin, within, new Vec3(-2, 2.45, 1.8), Vec3.UNIT_X);
  }

  private static void assertAlike(
      IrradianceVolume expected, IrradianceVolume volume, Vec3 place, Vec3 normal) {
    double lux = expected.at(place, normal).irradiance(normal).green();
    assertEquals(lux, volume.at(place, normal).irradiance(normal).green(), 0.2 * lux, "" + place);
  }

  @Test
  void anOpenPlaceHasNoVolume() {
    Panels ground =
        new Panels(0.3, 0)
            .add(Vec3.ZERO, new Vec3(400, 0, 0), new Vec3(0, 400, 0))
            .add(new Vec3(6, 0, 1), new Vec3(0, 2, 0), new Vec3(0, 0, 2));
    assertEquals(Optional.empty(), Panels.volume(ground.job(EYE, 1000)));
  }

  @Test
  void withoutBounceThereIsNone() {
    RenderJob job = new Panels(0.5, 10).room(CORNER, SIZE).job(EYE, 0).without(Effect.BOUNCE);
    assertEquals(Optional.empty(), Panels.volume(job));
  }

  @Test
  void theSameJobHasTheSameVolume() {
    RenderJob job = new Panels(0.5, 10).room(CORNER, SIZE).job(EYE, 100);
    IrradianceVolume first = Panels.volume(job).orElseThrow();
    IrradianceVolume second = Panels.volume(job).orElseThrow();
    assertArrayEquals(first.coefficients(), second.coefficients());
    assertArrayEquals(first.distances(), second.distances());
  }

  private static SampledLamp lamp(Vec3 place, double candela) {
    return new SampledLamp(
        "lamp",
        0,
        new LampShape.Point(0.1),
        MotionStates.still(Affine3.translation(place)),
        LinearColor.WHITE.times(candela),
        true);
  }
}
