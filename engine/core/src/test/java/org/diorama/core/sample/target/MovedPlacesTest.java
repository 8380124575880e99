package org.diorama.core.sample.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.PointDistribution;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.TargetDescription;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

/** Walls of every placement hide the post, and stay where their authors allow. */
class MovedPlacesTest {
  private static final double EXACT = 1e-9;
  private static final int FRAMES = 6;

  /** Across the view, 6 m before the post, which stands at the origin. */
  private static final ScenePath LANE =
      new ScenePath("lane", List.of(new Vec3(-6, -12, 0), new Vec3(-6, 12, 0)), false, 0);

  @Test
  void alongAPathItSlidesAndKeepsToItsSide() {
    for (SampledFrame frame : met(along(2, Optional.empty()))) {
      for (Affine3 wall : walls(frame)) {
        assertEquals(-6 - 0.5, wall.m03(), EXACT);
        assertTrue(Math.abs(wall.m13()) <= 12 - 0.25 + EXACT, wall.toString());
        assertEquals(0, wall.transformDirection(Vec3.UNIT_X).minus(Vec3.UNIT_Y).length(), EXACT);
      }
    }
  }

  /** Its motion starts where it was moved to. */
  @Test
  void whatFollowsItsPathGoesOnFromThere() {
    ObjectDescription wall =
        along(1, Optional.empty()).toBuilder()
            .motion(
                Optional.of(
                    new MotionDescription.AlongPath(
                        Places.constant(2), MotionDescription.AtEnd.CONTINUE)))
            .build();
    SceneDescription scene =
        scene(Targets.hidden(0.5, "wall"), wall).toBuilder()
            .sequence(new SequenceDescription(3, 10, 0))
            .build();
    for (long sequence = 0; sequence < FRAMES; sequence++) {
      FrameSampler sampler = new FrameSampler(scene, Targets.FACTS);
      SampledFrame first = sampler.sample(3 * sequence);
      assertEquals("", first.targets().get(0).cause());
      for (int step = 1; step < 3; step++) {
        Affine3 later = walls(sampler.sample(3 * sequence + step)).get(0);
        assertEquals(walls(first).get(0).m13() + 0.2 * step, later.m13(), EXACT);
        assertEquals(-6.5, later.m03(), EXACT);
      }
    }
  }

  @Test
  void inAQueueItKeepsGapsThatMayBeDrawn() {
    Parameter<Double> gap = Scenes.uniform("objects.wall.place.gap", 2, 10, Scope.INSTANCE);
    List<SampledFrame> frames = frames(Targets.hidden(0.5, "wall"), along(3, Optional.of(gap)));
    // One moves at a time: where the second stands too far on, none can cover the post.
    assertTrue(frames.stream().filter(each -> each.targets().get(0).met()).count() >= FRAMES / 2);
    for (SampledFrame frame : frames) {
      List<Affine3> queue = walls(frame);
      assertEquals(3, queue.size());
      // The first one's way from the start is a constant: it must not move.
      assertEquals(-12 + 0.25, queue.get(0).m13(), EXACT);
      for (int i = 1; i < 3; i++) {
        double free = queue.get(i).m13() - queue.get(i - 1).m13() - 0.5;
        assertTrue(free >= 2 - EXACT && free <= 10 + EXACT, "gap " + free);
      }
    }
  }

  @Test
  void aFixedGapSaysThatItLeavesNoOtherPlace() {
    ObjectDescription queue = along(2, Optional.of(Places.constant(3)));
    assertEquals(
        "no occluder is free: place.along leaves it no other place in its queue", cause(queue));
  }

  @Test
  void onASurfaceItFindsAnotherSpot() {
    ObjectDescription floor = floor();
    ObjectDescription wall =
        wall(
            new Placement.Arranged(
                Places.on("floor", 0, "top"), new Arrangement.Scattered(), Places.SEPARATE));
    for (SampledFrame frame : met(floor, wall)) {
      Affine3 pose = walls(frame).get(0);
      assertTrue(Math.abs(pose.m03() + 8) <= 4 - 0.25 + EXACT, pose.toString());
      assertTrue(Math.abs(pose.m13()) <= 6 - 1.5 + EXACT, pose.toString());
      assertEquals(-1.5, pose.m23(), EXACT);
    }
  }

  @Test
  void inAContainerItLiesOnTheFloor() {
    ObjectDescription bin =
        Places.furnished(
            floor(),
            new Furnishing(
                List.of(), Optional.of(new Aabb(new Vec3(-4, -6, 0.5), new Vec3(4, 6, 9)))));
    ObjectDescription wall = wall(new Placement.Inside(Optional.of("floor"), 0, Places.SEPARATE));
    for (SampledFrame frame : met(bin, wall)) {
      Affine3 pose = walls(frame).get(0);
      assertTrue(Math.abs(pose.m03() + 8) <= 4 - 0.25 + EXACT, pose.toString());
      assertEquals(-1.5, pose.m23(), EXACT);
    }
  }

  @Test
  void inViewItKeepsItsDepthAndColumn() {
    ObjectDescription wall =
        wall(
            new Placement.InView(
                "",
                Scenes.uniform("objects.wall.place.distance", 9, 15, Scope.INSTANCE),
                Scenes.uniform("objects.wall.place.x", 0.3, 0.7, Scope.INSTANCE),
                Optional.empty(),
                Places.constant(-1),
                Places.SEPARATE));
    for (SampledFrame frame : met(wall)) {
      Vec3 origin = walls(frame).get(0).translation();
      double depth = origin.x() + 20;
      assertTrue(depth >= 9 - EXACT && depth <= 15 + EXACT, "depth " + depth);
      // Half the image is as wide as it is far away.
      double column = 0.5 - origin.y() / depth / 2;
      assertTrue(column >= 0.3 - EXACT && column <= 0.7 + EXACT, "column " + column);
      assertEquals(-1, origin.z(), EXACT);
    }
  }

