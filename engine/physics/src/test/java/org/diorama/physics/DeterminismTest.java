package org.diorama.physics;

import static org.diorama.physics.Bodies.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;
import org.junit.jupiter.api.Test;

/** The result is a function of the request alone, to the last bit. */
class DeterminismTest {
  private static final SettleRequest HEAP = Bodies.request(Bodies.heap(24, 5), 1);

  @Test
  void theSameInEveryCallWhateverWasSettledBefore() {
    BulletSettler settler = new BulletSettler();
    Settlement first = settler.settle(HEAP);
    settler.settle(Bodies.request(Bodies.heap(7, 1), 0.5));
    assertEquals(first, settler.settle(HEAP));
    assertEquals(first, new BulletSettler().settle(HEAP));
  }

  @Test
  void theSameInEveryThread() throws Exception {
    BulletSettler settler = new BulletSettler();
    List<Callable<Settlement>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int other = i;
      calls.add(
          () -> {
            settler.settle(Bodies.request(Bodies.heap(3 + other, other), 0.2));
            return settler.settle(HEAP);
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Settlement expected = settler.settle(HEAP);
      for (Future<Settlement> future : threads.invokeAll(calls)) {
        assertEquals(expected, future.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theSameInAnotherProcess() throws Exception {
    assertEquals(Elsewhere.text(), printed(Elsewhere.class));
  }

  /** The library's own set-up is not for two threads at once: bodies hung in the air. */
  @Test
  void theSameWhereThreadsMeetAtItsFirstUse() throws Exception {
    for (int process = 0; process < 4; process++) {
      String settled = new BulletSettler().settle(FirstUse.FALL).toString();
      assertEquals(settled + "\n" + settled + "\n" + settled, printed(FirstUse.class));
    }
  }

  private static String printed(Class<?> main) throws Exception {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), main.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes()).strip();
    assertEquals(0, process.waitFor());
    return printed;
  }

  /** Three threads that settle something as the first thing their process does. */
  static final class FirstUse {
    static final SettleRequest FALL = Bodies.request(Bodies.heap(3, 2), 0.5);

    private FirstUse() {}

    public static void main(String[] arguments) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(3);
      CountDownLatch ready = new CountDownLatch(3);
      Callable<Settlement> call =
          () -> {
            BulletSettler settler = new BulletSettler();
            ready.countDown();
            ready.await();
            return settler.settle(FALL);
          };
      for (Future<Settlement> future : threads.invokeAll(List.of(call, call, call))) {
        System.out.println(future.get());
      }
      threads.shutdownNow();
    }
  }

  /** What the other process runs. Its text is exact: doubles print in their shortest exact form. */
  static final class Elsewhere {
    private Elsewhere() {}

    static String text() {
      return new BulletSettler().settle(HEAP).toString();
    }

    public static void main(String[] arguments) {
      System.out.println(text());
    }
  }

  /** Bullet counts in floats: near the origin whatever the world says. */
  @Test
  void fiveKilometersAwayItIsTheSameHeap() {
    Vec3 far = new Vec3(3000, -4000, 100);
    List<RigidBody> moved = new ArrayList<>();
    for (RigidBody body : HEAP.bodies()) {
      Affine3 pose = Affine3.translation(far).times(body.worldFromBody());
      moved.add(
          new RigidBody(
              body.mesh(),
              pose,
              body.scale(),
              body.density(),
              body.friction(),
              body.restitution()));
    }
    List<SettledBody> here =
        new BulletSettler().settle(Bodies.request(Bodies.heap(1, 5), 9)).bodies();
    assertEquals(1, here.size());
    Settlement there = new BulletSettler().settle(Bodies.request(moved, 1));
    Settlement near = new BulletSettler().settle(HEAP);
    // A heap is chaotic: rounding of the far poses may send a box another way, but not far.
    for (int i = 0; i < near.bodies().size(); i++) {
      Vec3 a = near.bodies().get(i).worldFromBody().translation();
      Vec3 b = there.bodies().get(i).worldFromBody().translation().minus(far);
      assertTrue(a.minus(b).length() < 0.5, a + " " + b);
    }
  }

  @Test
  void aBoxFiveKilometersAwayRestsAsExactlyAsHere() {
    RigidBody ground = Bodies.still(Meshes.ground(100), at(3000, -4000, 100));
    RigidBody box = Bodies.moving(Meshes.box(0.1, 0.1, 0.1), at(3000, -4000, 100.08));
    Vec3 place = Bodies.settleOne(ground, box).worldFromBody().translation();
    assertEquals(100.05, place.z(), 5e-5);
    assertEquals(0, place.minus(new Vec3(3000, -4000, place.z())).length(), 1e-3);
  }

  /** Bodies that never meet fall as if alone, in whatever order they come. */
  @Test
  void strangersDoNotChangeAFall() {
    RigidBody first = Bodies.moving(Meshes.box(0.1, 0.1, 0.1), at(-2, 0, 0.3));
    RigidBody second = Bodies.moving(Meshes.box(0.1, 0.1, 0.1), at(2, 0, 0.3));
    List<SettledBody> one = Bodies.settle(List.of(Bodies.GROUND, first, second), 5).bodies();
    List<SettledBody> other = Bodies.settle(List.of(second, Bodies.GROUND, first), 5).bodies();
    assertEquals(one.get(0), other.get(1));
    assertEquals(one.get(1), other.get(0));
  }
}
