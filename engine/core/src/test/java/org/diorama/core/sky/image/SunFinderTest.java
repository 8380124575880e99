package org.diorama.core.sky.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.junit.jupiter.api.Test;

class SunFinderTest {
  private static final Vec3[] NORMALS = {
    Vec3.UNIT_Z, new Vec3(0.6, 0, 0.8), new Vec3(0, -1, 0), new Vec3(-0.48, 0.6, 0.64)
  };

  /** A disk is found again: place, size, and what it gives, which the image loses. */
  @Test
  void aSunIsTakenOutWithAllOfItsLight() {
    for (double radius : new double[] {0.5, 1, 3}) {
      for (double azimuth : new double[] {40, 179.9}) {
        Vec3 towards = Rotations.direction(Rotations.radians(azimuth), Rotations.radians(35));
        LinearColor disk = new LinearColor(9, 8, 6).times(500 / (radius * radius));
        Panorama whole =
            Skies.painted(512, Skies.withDisk(towards, Rotations.radians(radius), disk));
        SunFinder.Split split = SunFinder.split(whole);
        SkyBody sun = split.sun().orElseThrow();
        String message = radius + "° at " + azimuth + "°: " + sun;
        double away = Math.toDegrees(Math.acos(Math.min(1, sun.towards().dot(towards))));
        // As fine as the image was painted.
        assertTrue(away < 0.12, message + ", " + away + "° away");
        if (radius > 0.9) {
          // Pixels blur its edge.
          double pixel = Math.toDegrees(whole.pixel());
          assertEquals(2 * radius, Math.toDegrees(sun.angularDiameter()), 0.5 * pixel, message);
        }
        double solidAngle = 2 * Math.PI * (1 - Math.cos(Rotations.radians(radius)));
        LinearColor expected = disk.plus(Skies.clear(towards).times(-1)).times(solidAngle);
        assertEquals(expected.red(), sun.illuminance().red(), 0.03 * expected.red(), message);
        assertEquals(expected.blue(), sun.illuminance().blue(), 0.03 * expected.blue(), message);
        for (Vec3 normal : NORMALS) {
          if (Math.abs(towards.dot(normal)) < Math.sin(Rotations.radians(radius + 0.5))) {
            continue; // A surface that halves the disk: a direction alone is no half.
          }
          double before = Skies.irradiance(whole, normal).luminance();
          double direct = sun.illuminance().luminance() * Math.max(0, sun.towards().dot(normal));
          double after = Skies.irradiance(split.rest(), normal).luminance() + direct;
          assertEquals(1, after / before, 0.01, message + ", normal " + normal);
        }
        assertTrue(split.rest().lookup(towards).luminance() < 1.2, message + ": it is still there");
      }
    }
  }

  @Test
  void whatIsNoSunStaysInTheImage() {
    Vec3 high = Rotations.direction(1, 0.7);
    LinearColor bright = LinearColor.WHITE.times(200);
    for (Panorama image :
        new Panorama[] {
          Skies.painted(128, Skies::clear),
          Skies.painted(128, direction -> LinearColor.BLACK),
          // A softbox, what gives next to no light, and a lamp below the horizon.
          Skies.painted(128, Skies.withDisk(high, Rotations.radians(9), bright)),
          Skies.painted(256, Skies.withDisk(high, Rotations.radians(0.5), bright.times(0.1))),
          Skies.painted(128, Skies.withDisk(high.negate(), Rotations.radians(2), bright.times(10))),
        }) {
      SunFinder.Split split = SunFinder.split(image);
      assertEquals(Optional.empty(), split.sun());
      assertSame(image, split.rest());
    }
  }

  /** The closed form: an even sky of 1 gives π. */
  @Test
  void levelGroundUnderAnEvenSky() {
    Panorama even = Skies.painted(64, direction -> LinearColor.WHITE);
    assertEquals(Math.PI, even.illuminance().luminance(), 1e-6);
    SkyImage image = SkyImage.of(even, "digest", OptionalDouble.of(7));
    assertEquals(7, image.fact().unit().orElseThrow());
    assertSame(image.whole(), image.rest());
  }

  /** Coarser pixels give the same light, and a seam is nowhere to be seen. */
  @Test
  void coarserImagesAreTheSameLight() {
    Vec3 towards = Rotations.direction(Math.PI - 0.01, 0.4);
    Panorama fine = Skies.painted(256, Skies.withDisk(towards, 0.1, LinearColor.WHITE.times(50)));
    Panorama coarse = fine.coarser(0.1);
    assertEquals(64, coarse.width());
    for (Vec3 normal : NORMALS) {
      double expected = Skies.irradiance(fine, normal).luminance();
      assertEquals(1, Skies.irradiance(coarse, normal).luminance() / expected, 0.01);
    }
    Vec3 left = Rotations.direction(Math.PI - 1e-9, 0.3);
    Vec3 right = Rotations.direction(-Math.PI + 1e-9, 0.3);
    assertEquals(fine.lookup(left).red(), fine.lookup(right).red(), 1e-5);
  }
}
