package org.diorama.core.sample.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.ScenePath;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.junit.jupiter.api.Test;

/** Things along paths, against their closed forms. */
class PathPlacesTest {
  private static final double EXACT = 1e-9;
  private static final ScenePath STRAIGHT =
      new ScenePath("straight", List.of(new Vec3(0, 5, 0), new Vec3(0, 105, 0)), false, 0);
  private static final ScenePath FAR =
      new ScenePath("far", List.of(new Vec3(30, 5, 0), new Vec3(30, 105, 0)), false, 0);
  private static final ScenePath SQUARE =
      new ScenePath(
          "square",
          List.of(new Vec3(50, 0, 0), new Vec3(70, 0, 0), new Vec3(70, 20, 0), new Vec3(50, 20, 0)),
          true,
          0);

  @Test
  void gapsAreFromBumperToBumperAndHeadsFollowThePath() {
    Parameter<Double> gap = Scenes.uniform("objects.car.place.gap", 1, 6, Scope.INSTANCE);
    SampledFrame frame = sample(4, cars(5, Optional.of(gap), 3, 0.5, false, "straight"));
    List<SampledNode> cars = Places.group(frame, "car");
    assertEquals(5, cars.size());
    // Four meters long along the way: the first one's rear lies 3 m from the path's start.
    assertEquals(5 + 3 + 2, Places.origin(cars.get(0)).y(), EXACT);
    for (int i = 0; i < 5; i++) {
      Affine3 pose = Places.pose(cars.get(i));
      assertEquals(-0.5, pose.m03(), EXACT, "left of a path along +Y is -X");
      assertTrue(pose.transformDirection(Vec3.UNIT_X).minus(new Vec3(0, 4, 0)).length() < EXACT);
      if (i > 0) {
        double free = pose.m13() - Places.pose(cars.get(i - 1)).m13() - 4;
        assertEquals(ArrangementTest.drawn(frame, "objects.car.place.gap", i), free, EXACT);
      }
    }
  }

  @Test
  void reversedPathsStartAtTheirEnds() {
    SampledFrame frame =
        sample(0, cars(1, Optional.of(Places.constant(1)), 0, 0.5, true, "straight"));
    Affine3 pose = Places.pose(frame.nodes().get(0));
    assertEquals(103, pose.m13(), EXACT);
    assertEquals(0.5, pose.m03(), EXACT);
    assertEquals(-4, pose.m10(), EXACT);
  }

  @Test
  void aPathIsFilledToItsEndAndAClosedOneOnceAround() {
    Optional<Parameter<Double>> gap = Optional.of(Places.constant(1));
    // n cars and the gaps between them on 100 m; n cars and n gaps on 80 m around.
    assertEquals(20, sample(0, filling(gap, "straight")).nodes().size());
    ObjectDescription around = Places.sized(filling(gap, "square"), 1, 0.5, 1);
    assertEquals(40, sample(0, around).nodes().size());
    // Corners of the square may cost a place or two.
    assertEquals(35, sample(0, filling(gap, "straight", "square")).nodes().size(), 1);
  }

  @Test
  void withoutAGapTheyStandAnywhereOnItAndApart() {
    Set<Integer> tens = new TreeSet<>();
    for (long number = 0; number < 20; number++) {
      SampledFrame frame = sample(number, cars(6, Optional.empty(), 0, 0, false, "straight"));
      List<Double> ways = Places.origins(frame, "car").stream().map(Vec3::y).sorted().toList();
      assertEquals(6, ways.size());
      for (int i = 0; i < 6; i++) {
        assertTrue(ways.get(i) >= 7 && ways.get(i) <= 103);
        assertTrue(i == 0 || ways.get(i) - ways.get(i - 1) >= 4 - EXACT);
        tens.add((int) (ways.get(i) / 10));
      }
    }
    assertEquals(11, tens.size());
  }

  /** From where it was placed: both ways, with its offset to the left and its own yaw. */
  @Test
  void trafficMovesOnAlongTheLaneThatItStandsOn() {
    SequenceDescription steps = new SequenceDescription(5, 2, 0.1);
    for (boolean reverse : new boolean[] {false, true}) {
      ObjectDescription moving =
          cars(6, Optional.of(Places.constant(1)), 2, 0.5, reverse, "straight", "far").toBuilder()
              .motion(
                  Optional.of(
                      new MotionDescription.AlongPath(
                          Places.constant(8), MotionDescription.AtEnd.CONTINUE)))
              .build();
      SceneDescription scene =
          Scenes.scene(7, moving).toBuilder().paths(List.of(STRAIGHT, FAR)).sequence(steps).build();
      SampledFrame first = Places.sample(scene, 0);
      double sign = reverse ? -1 : 1;
      Set<Double> lanes = new TreeSet<>();
      for (int step = 0; step < 5; step++) {
        SampledFrame frame = Places.sample(scene, step);
        assertEquals(6, frame.nodes().size());
        for (int i = 0; i < 6; i++) {
          Affine3 start = Places.pose(first.nodes().get(i));
          lanes.add(start.m03());
          List<Affine3> states = frame.nodes().get(i).worldFromObject().states();
          double[] seconds = {-0.5, -0.05, 0, 0.05, 0.5};
          for (int state = 0; state < 5; state++) {
            double way = sign * 8 * (0.5 * step + seconds[state]);
            Affine3 expected = Affine3.translation(new Vec3(0, way, 0)).times(start);
            for (int k = 0; k < 12; k++) {
              assertEquals(expected.toRows()[k], states.get(state).toRows()[k], EXACT);
            }
          }
          assertEquals(first.nodes().get(i).trackId(), frame.nodes().get(i).trackId());
        }
      }
      assertEquals(Set.of(-0.5 * sign, 30 - 0.5 * sign), lanes);
    }
  }

  @Test
  void whatStandsInTheWayIsPassedBy() {
    ObjectDescription rock = Scenes.object("rock");
    ObjectDescription blocking =
        Places.placed(
            rock,
            new Placement.Area(
                Places.constant(0), Places.constant(12), Places.constant(0), true, 0));
    SampledFrame frame =
        sample(0, blocking, cars(2, Optional.of(Places.constant(1)), 0, 0, false, "straight"));
    List<SampledNode> cars = Places.group(frame, "car");
    assertEquals(7, Places.origin(cars.get(0)).y(), EXACT);
    double rear = Places.origin(cars.get(1)).y() - 2;
    assertTrue(rear >= 12.5 - EXACT && rear < 14, "rear at " + rear);
  }

  private static ObjectDescription filling(Optional<Parameter<Double>> gap, String... paths) {
    return Places.filling(cars(1, gap, 0, 0, false, paths));
  }

  private static ObjectDescription cars(
      int count,
      Optional<Parameter<Double>> gap,
      double start,
      double offset,
      boolean reverse,
      String... paths) {
    Placement along =
        new Placement.Along(
            List.of(paths),
            gap,
            Places.constant(start),
            Places.constant(offset),
            reverse,
            Places.SEPARATE);
    return Places.counted(
        Places.placed(Places.sized(Scenes.object("car"), 4, 2, 1.5), along), count);
  }

  private static SampledFrame sample(long frame, ObjectDescription... objects) {
    SceneDescription scene = Scenes.scene(7, objects);
    return Places.sample(scene.toBuilder().paths(List.of(STRAIGHT, SQUARE)).build(), frame);
  }
}
