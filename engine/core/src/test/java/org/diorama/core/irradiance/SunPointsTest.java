package org.diorama.core.irradiance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.glass.DielectricBorder;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting.Sun;
import org.junit.jupiter.api.Test;

/** A room with a hole in its roof, through which the sun makes a patch on the floor. */
class SunPointsTest {
  private static final Aabb ROOM = new Aabb(new Vec3(-2, -1.5, 0), new Vec3(3, 2.5, 2.8));
  private static final double HOLE = 0.6;
  private static final double ALBEDO = 0.05;
  private static final Vec3 TOWARDS = new Vec3(0.3, -0.2, 1).normalize();
  private static final Sun SUN = new Sun(TOWARDS, LinearColor.WHITE.times(90_000), 0.009);

  private static Panels room() {
    Vec3 size = ROOM.size();
    Vec3 center = ROOM.center();
    double top = ROOM.max().z();
    Panels panels = new Panels(ALBEDO, 0);
    Vec3 x = new Vec3(size.x(), 0, 0);
    Vec3 y = new Vec3(0, size.y(), 0);
    Vec3 z = new Vec3(0, 0, size.z());
    panels.add(new Vec3(center.x(), center.y(), 0), x, y);
    for (double sign : new double[] {-0.5, 0.5}) {
      panels.add(center.plus(x.times(sign)), y, z).add(center.plus(y.times(sign)), x, z);
    }
    // The hole is [0, HOLE] x [0, HOLE].
    strip(panels, ROOM.min().x(), 0, ROOM.min().y(), ROOM.max().y(), top);
    strip(panels, HOLE, ROOM.max().x(), ROOM.min().y(), ROOM.max().y(), top);
    strip(panels, 0, HOLE, ROOM.min().y(), 0, top);
    strip(panels, 0, HOLE, HOLE, ROOM.max().y(), top);
    return panels;
  }

  private static void strip(
      Panels panels, double x0, double x1, double y0, double y1, double height) {
    panels.add(
        new Vec3((x0 + x1) / 2, (y0 + y1) / 2, height),
        new Vec3(x1 - x0, 0, 0),
        new Vec3(0, y1 - y0, 0));
  }

  /** Lux at a point from the patch, by its form factor. */
  private static double expected(Vec3 at, Vec3 normal) {
    double luminance = ALBEDO * 90_000 * TOWARDS.z() / Math.PI;
    Vec3 shift = TOWARDS.times(-ROOM.max().z() / TOWARDS.z());
    int steps = 30;
    double sum = 0;
    for (int i = 0; i < steps * steps; i++) {
      double u = (i % steps + 0.5) / steps * HOLE;
      double v = (i / steps + 0.5) / steps * HOLE;
      Vec3 way = new Vec3(u + shift.x(), v + shift.y(), 0).minus(at);
      double d2 = way.dot(way);
      sum += Math.max(0, normal.dot(way)) * -way.z() / (d2 * d2);
    }
    return luminance * sum * HOLE * HOLE / (steps * steps);
  }

  /** Mean error of lux on two walls, as a share of its mean. */
  private static double error(SunPoints points) {
    IrradianceVolume volume = room().volume(ProbeGrid.in(ROOM), SUN, points);
    double apart = 0;
    double all = 0;
    for (int i = 0; i < 48; i++) {
      double along = (i % 8 + 0.5) / 8;
      double up = 0.5 + 2.0 * (i / 8) / 6;
      boolean end = i % 2 == 0;
      Vec3 at =
          end
              ? new Vec3(ROOM.max().x(), ROOM.min().y() + 4 * along, up)
              : new Vec3(ROOM.min().x() + 5 * along, ROOM.max().y(), up);
      Vec3 normal = end ? Vec3.UNIT_X.negate() : Vec3.UNIT_Y.negate();
      double lux = volume.at(at, normal).irradiance(normal).green();
      double right = expected(at, normal);
      apart += Math.abs(lux - right);
      all += right;
    }
    return apart / all;
  }

  @Test
  void wallsAreAsBrightAsThePatchMakesThem() {
    double with = error(room().sunPoints(ROOM, SUN));
    double without = error(SunPoints.NONE);
    // Some 5 % is light that came from the patch by another wall; the rest is how harmonics of the
    // second band and eight probes stand for it.
    assertTrue(with < 0.15, "off by " + with);
    assertTrue(without > 0.4, "rays alone are off by " + without);
  }

