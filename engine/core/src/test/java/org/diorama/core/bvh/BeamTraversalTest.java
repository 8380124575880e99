package org.diorama.core.bvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeamTraversalTest {
  /** Points, boxes, and boxes flat on one or more axes; some around the point itself. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyRayHasTheAnswerOfTheWholeScene(long seed) {
    Random random = new Random(seed);
    List<PlacedSurface> surfaces = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Vec3 scale = gaussian(random);
      Affine3 pose =
          Affine3.translation(gaussian(random).times(4))
              .times(Rotations.yaw(6 * random.nextDouble()))
              .times(Affine3.scaling(scale));
      surfaces.add(
          new PlacedSurface(
              pose, RandomSoup.surface(RandomSoup.mesh(random, 1 + random.nextInt(12)))));
    }
    SceneBvh scene = new SceneBvh(surfaces);
    SceneBvhTraversal whole = new SceneBvhTraversal();
    BeamTraversal beam = new BeamTraversal();
    int hits = 0;
    int rays = 0;
    for (int i = 0; i < 2000; i++) {
      Vec3 origin = gaussian(random).times(5);
      Vec3 middle = random.nextInt(8) == 0 ? origin : gaussian(random).times(5);
      Vec3 half = new Vec3(extent(random), extent(random), extent(random));
      if (!beam.gather(scene, origin, new Aabb(middle.minus(half), middle.plus(half)))) {
        continue;
      }
      for (int j = 0; j < 25; j++) {
        Vec3 end =
            new Vec3(
                middle.x() + half.x() * side(random),
                middle.y() + half.y() * side(random),
                middle.z() + half.z() * side(random));
        Vec3 way = end.minus(origin);
        if (way.length() > 0) {
          double far = way.length();
          Vec3 direction = way.normalize();
          boolean expected = whole.any(scene, origin, direction, 0, far);
          assertEquals(expected, beam.any(direction, far), "seed " + seed + ", beam " + i);
          hits += expected ? 1 : 0;
          rays++;
        }
      }
    }
    assertTrue(rays > 5000 && hits > rays / 20 && hits < rays * 9 / 10, hits + " hits of " + rays);
  }

  private static double extent(Random random) {
    return random.nextInt(4) == 0 ? 0 : Math.abs(random.nextGaussian());
  }

  /** From -1 to 1, often one of the two. */
  private static double side(Random random) {
    return random.nextInt(3) == 0 ? (random.nextBoolean() ? 1 : -1) : 2 * random.nextDouble() - 1;
  }

  private static Vec3 gaussian(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
