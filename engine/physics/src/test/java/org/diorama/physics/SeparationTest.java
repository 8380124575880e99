package org.diorama.physics;

import static org.diorama.physics.Bodies.GROUND;
import static org.diorama.physics.Bodies.moving;
import static org.diorama.physics.Bodies.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.SettledBody.Rest;
import org.diorama.core.physics.Settlement;
import org.diorama.core.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What lies still neither hovers nor reaches into its neighbors, measured on the shapes' planes.
 */
class SeparationTest {
  /** Meters, for things of a decimeter. */
  private static final double DEEPEST = 1e-3;

  private static final double WIDEST = 1e-3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHeapOfBoxesInABin(long seed) {
    check(Bodies.heap(32, seed), seed);
  }

  /** Wedges, prisms, needles and plates: hulls of random points, ten to a size. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHeapOfRandomHulls(long seed) {
    List<RigidBody> bodies = new ArrayList<>(Bodies.heap(0, seed));
    for (int i = 0; i < 24; i++) {
      RandomStream random = RandomStreams.of(seed, i);
      Vec3 size =
          new Vec3(random.uniform(0.02, 0.1), random.uniform(0.02, 0.1), random.uniform(0.02, 0.1));
      double x = (i % 4 - 1.5) * 0.14;
      double y = (i / 4 % 4 - 1.5) * 0.14;
      Affine3 turn = Rotations.yawPitchRoll(random.uniform(0, 6), random.uniform(-1, 1), 0);
      Affine3 pose = Bodies.at(x, y, 0.1 + i / 16 * 0.15).times(turn);
      bodies.add(new RigidBody(Meshes.around(Meshes.cloud(12, random)), pose, size, 500, 0.6, 0.1));
    }
    check(bodies, seed);
  }

  /** More than the bin holds; it creeps longer than anybody waits, and still counts as at rest. */
  @Test
  void aLargeHeapComesToRest() {
    for (SettledBody body : Bodies.settle(Bodies.heap(100, 1), 10).bodies()) {
      assertEquals(Rest.RESTING, body.rest());
    }
  }

  private static void check(List<RigidBody> bodies, long seed) {
    Settlement settled = Bodies.settle(bodies, 10);
    List<PlacedHull> hulls = new ArrayList<>();
    int moving = 0;
    for (RigidBody body : bodies) {
      if (body.moves()) {
        assertEquals(Rest.RESTING, settled.bodies().get(moving).rest(), "seed " + seed);
        hulls.add(PlacedHull.of(body, settled.bodies().get(moving++).worldFromBody()));
      } else if (body != GROUND) {
        hulls.add(PlacedHull.of(body, body.worldFromBody()));
      }
    }
    for (int i = hulls.size() - moving; i < hulls.size(); i++) {
      PlacedHull hull = hulls.get(i);
      double nearest = hull.lowest();
      assertTrue(nearest > -DEEPEST, "seed " + seed + ": body " + i + " at " + nearest);
      for (int j = 0; j < hulls.size(); j++) {
        if (i != j) {
          double gap = hull.separation(hulls.get(j));
          assertTrue(gap > -DEEPEST, "seed " + seed + ": bodies " + i + ", " + j + " at " + gap);
          nearest = Math.min(nearest, gap);
        }
      }
      assertTrue(nearest < WIDEST, "seed " + seed + ": body " + i + " hovers at " + nearest);
    }
  }

  /** A bowl of triangles holds what falls into it: surfaces keep their hollows. */
  @Test
  void aHollowSurfaceStaysHollow() {
    RigidBody tub = still(Meshes.tub(0.3, 0.2), Affine3.IDENTITY);
    RigidBody box = moving(Meshes.box(0.1, 0.1, 0.1), Bodies.at(0.05, 0, 0.4));
    var settled = Bodies.settleOne(tub, box);
    assertEquals(Rest.RESTING, settled.rest());
    assertEquals(0.05, settled.worldFromBody().m23(), 5e-4);
  }
}
