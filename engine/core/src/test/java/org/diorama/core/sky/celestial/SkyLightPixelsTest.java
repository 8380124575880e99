package org.diorama.core.sky.celestial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Star;
import org.junit.jupiter.api.Test;

class SkyLightPixelsTest {
  private static final PinholeCamera WIDE = new PinholeCamera(320, 240, 300, 300, 160, 120);
  private static final PinholeCamera NARROW = new PinholeCamera(200, 200, 12_000, 12_000, 100, 100);
  private static final double DIAMETER = Rotations.radians(0.52);

  private static Affine3 facing(Vec3 direction) {
    return Rotations.lookAt(Vec3.ZERO, direction);
  }

  private static SkyLights lights(SkyDisk disk) {
    return new SkyLights(List.of(disk), List.of(), direction -> LinearColor.WHITE);
  }

  /** Luminance times solid angle of all pixels. */
  private static double lux(PinholeCamera camera, SkyLightPixels pixels) {
    double sum = 0;
    for (int k = 0; k < pixels.pixels().length; k++) {
      int pixel = pixels.pixels()[k];
      Vec3 way = camera.direction(pixel % camera.width() + 0.5, pixel / camera.width() + 0.5);
      double cosine = way.z() / way.length();
      double solidAngle = cosine * cosine * cosine / (camera.focalX() * camera.focalY());
      sum += pixels.at(pixel).luminance() * solidAngle;
    }
    return sum;
  }

  /** A star gives the image what it gives the eye, wherever in a pixel it lies. */
  @Test
  void aStarKeepsItsLight() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 100; k++) {
      Vec3 towards =
          Rotations.direction(1 + random.nextDouble(-0.3, 0.3), 0.6 + random.nextDouble(-0.2, 0.2));
      SkyLights lights =
          new SkyLights(
              List.of(),
              List.of(new Star(towards, LinearColor.WHITE.times(2e-6))),
              direction -> LinearColor.WHITE.times(0.7));
      SkyLightPixels pixels = SkyLightPixels.of(WIDE, facing(Rotations.direction(1, 0.6)), lights);
      assertTrue(pixels.pixels().length <= 4);
      assertEquals(1.4e-6, lux(WIDE, pixels), 3e-8, "seed 3, case " + k);
    }
  }

  /** Every phase gives the moon's illuminance, as a disk of its size or as a point. */
  @Test
  void theMoonGivesItsLight() {
    Vec3 towards = Rotations.direction(2, 0.5);
    SkyBody moon = new SkyBody(towards, new LinearColor(0.3, 0.25, 0.2), DIAMETER);
    for (double phase : new double[] {0, 0.7, 1.6, 2.6}) {
      SkyDisk disk = SkyDisk.moon(moon, phase, Rotations.direction(1, -0.2));
      for (PinholeCamera camera : new PinholeCamera[] {NARROW, WIDE}) {
        double lux = lux(camera, SkyLightPixels.of(camera, facing(towards), lights(disk)));
        assertEquals(1, lux / moon.illuminance().luminance(), 0.02, "phase " + phase);
      }
    }
  }

  /** A half moon is half a disk, 0.52 degrees high, whose bright side faces the sun. */
  @Test
  void theBrightLimbFacesTheSun() {
    Vec3 towards = Rotations.direction(2, 0.5);
    SkyBody moon = new SkyBody(towards, LinearColor.WHITE, DIAMETER);
    for (Vec3 sun : List.of(Rotations.direction(1, 0.2), Rotations.direction(2.5, -0.4))) {
      Affine3 pose = facing(towards);
      SkyLightPixels pixels =
          SkyLightPixels.of(NARROW, pose, lights(SkyDisk.moon(moon, Math.PI / 2, sun)));
      Vec3 limb = sun.minus(towards.times(sun.dot(towards))).normalize();
      Vec3 inImage = pose.inverse().transformDirection(limb);
      double least = 0;
      double most = 0;
      double across = 0;
      for (int pixel : pixels.pixels()) {
        double x = pixel % 200 + 0.5 - 100;
        double y = pixel / 200 + 0.5 - 100;
        double along = x * inImage.x() + y * inImage.y();
        least = Math.min(least, along);
        most = Math.max(most, along);
        across = Math.max(across, Math.abs(x * inImage.y() - y * inImage.x()));
      }
      double radius = 12_000 * Math.tan(DIAMETER / 2);
      assertEquals(radius, most, 1.2, "towards the sun " + sun);
      assertEquals(0, least, 1.2, "the terminator");
      assertEquals(radius, across, 1.2, "along it");
    }
    SkyDisk full = SkyDisk.moon(moon, 0, Rotations.direction(-1, -0.5));
    assertEquals(1, full.mean(), 1e-9, "evenly bright");
  }

  @Test
  void whatIsBelowOrBehindIsNotSeen() {
    SkyBody sun = new SkyBody(Rotations.direction(0, 0), LinearColor.WHITE, DIAMETER);
    SkyLightPixels risen = SkyLightPixels.of(NARROW, facing(Vec3.UNIT_X), lights(SkyDisk.sun(sun)));
    assertEquals(0.5, lux(NARROW, risen), 0.01, "half of it has set");
    assertEquals(
        0,
        SkyLightPixels.of(WIDE, facing(Vec3.UNIT_X.negate()), lights(SkyDisk.sun(sun)))
            .pixels()
            .length);
    // The moon hides the stars behind it.
    Vec3 towards = Rotations.direction(1, 0.4);
    SkyDisk moon = new SkyDisk(towards, DIAMETER / 2, LinearColor.BLACK, Optional.empty());
    SkyLights behind =
        new SkyLights(
            List.of(moon),
            List.of(new Star(towards, LinearColor.WHITE)),
            direction -> LinearColor.WHITE);
    assertEquals(0, lux(WIDE, SkyLightPixels.of(WIDE, facing(towards), behind)), 1e-12);
  }
}