  /** Together they are the patch: the area that the hole lets light onto, wherever a probe is. */
  @Test
  void theyCoverThePatch() {
    SunPoints points = room().sunPoints(ROOM, SUN);
    double area = points.points().stream().mapToDouble(point -> points.area(point.normal())).sum();
    assertEquals(HOLE * HOLE, area, 0.05 * HOLE * HOLE);
    for (SunPoints.Point point : points.points()) {
      Vec3 back = point.position().plus(TOWARDS.times(ROOM.max().z() / TOWARDS.z()));
      assertTrue(back.x() > -1e-6 && back.x() < HOLE + 1e-6, back.toString());
      assertTrue(back.y() > -1e-6 && back.y() < HOLE + 1e-6, back.toString());
      assertEquals(0, point.position().z(), 1e-6);
      double luminance = ALBEDO * 90_000 * TOWARDS.z() / Math.PI;
      assertEquals(luminance, point.luminance().green(), 1e-6 * luminance);
    }
  }

  /** A ray that met the patch, and a point of it, count as one together. */
  @Test
  void weightsOfRayAndPointAddUp() {
    SunPoints points = room().sunPoints(ROOM, SUN);
    SunPoints.Point point = points.points().get(0);
    for (double height : new double[] {0.01, 0.3, 2.5}) {
      Vec3 probe = point.position().plus(new Vec3(0.1, 0, height));
      Vec3 way = point.position().minus(probe);
      double ray =
          points.weightOfRay(point.position(), point.normal(), way.normalize(), way.length());
      double[] light = new double[IrradianceVolume.COEFFICIENTS];
      SunPoints only = new SunPoints(ROOM, TOWARDS, points.beam(), List.of(point));
      only.light(room().surfaces(), new SceneBvhTraversal(), probe, light);
      double solidAngle = points.area(point.normal()) * height / Math.pow(way.length(), 3);
      double all = solidAngle * point.luminance().red() * Math.PI * 0.282095;
      assertEquals(1, ray + light[0] / all, 1e-6, "from " + height + " m");
    }
    Vec3 outside = new Vec3(0.2, 0.2, 5);
    assertEquals(1, points.weightOfRay(outside, Vec3.UNIT_Z, Vec3.UNIT_Z.negate(), 1));
  }

  /** A skylight in the hole: of the sun that shines on it some is mirrored, and less arrives. */
  @Test
  void panesTakeTheirShareOfThePatch() {
    Panels glazed = room();
    glazed.glaze(
        new Vec3(HOLE / 2, HOLE / 2, ROOM.max().z()),
        new Vec3(HOLE, 0, 0),
        new Vec3(0, HOLE, 0),
        0.5);
    SunPoints open = room().sunPoints(ROOM, SUN);
    SunPoints behind = glazed.sunPoints(ROOM, SUN);
    DielectricBorder border = new DielectricBorder(1.5);
    double passes = DielectricBorder.paneTransmits(border.mirrored(TOWARDS.z()), 0.5);
    assertEquals(open.points().size(), behind.points().size());
    assertEquals(open.beam(), behind.beam());
    for (int i = 0; i < open.points().size(); i++) {
      double expected = passes * open.points().get(i).luminance().green();
      assertEquals(expected, behind.points().get(i).luminance().green(), 1e-9 * expected);
    }
    DirectLight light = new DirectLight(glazed.surfaces(), Vec3.ZERO, Optional.of(SUN), List.of());
    Vec3 lit = open.points().get(0).position();
    double lux = 90_000 * TOWARDS.z() * passes;
    assertEquals(lux, light.ofSun(lit, Vec3.UNIT_Z).green(), 1e-9 * lux);
  }

  @Test
  void noSunNoPoints() {
    assertEquals(List.of(), SunPoints.in(ROOM, room().surfaces(), Optional.empty()).points());
    Panels closed = new Panels(0.5, 0).room(ROOM.min(), ROOM.size());
    assertEquals(List.of(), closed.sunPoints(ROOM, SUN).points());
  }
}
