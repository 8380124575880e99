package org.diorama.core.sample.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.junit.jupiter.api.Test;

/** Patterns on level ground, against their closed forms. */
class ArrangementTest {
  private static final double EXACT = 1e-12;
  private static final ObjectDescription THING = Scenes.object("thing");

  @Test
  void aGridHasExactSpacingAndFillsColumnsFirst() {
    SampledFrame frame =
        Places.sample(
            0,
            Places.filling(
                Places.arranged(THING, Places.plane(10, 20, 1), grid(2, 3, 2, Vec3.ZERO))));
    List<Vec3> origins = Places.origins(frame, "thing");
    assertEquals(12, origins.size());
    for (int i = 0; i < 12; i++) {
      int column = i % 3;
      int row = i / 3 % 2;
      int layer = i / 6;
      assertNear(
          new Vec3(10 + (column - 1) * 1.5, 20 + (row - 0.5) * 2, 1 + layer * 1.25),
          origins.get(i));
    }
    assertEquals(List.of(new GroupVerdict("thing", 12, 12)), frame.groups());
  }

  @Test
  void moreThanAGridHoldsIsReported() {
    SampledFrame frame =
        Places.sample(
            0,
            Places.counted(
                Places.arranged(THING, Places.plane(0, 0, 0), grid(1, 3, 1, Vec3.ZERO)), 5));
    assertEquals(
        List.of(
            new GroupVerdict("thing", 5, 3, List.of(new GroupVerdict.Missing(NoPlace.FULL, 2)))),
        frame.groups());
  }

  @Test
  void jitterStaysWithinItsLimitAndUsesIt() {
    double widest = 0;
    for (long number = 0; number < 50; number++) {
      SampledFrame frame =
          Places.sample(
              number,
              Places.filling(
                  Places.arranged(
                      THING, Places.plane(0, 0, 0), grid(1, 3, 1, new Vec3(0.2, 0, 0)))));
      List<Vec3> origins = Places.origins(frame, "thing");
      for (int i = 0; i < 3; i++) {
        double shift = origins.get(i).x() - (i - 1) * 1.5;
        assertTrue(Math.abs(shift) <= 0.2 && origins.get(i).y() == 0);
        widest = Math.max(widest, Math.abs(shift));
      }
    }
    assertTrue(widest > 0.18, "widest " + widest);
  }

  @Test
  void aRowLeavesExactlyItsGaps() {
    Parameter<Double> gap = Scenes.uniform("objects.thing.place.gap", 0.1, 0.9, Scope.INSTANCE);
    ObjectDescription row =
        Places.counted(
            Places.sized(
                Places.arranged(
                    THING,
                    Places.plane(1, 2, 0),
                    new Arrangement.Row(Places.constant(90), Optional.of(gap), Optional.empty())),
                1,
                0.5,
                1),
            6);
    SampledFrame frame = Places.sample(3, row);
    List<Vec3> origins = Places.origins(frame, "thing");
    assertNear(new Vec3(1, 2.25, 0), origins.get(0));
    for (int i = 1; i < 6; i++) {
      double free = origins.get(i).y() - origins.get(i - 1).y() - 0.5;
      assertEquals(drawn(frame, "objects.thing.place.gap", i), free, EXACT);
    }
  }

  @Test
  void aRowOfCellsHasEqualSteps() {
    ObjectDescription row =
        Places.counted(
            Places.arranged(
                Places.sized(THING, 0.2, 0.2, 0.2),
                Places.plane(0, 0, 0),
                new Arrangement.Row(
                    Places.constant(0), Optional.empty(), Optional.of(Places.constant(0.5)))),
            4);
    List<Vec3> origins = Places.origins(Places.sample(0, row), "thing");
    for (int i = 0; i < 4; i++) {
      assertNear(new Vec3(0.25 + 0.5 * i, 0, 0), origins.get(i));
    }
  }

  @Test
  void aStackRestsOnItself() {
    ObjectDescription stack =
        Places.counted(
            Places.arranged(
                THING.toBuilder()
                    .scale(
                        new org.diorama.core.scene.VectorParameter.Axes(
                            Places.constant(1),
                            Places.constant(1),
                            Scenes.uniform("objects.thing.scale.z", 0.5, 2, Scope.INSTANCE)))
                    .build(),
                Places.plane(3, 4, 0.1),
                new Arrangement.Stack(0.05)),
            5);
    SampledFrame frame = Places.sample(2, stack);
    double top = 0.1;
    for (SampledNode node : Places.group(frame, "thing")) {
      Vec3 origin = Places.origin(node);
      assertEquals(top, origin.z(), EXACT);
      assertTrue(Math.abs(origin.x() - 3) <= 0.05 && Math.abs(origin.y() - 4) <= 0.05);
      top += Places.pose(node).m22();
    }
    assertEquals(5, frame.nodes().size());
  }

  @Test
  void poissonPointsKeepTheirDistanceAndLeaveNoRoom() {
    double distance = 1.5;
    List<Vec3> outline =
        List.of(new Vec3(0, 0, 0), new Vec3(12, 0, 0), new Vec3(12, 9, 0), new Vec3(0, 9, 0));
    ObjectDescription scattered =
        Places.filling(
            Places.arranged(
                Places.sized(THING, 0.1, 0.1, 0.1),
                Places.plane(0, 0, 0),
                new Arrangement.PoissonDisk(Places.constant(distance), outline)));
    for (long number = 0; number < 5; number++) {
      List<Vec3> points = Places.origins(Places.sample(number, scattered), "thing");
      for (int i = 0; i < points.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertTrue(points.get(i).minus(points.get(j)).length() >= distance);
        }
      }
      // Bridson stops after 30 tries a point: nearly no place twice as wide is left.
      int open = 0;
      for (double x = 0; x <= 12; x += 0.25) {
        for (double y = 0; y <= 9; y += 0.25) {
          Vec3 place = new Vec3(x, y, 0);
          open += points.stream().noneMatch(p -> p.minus(place).length() < distance) ? 1 : 0;
        }
      }
      assertTrue(open <= 20, open + " of 1813 places are free in frame " + number);
    }
  }

  @Test
  void poissonInstancesStayWhenMoreAreWanted() {
    List<Vec3> outline = List.of(new Vec3(0, 0, 0), new Vec3(9, 0, 0), new Vec3(0, 9, 0));
    ObjectDescription few =
        Places.counted(
            Places.arranged(
                Places.sized(THING, 0.1, 0.1, 0.1),
                Places.plane(0, 0, 0),
                new Arrangement.PoissonDisk(Places.constant(1), outline)),
            5);
    List<Vec3> five = Places.origins(Places.sample(1, few), "thing");
    List<Vec3> nine = Places.origins(Places.sample(1, Places.counted(few, 9)), "thing");
    assertEquals(five, nine.subList(0, 5));
    nine.forEach(
        point -> assertTrue(point.x() >= 0 && point.y() >= 0 && point.x() + point.y() <= 9));
  }

  private static Arrangement grid(int rows, int columns, int layers, Vec3 jitter) {
    return new Arrangement.Grid(
        Places.constant(rows),
        Places.constant(columns),
        Places.constant(layers),
        Places.vector(1.5, 2, 1.25),
        jitter);
  }

  static double drawn(SampledFrame frame, String path, long instance) {
    return frame.draws().stream()
        .filter(value -> value.path().equals(path) && value.instance() == instance)
        .mapToDouble(value -> Double.parseDouble(value.value()))
        .findFirst()
        .orElseThrow();
  }

  static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, expected.minus(actual).length(), EXACT, expected + " and " + actual);
  }
}
