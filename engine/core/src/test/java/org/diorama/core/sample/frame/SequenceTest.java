package org.diorama.core.sample.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraMount;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.SettleDescription;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

class SequenceTest {
  private static final int LENGTH = 6;
  private static final SequenceDescription SEQUENCE = new SequenceDescription(LENGTH, 10, 0.02);

  @Test
  void theFiveStatesFollowOneAnotherInTime() {
    List<SampledFrame> frames = sequence(scene(moving("car", 3, 0)), 0);
    for (int step = 0; step < LENGTH; step++) {
      List<Affine3> states = frames.get(step).nodes().get(0).worldFromObject().states();
      double[] seconds = {-0.1, -0.01, 0, 0.01, 0.1};
      for (int i = 0; i < 5; i++) {
        assertEquals(3 * (0.1 * step + seconds[i]), states.get(i).m03(), 1e-12);
      }
    }
  }

  /** To the last bit, for nodes and cameras, whatever moves them. */
  @Test
  void thePreviousStateIsTheLabelStateOfTheStepBefore() {
    ObjectDescription car = moving("car", 3, 40).toBuilder().children(List.of(child())).build();
    SceneDescription scene =
        scene(car).toBuilder()
            .cameras(List.of(attached(), Scenes.camera(way(), "cameras.b"), jittered()))
            .build();
    for (int sequence = 0; sequence < 3; sequence++) {
      List<SampledFrame> frames = sequence(scene, sequence);
      for (int step = 1; step < LENGTH; step++) {
        List<MotionStates> before = poses(frames.get(step - 1));
        List<MotionStates> here = poses(frames.get(step));
        assertEquals(5, here.size());
        for (int i = 0; i < here.size(); i++) {
          assertEquals(5, here.get(i).states().size());
          assertEquals(before.get(i).atLabelInstant(), here.get(i).states().get(0));
          assertEquals(before.get(i).states().get(4), here.get(i).atLabelInstant());
        }
      }
    }
  }

  @Test
  void childrenAndAttachedCamerasMoveWithTheirCarrier() {
    ObjectDescription car = moving("car", 3, 40).toBuilder().children(List.of(child())).build();
    SceneDescription scene = scene(car).toBuilder().cameras(List.of(attached())).build();
    Affine3 childSeen = null;
    Affine3 cameraSeen = null;
    for (SampledFrame frame : sequence(scene, 1)) {
      for (int state = 0; state < 5; state++) {
        Affine3 carrier = frame.nodes().get(0).worldFromObject().states().get(state);
        Affine3 child = frame.nodes().get(1).worldFromObject().states().get(state);
        Affine3 camera = frame.cameras().get(0).worldFromCamera().states().get(state);
        Affine3 childHere = carrier.inverse().times(child);
        Affine3 cameraHere = carrier.inverse().times(camera);
        assertNear(childSeen == null ? childHere : childSeen, childHere);
        assertNear(cameraSeen == null ? cameraHere : cameraSeen, cameraHere);
        childSeen = childHere;
        cameraSeen = cameraHere;
      }
    }
    assertNear(new Vec3(0, 0, 2), cameraSeen.translation());
  }

  @Test
  void whatStandsStillHasOneStateAndAStillSceneIgnoresMotion() {
    SampledFrame frame = sequence(scene(Scenes.object("box"), moving("car", 1, 0)), 0).get(2);
    assertEquals(1, frame.nodes().get(0).worldFromObject().states().size());
    assertEquals(1, frame.cameras().get(0).worldFromCamera().states().size());
    assertEquals(5, frame.nodes().get(1).worldFromObject().states().size());
    SceneDescription still = Scenes.scene(7, moving("car", 1, 0));
    assertEquals(
        MotionStates.still(Affine3.IDENTITY),
        new FrameSampler(still, FixedFacts.BOX).sample(4).nodes().get(0).worldFromObject());
  }

  @Test
  void instancesAndTheirDrawsLiveThroughTheSequence() {
    ObjectDescription cars =
        Scenes.scattered("cars", 5, 20, true, 0).toBuilder()
            .motion(moving("cars", 2, 0).motion())
            .build();
    List<SampledFrame> frames = sequence(scene(cars), 2);
    for (SampledFrame frame : frames) {
      assertEquals(frames.get(0).draws(), frame.draws());
      for (int i = 0; i < frame.nodes().size(); i++) {
        SampledNode first = frames.get(0).nodes().get(i);
        SampledNode node = frame.nodes().get(i);
        assertEquals(first.instanceId(), node.instanceId());
        assertEquals(first.trackId(), node.trackId());
      }
    }
    assertNotEquals(
        frames.get(0).draws(), sequence(scene(cars), 3).get(0).draws(), "sequences differ");
  }

  @Test
  void anyOrderOfFramesGivesTheSame() {
    SceneDescription scene =
        scene(moving("car", 3, 40)).toBuilder().cameras(List.of(jittered())).build();
    List<Integer> order = new ArrayList<>();
    for (int frame = 0; frame < 4 * LENGTH; frame++) {
      order.add(frame);
    }
    FrameSampler sampler = new FrameSampler(scene, FixedFacts.BOX);
    Map<Integer, SampledFrame> running = new HashMap<>();
    order.forEach(frame -> running.put(frame, sampler.sample(frame)));
    long seed = 99;
    Collections.shuffle(order, new Random(seed));
    FrameSampler other = new FrameSampler(scene, FixedFacts.BOX);
    order.forEach(frame -> assertEquals(running.get(frame), other.sample(frame), "seed " + seed));
  }

