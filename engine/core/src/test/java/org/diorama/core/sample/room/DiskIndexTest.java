package org.diorama.core.sample.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskIndexTest {
  private record Disk(Vec3 center, double radius) {}

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e4, -1e7})
  void itFindsWhatLookingAtAllFinds(double offset) {
    Random random = new Random(13);
    DiskIndex<Integer> index = new DiskIndex<>();
    List<Disk> disks = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < 600; i++) {
      Disk disk = disk(random, offset);
      Set<Integer> expected = new TreeSet<>();
      for (int k = 0; k < disks.size(); k++) {
        Vec3 between = disks.get(k).center().minus(disk.center());
        double touching = disks.get(k).radius() + disk.radius();
        if (between.x() * between.x() + between.y() * between.y() <= touching * touching) {
          expected.add(k);
        }
      }
      Set<Integer> actual = new TreeSet<>();
      assertFalse(
          index.any(
              disk.center(),
              disk.radius(),
              thing -> {
                assertTrue(actual.add(thing), "each is asked for once");
                return false;
              }));
      assertEquals(expected, actual, "seed 13, disk " + i);
      found += expected.size();
      index.add(disk.center(), disk.radius(), i);
      disks.add(disk);
    }
    assertTrue(found > 1000, "the disks test something: " + found);
  }

  /** From a millimeter to a kilometer, some of them points. */
  private static Disk disk(Random random, double offset) {
    double radius = random.nextInt(10) == 0 ? 0 : StrictMath.pow(10, 4 * random.nextDouble() - 3);
    radius = random.nextInt(50) == 0 ? 1000 : radius;
    return new Disk(
        new Vec3(
            offset + 60 * random.nextGaussian(),
            offset + 60 * random.nextGaussian(),
            random.nextGaussian()),
        radius);
  }

  @Test
  void itStopsWhereTheConditionHolds() {
    DiskIndex<String> index = new DiskIndex<>();
    index.add(Vec3.ZERO, 1, "near");
    index.add(new Vec3(10, 0, 0), 1, "far");
    assertTrue(index.any(Vec3.ZERO, 1, "near"::equals));
    assertFalse(index.any(Vec3.ZERO, 1, "far"::equals));
    assertTrue(index.any(new Vec3(9, 0, 0), 0.5, "far"::equals));
  }

  @Test
  void aSearchAsksNeighborsAlone() {
    DiskIndex<Integer> index = new DiskIndex<>();
    for (int i = 0; i < 100 * 100; i++) {
      index.add(new Vec3(i % 100, i / 100, 0), 0.4, i);
    }
    List<Integer> asked = new ArrayList<>();
    index.any(new Vec3(50, 50, 0), 0.7, asked::add);
    assertEquals(1, asked.size(), "it stops at the first");
    asked.clear();
    index.any(
        new Vec3(50, 50, 0),
        0.7,
        thing -> {
          asked.add(thing);
          return false;
        });
    assertEquals(5, asked.size());
  }
}