  @Test
  void ofAPatternItTakesAFreePoint() {
    Arrangement disk =
        new Arrangement.PoissonDisk(
            Places.constant(0.4),
            List.of(
                new Vec3(-2, -5, 0), new Vec3(2, -5, 0), new Vec3(2, 5, 0), new Vec3(-2, 5, 0)));
    ObjectDescription wall =
        wall(new Placement.Arranged(Places.plane(-8, 0, 0), disk, Places.SEPARATE));
    List<TargetVerdict> verdicts = verdicts(Targets.hidden(0.5, "wall"), wall);
    long met = verdicts.stream().filter(TargetVerdict::met).count();
    assertTrue(met >= FRAMES / 2, verdicts.toString());
  }

  @Test
  void aPointIsDrawnAgain() {
    ObjectDescription wall =
        wall(
            new Placement.At(
                new VectorParameter.Joint(
                    new Parameter<>(
                        "objects.wall.at",
                        new PointDistribution.Box(new Vec3(-9, -3, 0), new Vec3(-4, 3, 0)),
                        Scope.INSTANCE))));
    List<TargetVerdict> verdicts = verdicts(Targets.hidden(0.5, "wall"), wall);
    long met = verdicts.stream().filter(TargetVerdict::met).count();
    assertTrue(met >= FRAMES / 2, verdicts.toString());
  }

  @Test
  void exactPatternsSayWhatBindsTheirThings() {
    Arrangement grid =
        new Arrangement.Grid(
            Places.constant(1),
            Places.constant(1),
            Places.constant(1),
            Places.vector(1, 1, 1),
            Vec3.ZERO);
    Arrangement row =
        new Arrangement.Row(Places.constant(0), Optional.of(Places.constant(1)), Optional.empty());
    Ground ground = Places.plane(8, 0, 0);
    assertEquals(
        "no occluder is free: place.grid gives it its cell",
        cause(wall(new Placement.Arranged(ground, grid, Places.SEPARATE))));
    assertEquals(
        "no occluder is free: place.row gives it its place beside the others",
        cause(wall(new Placement.Arranged(ground, row, Places.SEPARATE))));
    assertEquals(
        "no occluder is free: place.stack gives it its place on the others",
        cause(wall(new Placement.Arranged(ground, new Arrangement.Stack(0), Places.SEPARATE))));
  }

  /** What is moved would leave those in the air that lie on it. */
  @Test
  void whatBearsOthersStays() {
    ObjectDescription crate = Targets.made("wall", "crate", area(-7, -5, 0));
    ObjectDescription lid = Targets.made("lid", "crate", area(-6, -6, 1));
    assertEquals("no occluder is free: something rests on it", cause(crate, lid));
  }

  private static Placement area(double from, double to, double z) {
    return new Placement.Area(
        Scenes.uniform("objects.wall.area.x", from, to, Scope.INSTANCE),
        Places.constant(4),
        Places.constant(z),
        true,
        0);
  }

  /** All frames meet a visible fraction of a half. */
  private static List<SampledFrame> met(ObjectDescription... walls) {
    List<SampledFrame> frames = frames(Targets.hidden(0.5, "wall"), walls);
    for (SampledFrame frame : frames) {
      assertEquals("", frame.targets().get(0).cause(), frame.key() + ": " + frame.targets());
    }
    return frames;
  }

  private static String cause(ObjectDescription... walls) {
    return verdicts(Targets.hidden(0.5, "wall"), walls).get(0).cause();
  }

  private static List<TargetVerdict> verdicts(
      TargetDescription targets, ObjectDescription... walls) {
    return frames(targets, walls).stream().map(frame -> frame.targets().get(0)).toList();
  }

  private static List<SampledFrame> frames(TargetDescription targets, ObjectDescription... walls) {
    FrameSampler sampler = new FrameSampler(scene(targets, walls), Targets.FACTS);
    List<SampledFrame> frames = new ArrayList<>();
    for (long number = 0; number < FRAMES; number++) {
      frames.add(sampler.sample(number));
    }
    return frames;
  }

  private static SceneDescription scene(TargetDescription targets, ObjectDescription... walls) {
    List<ObjectDescription> objects = new ArrayList<>(List.of(walls));
    objects.add(Targets.post(targets));
    return Scenes.scene(7, objects.toArray(ObjectDescription[]::new)).toBuilder()
        .paths(List.of(LANE))
        .build();
  }

  private static List<Affine3> walls(SampledFrame frame) {
    return Places.group(frame, "wall").stream().map(Places::pose).toList();
  }

  private static ObjectDescription wall(Placement placement) {
    return Targets.made("wall", "wall", placement);
  }

  /** Half a meter to the left of the lane; it is thin along it and wide across the view. */
  private static ObjectDescription along(int count, Optional<Parameter<Double>> gap) {
    Placement along =
        new Placement.Along(
            List.of("lane"), gap, Places.constant(0), Places.constant(0.5), false, Places.SEPARATE);
    return Places.counted(wall(along), count);
  }

  /** A plate whose surface lies 1.5 m below the post's foot, before the post. */
  private static ObjectDescription floor() {
    return Places.furnished(
        Places.frame(Scenes.object("floor")).toBuilder()
            .placement(Targets.at("floor", new Vec3(-8, 0, -2)))
            .build(),
        new Furnishing(List.of(Places.rectangle("top", 4, 6, 0.5)), Optional.empty()));
  }
}