  /** It comes from 40 m to 10 m: the level of the nearest step holds for all. */
  @Test
  void theLevelOfDetailIsOneForTheWholeSequence() {
    FixedFacts facts = new FixedFacts().with("box", "", Vec3.ONE, 0, 0.002, 0.02, 0.05);
    SequenceDescription slow = new SequenceDescription(4, 1, 0);
    ObjectDescription coming =
        moving("car", -10, 0).toBuilder().placement(Scenes.at("car", new Vec3(20, 0, 0))).build();
    FrameSampler sampler =
        new FrameSampler(Scenes.scene(7, coming).toBuilder().sequence(slow).build(), facts);
    ObjectDescription near =
        Scenes.object("car").toBuilder().placement(Scenes.at("car", new Vec3(-20, 0, 0))).build();
    int levelOfNearest =
        new FrameSampler(Scenes.scene(7, near), facts).sample(0).nodes().get(0).level();
    ObjectDescription far =
        Scenes.object("car").toBuilder().placement(Scenes.at("car", new Vec3(20, 0, 0))).build();
    int levelOfFarthest =
        new FrameSampler(Scenes.scene(7, far), facts).sample(0).nodes().get(0).level();
    assertTrue(levelOfNearest < levelOfFarthest, "the test tells nothing");
    for (int frame = 0; frame < 4; frame++) {
      assertEquals(levelOfNearest, sampler.sample(frame).nodes().get(0).level());
    }
  }

  private static SceneDescription scene(ObjectDescription... objects) {
    return Scenes.scene(7, objects).toBuilder().sequence(SEQUENCE).build();
  }

  private static List<SampledFrame> sequence(SceneDescription scene, int sequence) {
    FrameSampler sampler = new FrameSampler(scene, FixedFacts.BOX);
    List<SampledFrame> frames = new ArrayList<>();
    for (int step = 0; step < LENGTH; step++) {
      frames.add(sampler.sample((long) sequence * LENGTH + step));
    }
    return frames;
  }

  private static List<MotionStates> poses(SampledFrame frame) {
    List<MotionStates> poses = new ArrayList<>();
    frame.nodes().forEach(node -> poses.add(node.worldFromObject()));
    frame.cameras().forEach(camera -> poses.add(camera.worldFromCamera()));
    return poses;
  }

  /** Along its own +X at a speed in m/s, turning by degrees a second. */
  private static ObjectDescription moving(String name, double speed, double turn) {
    String path = "objects." + name + ".motion";
    return Scenes.object(name).toBuilder()
        .motion(
            Optional.of(
                new MotionDescription.Velocity(
                    VectorParameter.constant(path + ".velocity", new Vec3(speed, 0, 0)),
                    true,
                    Scenes.constant(path + ".turn_rate", turn))))
        .build();
  }

  /** A simulation costs more than the rest of a frame: the steps share one. */
  @Test
  void aSequenceIsSettledOnce() {
    List<SettleRequest> settled = new ArrayList<>();
    PhysicsSettler settler =
        request -> {
          settled.add(request);
          RigidBody body = request.bodies().get(0);
          return new Settlement(
              List.of(new SettledBody(body.worldFromBody(), SettledBody.Rest.RESTING, List.of())),
              0);
        };
    ObjectDescription falling =
        Scenes.object("stone").toBuilder()
            .settling(Optional.of(SettleDescription.usual("objects.stone.settle")))
            .build();
    FrameSampler sampler =
        new FrameSampler(
            SceneVariants.of(scene(falling)), FixedFacts.BOX, settler, Ephemeris.none());
    for (int step = 0; step < LENGTH; step++) {
      sampler.sample(step);
    }
    assertEquals(1, settled.size());
  }

  private static ObjectDescription child() {
    return Scenes.object("car.lamp").toBuilder()
        .path("objects.car.children.lamp")
        .placement(Scenes.at("car.lamp", new Vec3(1, 0, 1)))
        .build();
  }

  private static CameraDescription attached() {
    CameraDescription plain =
        Scenes.camera(
            new CameraPose.At(
                VectorParameter.constant("cameras.a.at", new Vec3(0, 0, 2)), Optional.empty()),
            "cameras.a");
    CameraMount mount = plain.mount();
    return Scenes.mounted(
        plain,
        new CameraMount(
            mount.path(),
            mount.pose(),
            mount.yaw(),
            mount.pitch(),
            mount.roll(),
            Optional.of(new Attachment("car", 0))));
  }

  private static CameraPose way() {
    return Scenes.way("cameras.b.trajectory", 2, new Vec3(0, -5, 1), new Vec3(3, -5, 2), Vec3.ZERO);
  }

  /** Its yaw is drawn anew for each frame. */
  private static CameraDescription jittered() {
    CameraDescription plain = Scenes.camera(way(), "cameras.c");
    CameraMount mount = plain.mount();
    return Scenes.mounted(
        plain,
        new CameraMount(
            mount.path(),
            mount.pose(),
            Scenes.uniform("cameras.c.yaw", -5, 5, Scope.FRAME),
            mount.pitch(),
            mount.roll(),
            Optional.empty()));
  }

  private static void assertNear(Affine3 expected, Affine3 actual) {
    double[] one = expected.toRows();
    double[] other = actual.toRows();
    for (int i = 0; i < one.length; i++) {
      assertEquals(one[i], other[i], 1e-12, expected + " against " + actual);
    }
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), 1e-12, expected + " against " + actual);
  }
}
